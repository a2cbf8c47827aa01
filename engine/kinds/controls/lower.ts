import { typed } from '../../expression/check-cells.ts';
import { printExpression } from '../../expression/print.ts';
import type { Ir, Range } from '../../ir/ir.ts';
import { boolean, listOf, text } from '../../ir/type.ts';
import type { Lowering, Output } from '../kind.ts';
import { textOf } from '../nodes.ts';
import { marked } from '../place.ts';
import { checkDeadline } from './deadline.ts';
import type { ControlsPolicy, GateEntry, RuleEntry } from './index.ts';

/** The name of the decision that lists the rules that are true. */
export const raised = 'raised';

/** One decision for each rule and gate, and the list of the rules raised. */
export function outputsOf({ policy, rules = [], gates = [] }: ControlsPolicy): readonly Output[] {
  const named = { en: 'Rules raised', zh: '已触发的规则' };
  const all: Output = {
    name: { text: raised, span: policy.span },
    title: named,
    cites: [],
    hidden: false,
    together: rules.map(({ id }) => id.text),
    lower: (lowering) => lowerRaised(rules, policy.span, lowering),
  };
  return [
    ...rules.map(ruleOutput),
    ...gates.map(gateOutput),
    ...(rules.length === 0 ? [] : [all, demanded(rules, policy)]),
  ];
}

/** Whom the rules tell, by when, and what they want done, as one text that nobody can ask for: a review tells by it that this was changed. */
function demanded(rules: readonly RuleEntry[], { span }: ControlsPolicy['policy']): Output {
  const demands = rules.map(({ id, tell, deadline, action = [] }) => ({
    id: id.text,
    tell: tell.map(({ form, value }) => (form === 'plain' ? value.text : value.unstated.text)),
    deadline: deadline?.form === 'plain' ? printExpression(deadline.value) : deadline?.value.unstated.text,
    action: action.map(({ key, value }) => [key.text, value.text]),
  }));
  return {
    name: { text: 'rules/demands', span },
    title: { en: 'Whom the rules tell, by when, and what they demand', zh: '规则的通知对象、时限与要求' },
    cites: [],
    hidden: true,
    lower: () => textOf(JSON.stringify(demands), span),
  };
}

function ruleOutput(rule: RuleEntry): Output {
  return {
    name: rule.id,
    title: rule.title,
    cites: rule.cites ?? [],
    hidden: false,
    lower: ({ checker }) => {
      if (rule.deadline?.form === 'plain') checkDeadline(rule.deadline.value, checker);
      return marked(rule['rests-on'], typed(rule.when, checker, boolean), checker);
    },
  };
}

function gateOutput(gate: GateEntry): Output {
  return {
    name: gate.id,
    title: gate.title,
    cites: gate.cites ?? [],
    hidden: false,
    lower: ({ checker }) => marked(gate['rests-on'], typed(gate['opens-when'], checker, boolean), checker),
  };
}

/** The ids of the rules that are true, in order; one that is undetermined leaves the list undetermined. */
function lowerRaised(rules: readonly RuleEntry[], origin: Ir['origin'], { read }: Lowering): Ir {
  const columns = rules.map(({ id }) => ({ name: id.text, value: read(id.text, id) }));
  const isTrue: Ir = { op: 'literal', type: boolean, origin, value: { is: 'boolean', truth: true } };
  const any: Range = { range: 'any' };
  return {
    op: 'table',
    type: listOf(text),
    origin,
    hit: 'collect',
    collect: 'list',
    columns,
    rows: rules.map(({ id, cites = [] }, row) => ({
      cells: rules.map((_, column) => (column === row ? { range: 'set', items: [isTrue], none: false } : any)),
      value: textOf(id.text, id.span),
      cites: cites.map((clause) => clause.text),
      origin: id.span,
    })),
  };
}

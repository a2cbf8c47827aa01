import type { Choose, Ir, Reading, Round } from '../../engine/ir/ir.ts';
import { bands } from './bands.ts';
import { applied } from './functions.ts';
import { aggregate, fold } from './lists.ts';
import { connected } from './logic.ts';
import { marked } from './marks.ts';
import type { Place } from './place.ts';
import { fromDigits, order, over, times, type Rational } from './rational.ts';
import { decision, fact, field, known, leftTo, local, parameter } from './reads.ts';
import { determined, flagsOf, isTrue, strict, undetermined, withFlags, type Result } from './result.ts';
import { nearestWhole } from './rounding.ts';
import { table } from './table.ts';
import { amount, same, toThing, truth } from './value.ts';
import { compare, within } from './within.ts';

/** One node by its row in engine/ir/README.md. */
export function evaluate(node: Ir, place: Place): Result {
  const result = meaning(node, place);
  place.question.visit(node, result);
  return result;
}

function meaning(node: Ir, place: Place): Result {
  switch (node.op) {
    case 'literal':
      return determined(toThing(node.value));
    case 'list':
      return strict(
        node.items.map((item) => evaluate(item, place)),
        (items) => determined({ is: 'list', items }),
      );
    case 'record':
      return strict(
        node.fields.map(({ value }) => evaluate(value, place)),
        (values) => determined({ is: 'record', fields: new Map(node.fields.map(({ name }, i) => [name, values[i]!])) }),
      );
    case 'fact':
      return fact(node, place);
    case 'parameter':
      return parameter(node, place);
    case 'decision':
      return decision(node, place);
    case 'local':
      return local(node.id, place);
    case 'field':
      return field(node, place);
    case 'known':
      return known(node, place);
    case 'call':
      return strict(
        node.args.map((arg) => evaluate(arg, place)),
        (values) => applied(node, values, place.question.program),
      );
    case 'logic':
      return connected(node.connective, evaluate(node.left, place), () => evaluate(node.right, place));
    case 'not':
      return strict([evaluate(node.operand, place)], ([value]) =>
        determined(truth(value!.is === 'boolean' && !value.truth)),
      );
    case 'compare':
      return compare(node.comparison, node.left, node.right, place);
    case 'within':
      return within(() => evaluate(node.value, place), node.range, place);
    case 'choose':
      return choose(node, place);
    case 'bands':
      return bands(node, place);
    case 'table':
      return table(node, place);
    case 'aggregate':
      return aggregate(node, place);
    case 'fold':
      return fold(node, place);
    case 'round':
      return round(node, place);
    case 'reading':
      return reading(node, place);
    case 'mark':
      return marked(node.interpretations, node.own, place, () => evaluate(node.value, place));
    case 'undetermined':
      return 'gap' in node
        ? undetermined({ code: 'gap', gap: node.gap })
        : undetermined({ code: 'missing-fact', fact: node.fact, needs: node.needs });
    case 'left-to':
      return leftTo(node, place);
  }
}

function choose(node: Choose, place: Place): Result {
  const before: Result[] = [];
  for (const { when, value } of node.arms) {
    const condition = evaluate(when, place);
    if (condition.status !== 'determined') return condition;
    before.push(condition);
    if (isTrue(condition)) return withFlags(flagsOf(before), evaluate(value, place));
  }
  return withFlags(flagsOf(before), evaluate(node.otherwise, place));
}

function round(node: Round, place: Place): Result {
  return strict([evaluate(node.value, place)], ([value]) => {
    if (value!.is === 'no-duration') return undetermined({ code: 'no-duration' });
    if (value!.is !== 'amount') throw new Error(`${value!.is} cannot be rounded`);
    const step: Rational = fromDigits(node.to);
    const steps = over(value.number, step);
    const rounded = times({ top: nearestWhole(steps, node.mode), bottom: 1n }, step);
    const result = determined(amount(rounded, value.type));
    return order(rounded, value.number) === 0 ? result : marked(node.marks, false, place, () => result);
  });
}

/** Two values of which one is taken; the interpretation counts where they differ. */
function reading(node: Reading, place: Place): Result {
  const taken = evaluate(node.taken, place);
  if (taken.status !== 'determined') return taken;
  const about = place.question.program.interpretations[node.interpretation]!.about;
  const otherwise = evaluate(node.otherwise, place);
  const agrees = otherwise.status === 'determined' && same(otherwise.value, taken.value);
  return agrees && about !== 'doubt' ? taken : marked([node.interpretation], false, place, () => taken);
}

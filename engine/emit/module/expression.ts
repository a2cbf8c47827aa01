import type { Ir } from '../../ir/ir.ts';
import type { Value } from '../../ir/value.ts';
import { aggregateCode, foldCode } from './list-code.ts';
import { array, data, object, quoted, thunk, type Code } from './layout.ts';
import { callCode } from './call-code.ts';
import { endsCode, rangeCode } from './range-code.ts';
import { bandsCode, tableCode } from './table-code.ts';
import { placeOf, type Within } from './writing.ts';

/** One node as code, by its row in engine/ir/README.md. */
export function expression(node: Ir, at: Within): Code {
  const { writing } = at;
  const { use } = writing;
  const code = (ir: Ir): Code => expression(ir, at);
  const later = (ir: Ir): Code => thunk(code(ir));
  switch (node.op) {
    case 'literal':
      return literal(node.value, at);
    case 'list':
      return use('list', ...node.items.map(code));
    case 'record':
      return use('record', object(node.fields.map(({ name, value }) => [name, code(value)])));
    case 'fact':
      writing.fact(node.name);
      return use('fact', 'q', quoted(node.name), placeOf(node.origin));
    case 'parameter':
      return use('parameter', 'q', quoted(node.name), ...node.keys.map(code));
    case 'decision':
      return decisionCode(node, at, code);
    case 'local': {
      const name = at.locals.name(node.id, node.name);
      return at.taken.has(node.id) ? use('asked', name, placeOf(node.origin)) : name;
    }
    case 'field':
      return use('field', 'q', code(node.of), quoted(node.name), placeOf(node.origin));
    case 'known': {
      if (node.of.op === 'field') {
        return use(node.negated ? 'lacksField' : 'hasField', code(node.of.of), quoted(node.of.name));
      }
      writing.fact(node.of.name);
      return use(node.negated ? 'isMissing' : 'isGiven', 'q', quoted(node.of.name));
    }
    case 'call':
      return callCode(node, node.args.map(code), at);
    case 'logic':
      return use(node.connective, code(node.left), later(node.right));
    case 'not':
      return use('not', code(node.operand));
    case 'compare':
      return use('compare', code(node.left), quoted(node.comparison), code(node.right));
    case 'within':
      return rangeCode(node.range, code(node.value), at, code);
    case 'choose':
      return use(
        'choose',
        ...node.arms.flatMap(({ when, value }) => [later(when), later(value)]),
        later(node.otherwise),
      );
    case 'bands':
      return bandsCode(node, at, code);
    case 'table':
      return tableCode(node, at, code);
    case 'aggregate':
      return aggregateCode(node, at, code);
    case 'fold':
      return foldCode(node, at, code);
    case 'round': {
      const marks = node.marks.length === 0 ? [] : [array(node.marks.map(quoted))];
      return use('round', 'q', code(node.value), writing.number(node.to, node.type), quoted(node.mode), ...marks);
    }
    case 'reading':
      return use('reading', 'q', quoted(node.interpretation), code(node.taken), later(node.otherwise));
    case 'mark': {
      const ids = array(node.interpretations.map(quoted));
      return node.own
        ? use('own', 'q', quoted(at.output), ids, later(node.value))
        : use('resting', 'q', ids, later(node.value));
    }
    case 'undetermined':
      return 'gap' in node
        ? use('leftOpen', 'q', quoted(node.gap))
        : use('incomplete', 'q', quoted(node.fact), String(node.needs));
    case 'left-to': {
      const { by, allowed, proposed, type } = node;
      const proposal: readonly (readonly [string, Code])[] =
        proposed === undefined ? [] : [['proposed', array([quoted(proposed.name), later(proposed)])]];
      const choice = object([['by', data(by)], ['type', data(type)], ...proposal]);
      return allowed.range === 'set'
        ? use('leftAmong', 'q', choice, array(allowed.items.map(code)), String(allowed.none))
        : use('leftWithin', 'q', choice, ...endsCode(allowed, code));
    }
  }
}

/** A value that stands in the policy. */
function literal(value: Value, at: Within): Code {
  const { use, number } = at.writing;
  switch (value.is) {
    case 'number':
    case 'percent':
      return number(value.digits, { is: value.is });
    case 'money':
      return number(value.digits, { is: 'money', currency: value.currency });
    case 'quantity':
      return number(value.digits, { is: 'quantity', unit: value.unit });
    case 'duration':
      return number(value.digits, { is: 'duration', family: value.family });
    case 'no-duration':
      return use('noSuchLength');
    case 'date':
    case 'time':
    case 'date-time':
      return use('just', quoted(value.iso));
    case 'text':
      return use('just', quoted(value.text));
    case 'boolean':
      return use('just', String(value.truth));
    case 'member':
    case 'post':
      return use('just', quoted(value.name));
    case 'list':
      return use('list', ...value.items.map((item) => literal(item, at)));
    case 'record':
      return use('record', object(Object.entries(value.fields).map(([name, field]) => [name, literal(field, at)])));
    case 'invalid':
      throw new Error('a policy holds no value that cannot be used');
  }
}

/** Another decision's value, where it applies. */
function decisionCode(node: Extract<Ir, { op: 'decision' }>, at: Within, code: (ir: Ir) => Code): Code {
  const { writing } = at;
  const name = writing.decision(node.name);
  const args = node.args.map((_arg, i) => `argument${i + 1}`);
  const result: Code =
    args.length === 0
      ? `${name}(q)`
      : writing.use('askedAbout', 'q', quoted(node.name), array(node.args.map(code)), [
          `(${args.join(', ')}) => `,
          `${name}(q, ${args.join(', ')})`,
        ]);
  if (node.otherwise !== undefined) return writing.use('appliedOr', result, thunk(code(node.otherwise)));
  const read = writing.program.decisions[node.name];
  if (read?.body.is !== 'ir' || read.appliesWhen.length === 0) return result;
  return writing.use('applied', result, quoted(node.name), placeOf(node.origin));
}

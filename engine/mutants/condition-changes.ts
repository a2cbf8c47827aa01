import type { Ir } from '../ir/ir.ts';
import { boolean } from '../ir/type.ts';
import type { Change, Context } from './change.ts';
import { rewritten } from './written.ts';

/** A condition with the other answer. Comparisons turn their sign round instead, `and` and `or` have their own parts. */
export function negations(condition: Ir, { text }: Context): readonly Change[] {
  const { origin } = condition;
  const before = text.slice(origin.start, origin.end);
  const through = [condition];
  switch (condition.op) {
    case 'not': {
      if (!/^(?:not\b|非)/u.test(before)) return [];
      const inner = condition.operand;
      const after = text.slice(inner.origin.start, inner.origin.end);
      return [{ ...rewritten(origin, text, after), sort: 'condition', of: condition, by: inner, through }];
    }
    case 'known': {
      const negated = !condition.negated;
      const sign = /is (?:un)?known$/u.exec(before)?.[0];
      if (sign === undefined) return [];
      const span = { ...origin, start: origin.end - sign.length };
      const by = { ...condition, negated };
      return [
        {
          ...rewritten(span, text, negated ? 'is unknown' : 'is known'),
          sort: 'condition',
          of: condition,
          by,
          through,
        },
      ];
    }
    case 'within':
      if (!/\bin\b|属于|=|>|</u.test(before)) return [];
      return [negation(condition, before, text)];
    case 'fact':
    case 'field':
    case 'decision':
      return isNameOf(condition.name, before) ? [negation(condition, before, text)] : [];
    case 'parameter':
    case 'call':
    case 'aggregate':
      return before.startsWith(
        condition.op === 'call' ? condition.fn : condition.op === 'parameter' ? condition.name : condition.operator,
      )
        ? [negation(condition, before, text)]
        : [];
    default:
      return [];
  }
}

function negation(condition: Ir, before: string, text: string): Change {
  const { origin } = condition;
  const after = /^[\p{L}\p{N}.-]+$/u.test(before) ? `not ${before}` : `not (${before})`;
  const by: Ir = { op: 'not', type: boolean, origin, operand: condition };
  return { ...rewritten(origin, text, after), sort: 'condition', of: condition, by, through: [condition] };
}

/** Is it the name as an expression writes it: `is-first`, `violation.is-first`, `r.answered`? */
function isNameOf(name: string, before: string): boolean {
  return (
    before === name ||
    name.endsWith(`.${before}`) ||
    name.endsWith(`/${before}`) ||
    before.endsWith(`.${name}`) ||
    before.startsWith(name)
  );
}

/** The conditions that a node asks directly. */
export function conditionsIn(ir: Ir): readonly Ir[] {
  switch (ir.op) {
    case 'logic':
      return [ir.left, ir.right];
    case 'choose':
      return ir.arms.map(({ when }) => when);
    case 'aggregate':
      return [
        ...(ir.where === undefined ? [] : [ir.where]),
        ...(ir.operator === 'any' || ir.operator === 'all' ? [ir.body] : []),
      ];
    case 'reading':
      return ir.type.is === 'boolean' ? [ir.taken] : [];
    case 'mark':
    case 'round':
      return ir.type.is === 'boolean' ? [ir.value] : [];
    default:
      return [];
  }
}

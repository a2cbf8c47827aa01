import type { Compare, Comparison, Ir, Range, Within } from '../../ir/ir.ts';
import { all, always, any, holds, never, type Condition } from './condition.ts';
import { crossed, familyOf, type Family } from './crossing.ts';
import type { Lowering } from './lowering.ts';
import type { OperatorName } from './operators.ts';
import { askedTruth, operandsOf } from './operands.ts';

/** When a condition is true and when it is false; neither where it is undetermined. Errors on the way are told apart. */
export interface Truth {
  readonly true: Condition;
  readonly false: Condition;
}

const undetermined: Truth = { true: never, false: never };
export const known = ({ true: yes, false: no }: Truth): Condition => any(yes, no);

/** The two sides of a boolean node. Negations are pushed inward: what is absent is neither true nor false. */
export function truthOf(ir: Ir, lowering: Lowering): Truth {
  switch (ir.op) {
    case 'literal':
      return ir.value.is === 'boolean' && ir.value.truth
        ? { true: always, false: never }
        : { true: never, false: always };
    case 'logic': {
      const [left, right] = [truthOf(ir.left, lowering), truthOf(ir.right, lowering)];
      return ir.connective === 'and'
        ? { true: all(left.true, right.true), false: any(left.false, right.false) }
        : { true: any(left.true, right.true), false: all(left.false, right.false) };
    }
    case 'not': {
      const operand = truthOf(ir.operand, lowering);
      return { true: operand.false, false: operand.true };
    }
    case 'choose': {
      const sides: Truth[] = [];
      let reached: Condition = always;
      for (const { when, value } of ir.arms) {
        const [condition, arm] = [truthOf(when, lowering), truthOf(value, lowering)];
        const taken = all(reached, condition.true);
        sides.push({ true: all(taken, arm.true), false: all(taken, arm.false) });
        reached = all(reached, condition.false);
      }
      const otherwise = truthOf(ir.otherwise, lowering);
      sides.push({ true: all(reached, otherwise.true), false: all(reached, otherwise.false) });
      return { true: any(...sides.map((side) => side.true)), false: any(...sides.map((side) => side.false)) };
    }
    case 'mark':
      return lowering.openMarks(ir).length > 0 ? undetermined : truthOf(ir.value, lowering);
    case 'reading': {
      const taken = truthOf(ir.taken, lowering);
      if (!lowering.isOpen(ir.interpretation)) return taken;
      const same = lowering.same(ir);
      return { true: all(taken.true, same), false: all(taken.false, same) };
    }
    case 'undetermined':
      return undetermined;
    case 'compare':
      return operandsOf(ir) === undefined ? computed(ir, lowering) : comparison(ir, lowering);
    case 'within':
      return operandsOf(ir) === undefined ? computed(ir, lowering) : membership(ir, lowering);
    default:
      return computed(ir, lowering);
  }
}

/** A truth that the engine works out before the run. */
function computed(ir: Ir, lowering: Lowering): Truth {
  const { id } = lowering.needs.of(ir);
  return { true: holds(id, 'is.eq', true), false: holds(id, 'is.eq', false) };
}

const words = { '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
const contrary = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
const turned = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function comparison({ comparison: asked, left, right }: Compare, lowering: Lowering): Truth {
  const family = orderOf(left);
  if (left.op === 'literal') return against(family, right, turned[asked], left, lowering);
  return against(family, left, asked, right, lowering);
}

function orderOf({ type }: Ir): Family {
  const family = familyOf(type);
  if (family === undefined) throw new Error(`${type.is} does not cross`);
  return family;
}

function against(family: Family, left: Ir, asked: Comparison, right: Ir, lowering: Lowering): Truth {
  const { id } = lowering.needs.of(left);
  const value = right.op === 'literal' ? crossed(right.value) : { fact: lowering.needs.of(right).id };
  if (value === undefined) throw new Error('a literal that does not cross');
  const with_ = (comparison: Comparison): Condition =>
    holds(id, `${family}.${words[comparison]}` as OperatorName, value);
  return { true: with_(asked), false: with_(contrary[asked]) };
}

function membership({ value, range }: Within, lowering: Lowering): Truth {
  if (range.range === 'any') return { true: always, false: never };
  const asked = askedTruth(range);
  if (asked !== undefined) {
    const truth = truthOf(value, lowering);
    return asked ? truth : { true: truth.false, false: truth.true };
  }
  const family = orderOf(value);
  const written = writtenRange(range);
  if (written === undefined) return betweenComputed(value, range, family, lowering);
  const { id } = lowering.needs.of(value);
  const leaf = (relation: string): Condition => holds(id, `${family}.${relation}` as OperatorName, written.value);
  return { true: leaf(written.is), false: leaf(written.isNot) };
}

/** Strict in both ends: a value outside one of them is outside only where the other is known, too. */
function betweenComputed(value: Ir, range: Range, family: Family, lowering: Lowering): Truth {
  if (range.range !== 'interval') throw new Error('only an interval has ends that are computed');
  const end = (
    bound: typeof range.low,
    closed: Comparison,
    open: Comparison,
  ): Truth & { readonly known: Condition } => {
    if (bound === undefined) return { true: always, false: never, known: always };
    const side = against(family, value, bound.open ? open : closed, bound.at, lowering);
    const isKnown = bound.at.op === 'literal' ? always : holds(lowering.needs.of(bound.at).id, 'state.known');
    return { ...side, known: isKnown };
  };
  const [low, high] = [end(range.low, '>=', '>'), end(range.high, '<=', '<')];
  return { true: all(low.true, high.true), false: any(all(low.false, high.known), all(high.false, low.known)) };
}

interface WrittenRange {
  readonly value: string | boolean;
  readonly is: string;
  readonly isNot: string;
}

/** A range of written values as the operators read it. */
function writtenRange(range: Range): WrittenRange | undefined {
  if (range.range === 'set') {
    const items = range.items.flatMap((item) => (item.op === 'literal' ? (crossed(item.value) ?? []) : []));
    if (items.length < range.items.length) return undefined;
    const [only] = items;
    const one = items.length === 1 && only !== undefined;
    const sides = one ? ['eq', 'ne'] : ['one-of', 'none-of'];
    const [is = '', isNot = ''] = range.none ? sides.toReversed() : sides;
    return { value: one ? only : JSON.stringify(items), is, isNot };
  }
  if (range.range !== 'interval') return undefined;
  const end = (bound: typeof range.low): string | undefined => {
    if (bound === undefined) return '';
    const value = bound.at.op === 'literal' ? crossed(bound.at.value) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const [low, high] = [end(range.low), end(range.high)];
  if (low === undefined || high === undefined) return undefined;
  const closed = (bound: typeof range.low): boolean => bound?.open === false;
  const text = `${closed(range.low) ? '[' : '('}${low}..${high}${closed(range.high) ? ']' : ')'}`;
  return { value: text, is: 'in', isNot: 'not-in' };
}

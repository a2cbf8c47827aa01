import { isConstant } from '../cases/covered/constant.ts';
import { negated } from '../cases/covered/position.ts';
import type { Bound, Compare, Comparison, Ir, Range } from '../ir/ir.ts';
import { exact, type Exact } from '../value/exact.ts';
import { isWritten, moved } from './literals.ts';
import { withValue, type Change, type Context } from './change.ts';
import { dropped } from './replace.ts';
import { comparisonBetween, otherEnd, rewritten } from './written.ts';

/** A comparison: its bound moved, its end flipped, its answer turned round. */
export function comparisonChanges(ir: Compare, context: Context): readonly Change[] {
  const { left, right, comparison } = ir;
  const isEqual = comparison === '=' || comparison === '!=';
  const bounds = [
    ...(right.op === 'literal' ? boundMoves(right, left, context) : []),
    ...(left.op === 'literal' ? boundMoves(left, right, context) : []),
  ];
  const [subject, bound] = isConstant(left) ? [right, left] : [left, right];
  const isOnSteps = bound.op === 'literal' && onGrid(subject, context);
  return [
    ...(isEqual ? [] : bounds),
    ...(isEqual || isOnSteps ? [] : turned('end', ir, endFlipped[comparison], context)),
    ...turned('condition', ir, opposite[comparison], context),
  ];
}

function turned(sort: Change['sort'], ir: Compare, comparison: Comparison, { text }: Context): readonly Change[] {
  const written = comparisonBetween(ir.left, ir.right, ir.comparison, comparison, text);
  return written === undefined ? [] : [{ ...written, sort, of: ir, by: { ...ir, comparison }, through: [ir] }];
}

/** A range: its ends moved and flipped, the items of a set taken out one by one. */
export function rangeChanges(range: Range, subject: Ir, through: readonly Ir[], context: Context): readonly Change[] {
  switch (range.range) {
    case 'interval':
      return [range.low, range.high].flatMap((bound, i) =>
        bound === undefined ? [] : endChanges(bound, i === 0, subject, context),
      );
    case 'set':
      return range.items.length < 2
        ? []
        : range.items.flatMap((item): readonly Change[] => {
            if (item.op !== 'literal' || !isItem(item, context)) return [];
            const written = rewritten(item.origin, context.text, '');
            return [{ ...written, sort: 'value', of: item, by: dropped, through: [item, ...through] }];
          });
    case 'any':
    case 'list':
      return [];
  }
}

/** A set that a kind makes of the ids of its own parts is written nowhere as one. */
function isItem(item: Extract<Ir, { op: 'literal' }>, { text, words }: Context): boolean {
  const { start, end } = item.origin;
  const isListed =
    /[[{,]\s*["']?$/u.test(text.slice(Math.max(0, start - 40), start)) &&
    /^["']?\s*[\]},]/u.test(text.slice(end, end + 40));
  return isListed && item.value.is !== 'text' && isWritten(item, text, words);
}

function endChanges(bound: Bound, isLow: boolean, subject: Ir, context: Context): readonly Change[] {
  const { at, open } = bound;
  const moves = at.op === 'literal' ? boundMoves(at, subject, context) : [];
  const written = at.op === 'literal' && onGrid(subject, context) ? undefined : otherEnd(at, isLow, context.text);
  if (written === undefined) return moves;
  return [...moves, { ...written, sort: 'end', of: bound, by: { ...bound, open: !open }, through: [at] }];
}

/** To either side by the smallest unit of what is held against it. */
function boundMoves(literal: Extract<Ir, { op: 'literal' }>, subject: Ir, context: Context): readonly Change[] {
  if (!isWritten(literal, context.text, context.words)) return [];
  const step = smallest(subject, context);
  if (step === undefined) return [];
  return [step, negated(step)].flatMap((by) => withValue('bound', literal, moved(literal, by), context));
}

function smallest(subject: Ir, { steps }: Context): Exact | undefined {
  const own = steps(subject);
  if (own.is === 'steps') return own.step;
  switch (subject.type.is) {
    case 'percent':
      return exact(1n, 10_000n);
    case 'money':
    case 'number':
    case 'quantity':
      return exact(1n, 100n);
    case 'duration':
    case 'date':
      return exact(1n, 1n);
    case 'time':
    case 'date-time':
      return exact(60n, 1n);
    default:
      return undefined;
  }
}

/** On a grid of whole things flipping an end is the same as moving it. */
function onGrid(subject: Ir, { steps }: Context): boolean {
  const own = steps(subject);
  return own.is === 'steps' && own.step.top === 1n && own.step.bottom === 1n;
}

const endFlipped: Readonly<Record<Comparison, Comparison>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '=',
  '!=': '!=',
};
const opposite: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

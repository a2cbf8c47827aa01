import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Outcome } from '../../ir/outcome.ts';
import { isNumeric, printType, type NumericType, type Type } from '../../ir/type.ts';
import { amountIn } from '../../value/amounts.ts';
import { minusExact, type Exact } from '../../value/exact.ts';
import type { Counts } from './effect.ts';
import { groupOf, moveIn, newGroups, type Groups, type GroupTally } from './groups.ts';
import { exactOf, isLarge, keep, newLargest, type Amount, type Largest } from './largest.ts';
import { add, move, newMoves, type Moves } from './moves.ts';
import { count, newOften, type Often } from './often.ts';
import type { Said, Side } from './sides.ts';
import { countExact, countUnits, newSpread, type Spread } from './spread.ts';
import { newSum, type Sum } from './sum.ts';

/** What became of one decision so far, row by row. */
export interface Tally<Row> {
  readonly decision: string;
  readonly before: Side;
  readonly after: Side;
  /** The type of both sides, where it is the same and of numbers. */
  readonly type: NumericType | undefined;
  /** Of the units in which changes are counted. */
  readonly scale: number;
  rows: number;
  changed: number;
  becameUndetermined: number;
  noLongerUndetermined: number;
  readonly counts: { readonly before: Mutable<Counts>; readonly after: Mutable<Counts> };
  readonly reasons: Often<Texts>;
  /** Of rows that are undetermined on both sides. */
  readonly stillOpen: Often<Texts>;
  readonly values: Often<{ readonly from: string; readonly to: string }>;
  readonly moves: Moves;
  readonly spread: Spread;
  readonly totals: { readonly before: Sum; readonly after: Sum; readonly onlyBefore: Sum; readonly onlyAfter: Sum };
  readonly groups: Groups;
  readonly largest: Largest<Row>;
}
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export function newTally<Row>(decision: string, before: Side, after: Side): Tally<Row> {
  const [was, is] = [typeOf(before, decision), typeOf(after, decision)];
  const same = was === undefined || is === undefined || printType(was) === printType(is);
  const type = is ?? was;
  const scale = Math.max(before.scale, after.scale);
  const none = (): Mutable<Counts> => ({ determined: 0, undetermined: 0, 'not-applicable': 0, error: 0, absent: 0 });
  return {
    decision,
    before,
    after,
    type: same && type !== undefined && isNumeric(type) ? type : undefined,
    scale,
    rows: 0,
    changed: 0,
    becameUndetermined: 0,
    noLongerUndetermined: 0,
    counts: { before: none(), after: none() },
    reasons: newOften(),
    stillOpen: newOften(),
    values: newOften(),
    moves: newMoves(),
    spread: newSpread(),
    totals: { before: newSum(), after: newSum(), onlyBefore: newSum(), onlyAfter: newSum() },
    groups: newGroups(),
    largest: newLargest(scale),
  };
}

function typeOf({ program }: Side, decision: string): Type | undefined {
  return Object.hasOwn(program.decisions, decision) ? program.decisions[decision]?.type : undefined;
}

/** Adds a row. Most are two plain numbers, and need nothing to be made for them. */
export function addRow<Row>(
  tally: Tally<Row>,
  was: Said,
  is: Said,
  row: Row,
  group: string | undefined,
  outcomes: (side: 'before' | 'after', said: Said) => Outcome,
): void {
  tally.rows += 1;
  const own = group === undefined ? undefined : groupOf(tally.groups, group);
  const { type, scale, before, after, counts } = tally;
  if (typeof was === 'number' && typeof is === 'number' && type !== undefined) {
    const [a, b] = [was * 10 ** (scale - before.scale), is * 10 ** (scale - after.scale)];
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(b - a)) {
      counts.before.determined += 1;
      counts.after.determined += 1;
      addChange(tally, a, b, b - a, row, own);
      return;
    }
  } else if (was === is && was !== undefined && typeof was !== 'object' && type === undefined && sameType(tally)) {
    counts.before.determined += 1;
    counts.after.determined += 1;
    return;
  }
  addOutcomes(tally, was, is, row, own, outcomes);
}

function sameType({ before, after, decision }: Tally<unknown>): boolean {
  return (
    typeOf(before, decision) === typeOf(after, decision) || typeWord(before, decision) === typeWord(after, decision)
  );
}

const typeWord = (side: Side, decision: string): string => printType(typeOf(side, decision) ?? { is: 'unknown' });

function addChange<Row>(
  tally: Tally<Row>,
  before: Amount,
  after: Amount,
  change: Amount,
  row: Row,
  group: GroupTally | undefined,
): void {
  add(tally.totals.before, before);
  add(tally.totals.after, after);
  move(tally.moves, change);
  if (group !== undefined) moveIn(group, change);
  if (typeof change === 'number' ? change === 0 : change.top === 0n) return;
  if (typeof change === 'number') countUnits(tally.spread, change);
  else countExact(tally.spread, change);
  countChanged(tally, group);
  if (isLarge(tally.largest, change)) keep(tally.largest, { row, before, after, change });
}

function countChanged(tally: Tally<unknown>, group: GroupTally | undefined): void {
  tally.changed += 1;
  if (group !== undefined) group.changed += 1;
}

/** A row that is not plain on both sides. */
function addOutcomes<Row>(
  tally: Tally<Row>,
  was: Said,
  is: Said,
  row: Row,
  group: GroupTally | undefined,
  outcomes: (side: 'before' | 'after', said: Said) => Outcome,
): void {
  const [a, b] = [outcomes('before', was), outcomes('after', is)];
  const from = was === undefined ? ('absent' as const) : a.status;
  const to = is === undefined ? ('absent' as const) : b.status;
  tally.counts.before[from] += 1;
  tally.counts.after[to] += 1;
  if (to === 'undetermined' && from !== 'undetermined') {
    tally.becameUndetermined += 1;
    for (const { text } of b.reasons) count(tally.reasons, text.en, text);
  }
  if (to === 'undetermined' && from === 'undetermined')
    for (const { text } of b.reasons) count(tally.stillOpen, text.en, text);
  if (from === 'undetermined' && to !== 'undetermined') tally.noLongerUndetermined += 1;
  const [x, y] = [amountOf(a, tally, tally.before), amountOf(b, tally, tally.after)];
  if (x !== undefined && y !== undefined) {
    addChange(tally, x, y, inUnits(minusExact(exactIn(y, tally), exactIn(x, tally)), tally.scale), row, group);
    return;
  }
  if (x !== undefined) add(tally.totals.onlyBefore, x);
  if (y !== undefined) add(tally.totals.onlyAfter, y);
  if (from === to && a.value === b.value) return;
  countChanged(tally, group);
  if (a.value === undefined || b.value === undefined) return;
  count(tally.values, JSON.stringify([a.value, b.value]), { from: a.value, to: b.value });
}

function amountOf({ value }: Outcome, { type, scale }: Tally<unknown>, { program }: Side): Amount | undefined {
  if (value === undefined || type === undefined) return undefined;
  const amount = amountIn(value, type, program);
  // An outcome's own value always reads: anything else is a bug, and a sum that left it out would be wrong.
  if (amount === undefined) throw new Error(`${value} is no amount`);
  return inUnits(amount, scale);
}

function inUnits(amount: Exact, scale: number): Amount {
  const top = amount.top * 10n ** BigInt(scale);
  if (top % amount.bottom !== 0n) return amount;
  const units = Number(top / amount.bottom);
  return Number.isSafeInteger(units) ? units : amount;
}

const exactIn = (amount: Amount, { scale }: Tally<unknown>): Exact => exactOf(amount, scale);

import type { Type } from '../../ir/type.ts';
import { noFlags, pickFlags, union, type Flags } from './flags.ts';
import { added, boundNumber, compared, numberOf, type Ratio } from './ratio.ts';
import { call, certain, nothing, pick, sql, whole, type Term } from './term.ts';
import { bound, constant, picked, times, type Desk, type Whole } from './whole.ts';
import { isOpen, or } from './truth.ts';

/** What a node is worth where it is determined; NULL where it is not. */
export type Worth =
  | { readonly is: 'number'; readonly number: Ratio }
  | { readonly is: 'truth'; readonly term: Term }
  /** A text, a member or a post. */
  | { readonly is: 'word'; readonly term: Term }
  /** Days since 0000-03-01, seconds of the day, or seconds since 0000-03-01. */
  | { readonly is: 'day' | 'time' | 'moment'; readonly count: Whole }
  /** Never determined. */
  | { readonly is: 'nothing' };

/** A node as SQL. */
export interface Cell {
  readonly worth: Worth;
  /** 0, or why there is no value: `error`, or `tooLarge`, which the engine must be asked for. Never NULL. */
  readonly failed: Term;
  /** What the value rests on; counts only where there is one. */
  readonly flags: Flags;
}

export const fine: Term = whole(0n);
export const error: Term = whole(3n);
export const tooLarge: Term = whole(4n);

export const open: Cell = { worth: { is: 'nothing' }, failed: fine, flags: noFlags };

export function determined(worth: Worth): Cell {
  return { worth, failed: fine, flags: noFlags };
}

/** The failure that stands first in rank; in doubt the engine is asked. */
export function worst(...failed: readonly Term[]): Term {
  const found = [...new Map(failed.filter(({ always }) => always !== 0n).map((term) => [term.text, term])).values()];
  const [first] = found;
  if (first === undefined) return fine;
  if (found.length === 1) return first;
  return certain(
    call`GREATEST(${{ ...first, text: found.map(({ text }) => text).join(', '), columns: new Set(found.flatMap(({ columns }) => [...columns])), closed: true }})`,
  );
}

/** What strict nodes share: the failures and the flags of their parts. */
export function strictly(parts: readonly Cell[], worth: Worth, desk: Desk): Cell {
  return {
    worth: parts.some((part) => part.worth.is === 'nothing') ? { is: 'nothing' } : worth,
    failed: worst(...parts.map(({ failed }) => failed)),
    flags: parts.reduce((flags, part) => union(flags, part.flags, desk), noFlags),
  };
}

export function numberIn({ worth }: Cell): Ratio {
  if (worth.is === 'number') return worth.number;
  if (worth.is === 'nothing') return { top: { term: nothing, most: 0n }, parts: 1n };
  throw new Error(`a number was expected, ${worth.is} found`);
}

export function truthIn({ worth }: Cell): Term {
  if (worth.is === 'truth') return worth.term;
  if (worth.is === 'nothing') return nothing;
  throw new Error(`a condition was expected, ${worth.is} found`);
}

export function wordIn({ worth }: Cell): Term {
  if (worth.is === 'word') return worth.term;
  if (worth.is === 'nothing') return nothing;
  throw new Error(`a text was expected, ${worth.is} found`);
}

export function countIn({ worth }: Cell): Whole {
  if (worth.is === 'day' || worth.is === 'time' || worth.is === 'moment') return worth.count;
  if (worth.is === 'nothing') return { term: nothing, most: 0n };
  throw new Error(`a date or time was expected, ${worth.is} found`);
}

/** The term that is NULL where the cell has no value. */
export function mainTerm(worth: Worth): Term {
  switch (worth.is) {
    case 'number':
      return worth.number.top.term;
    case 'truth':
    case 'word':
      return worth.term;
    case 'day':
    case 'time':
    case 'moment':
      return worth.count.term;
    case 'nothing':
      return nothing;
  }
}

/** Not determined: open, or failed. */
export function undetermined({ worth, failed }: Cell): Term {
  return or(
    failed.always === 0n ? { ...fine, text: 'FALSE', always: false } : sql`${failed} <> 0`,
    isOpen(mainTerm(worth)),
  );
}

export function boundCell({ worth, failed, flags }: Cell, desk: Desk, about?: string): Cell {
  return {
    worth: boundWorth(worth, desk, about),
    failed: desk.sheet.bind(failed),
    flags: { ids: flags.ids, words: new Map([...flags.words].map(([word, mask]) => [word, desk.sheet.bind(mask)])) },
  };
}

function boundWorth(worth: Worth, desk: Desk, about?: string): Worth {
  switch (worth.is) {
    case 'number':
      return { is: 'number', number: boundNumber(worth.number, desk, about) };
    case 'truth':
    case 'word':
      return { is: worth.is, term: desk.sheet.bind(worth.term, about) };
    case 'day':
    case 'time':
    case 'moment':
      return { is: worth.is, count: { ...worth.count, term: desk.sheet.bind(worth.count.term, about) } };
    case 'nothing':
      return worth;
  }
}

/** Are two values of one type equal? NULL where one is not known. */
export function equal(a: Cell, b: Cell, desk: Desk): Term {
  const [x, y] = [a.worth, b.worth];
  if (x.is === 'nothing' || y.is === 'nothing') return nothing;
  if (x.is === 'number' && y.is === 'number') return compared(x.number, '=', y.number, desk);
  return sql`${mainTerm(x)} = ${mainTerm(y)}`;
}

export interface CellBranch {
  readonly when: Term;
  readonly then: Cell;
}

/** The first cell whose condition is true; conditions that are written twice should be columns. */
export function pickCell(branches: readonly CellBranch[], otherwise: Cell, desk: Desk): Cell {
  return {
    worth: pickWorth(branches, otherwise, desk),
    failed: pick(
      branches.map(({ when, then }) => ({ when, then: then.failed })),
      otherwise.failed,
    ),
    flags: pickFlags(
      branches.map(({ when, then }) => ({ when, then: then.flags })),
      otherwise.flags,
    ),
  };
}

function pickWorth(branches: readonly CellBranch[], otherwise: Cell, desk: Desk): Worth {
  const kind = [...branches.map(({ then }) => then), otherwise].find(({ worth }) => worth.is !== 'nothing')?.worth.is;
  switch (kind) {
    case undefined:
    case 'nothing':
      return { is: 'nothing' };
    case 'number':
      return { is: 'number', number: pickNumber(branches, otherwise, desk) };
    case 'truth':
    case 'word':
      return {
        is: kind,
        term: pick(
          branches.map(({ when, then }) => ({ when, then: mainTerm(then.worth) })),
          mainTerm(otherwise.worth),
        ),
      };
    case 'day':
    case 'time':
    case 'moment':
      return {
        is: kind,
        count: picked(
          branches.map(({ when, then }) => ({ when, then: countIn(then) })),
          countIn(otherwise),
          desk,
        ),
      };
  }
}

/** All numbers over the same parts. */
function pickNumber(branches: readonly CellBranch[], otherwise: Cell, desk: Desk): Ratio {
  const numbers = branches.map(({ when, then }) => ({ when, then: numberIn(then) }));
  const last = numberIn(otherwise);
  const all = [...numbers.map(({ then }) => then), last];
  const { parts } = all.reduce(
    (common, each) => added(common, { ...numberOf(0n, 1n), parts: each.parts }, desk),
    numberOf(0n, 1n),
  );
  const topOf = (number: Ratio): Whole => times(number.top, constant(parts / number.parts), desk);
  const top = picked(
    numbers.map(({ when, then }) => ({ when, then: topOf(then) })),
    topOf(last),
    desk,
  );
  if (all.every(({ below }) => below === undefined)) return { top, parts };
  const below = picked(
    numbers.map(({ when, then }) => ({ when, then: then.below ?? constant(1n) })),
    last.below ?? constant(1n),
    desk,
  );
  return { top, parts, below: bound(below, desk) };
}

/** Is the type one of whole counts that stand in an order? */
export function momentKind(type: Type): 'day' | 'time' | 'moment' | undefined {
  return type.is === 'date' ? 'day' : type.is === 'time' ? 'time' : type.is === 'date-time' ? 'moment' : undefined;
}

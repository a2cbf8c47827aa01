import type { Syntax } from './dialect.ts';
import type { Sheet } from './sheet.ts';
import { call, certain, nothing, pick, sql, whole, yes, type Term } from './term.ts';
import { or } from './truth.ts';

/** A whole number, and the most that its size can be. */
export interface Whole {
  readonly term: Term;
  readonly most: bigint;
}

/** Where whole numbers are computed: what outgrows the dialect is not computed, and told in `beyond`. */
export interface Desk {
  readonly syntax: Syntax;
  readonly sheet: Sheet;
  /** Conditions under which a number was too large to be computed. */
  beyond: readonly Term[];
}

const narrowest = 2n ** 63n - 1n;

export function constant(count: bigint): Whole {
  return { term: whole(count), most: count < 0n ? -count : count };
}

/** Never known. */
export const unknown: Whole = { term: nothing, most: 0n };

export const isWide = ({ most }: Whole): boolean => most > narrowest;

/** The term as it is written: a fixed number of more than 64 bits is another number, or none, in some dialects. */
export function written({ term }: Whole, { syntax }: Desk): Term {
  const fixed = term.always;
  if (typeof fixed !== 'bigint' || (fixed <= narrowest && fixed >= -narrowest)) return term;
  return syntax.wideLiteral(fixed);
}

/** The term in a type in which results of this size fit. */
function sized(a: Whole, result: bigint, desk: Desk): Term {
  if (result <= narrowest || isWide(a)) return written(a, desk);
  return desk.syntax.cast(a.term, desk.syntax.wide);
}

/** A fixed number that no column holds: whatever it is computed with is told to be too large. */
function outgrown(fixed: readonly (Term['always'] | undefined)[], desk: Desk): boolean {
  const { widest } = desk.syntax;
  const isOut = fixed.some(
    (each) => typeof each === 'bigint' && widest !== undefined && (each > widest || each < -widest),
  );
  if (isOut) desk.beyond = [...desk.beyond, yes];
  return isOut;
}

/** The number, unless it is fixed and no column holds it. */
export function held(a: Whole, desk: Desk): Whole {
  return outgrown([a.term.always], desk) ? unknown : a;
}

export function times(a: Whole, b: Whole, desk: Desk): Whole {
  const [x, y] = [a.term.always, b.term.always];
  if (typeof x === 'bigint' && typeof y === 'bigint') return constant(x * y);
  if (x === null || y === null || outgrown([x, y], desk)) return unknown;
  if (x === 1n) return b;
  if (y === 1n) return a;
  const most = a.most * b.most;
  const { widest } = desk.syntax;
  if (widest === undefined || most <= widest)
    return { term: sql`${sized(a, most, desk)} * ${sized(b, most, desk)}`, most };
  const root = rootOf(widest);
  const mostA = least(a.most, b.most <= root ? widest / b.most : root);
  const mostB = least(b.most, widest / mostA);
  const [left, right] = [bound(a, desk), bound(b, desk)];
  const product = sql`${sized(left, widest, desk)} * ${sized(right, widest, desk)}`;
  return guarded(product, [beyond(left, mostA, desk), beyond(right, mostB, desk)], mostA * mostB, desk);
}

export function plus(a: Whole, b: Whole, desk: Desk): Whole {
  return sum(a, b, 1n, desk);
}

export function minus(a: Whole, b: Whole, desk: Desk): Whole {
  return sum(a, b, -1n, desk);
}

function sum(a: Whole, b: Whole, sign: 1n | -1n, desk: Desk): Whole {
  const [x, y] = [a.term.always, b.term.always];
  if (typeof x === 'bigint' && typeof y === 'bigint') return constant(x + sign * y);
  if (x === null || y === null || outgrown([x, y], desk)) return unknown;
  if (y === 0n) return a;
  if (x === 0n && sign === 1n) return b;
  const most = a.most + b.most;
  const { widest } = desk.syntax;
  const added = (left: Whole, right: Whole, result: bigint): Term =>
    sign === 1n
      ? sql`${sized(left, result, desk)} + ${sized(right, result, desk)}`
      : sql`${sized(left, result, desk)} - ${sized(right, result, desk)}`;
  if (widest === undefined || most <= widest) return { term: added(a, b, most), most };
  const [left, right] = [bound(a, desk), bound(b, desk)];
  const half = widest / 2n;
  return guarded(added(left, right, widest), [beyond(left, half, desk), beyond(right, half, desk)], widest, desk);
}

export function negated(a: Whole): Whole {
  if (a.term.always === null) return unknown;
  return typeof a.term.always === 'bigint' ? constant(-a.term.always) : { ...a, term: sql`-${a.term}` };
}

export function sizeOf(a: Whole): Whole {
  if (a.term.always === null) return unknown;
  if (typeof a.term.always === 'bigint') return constant(a.most);
  return { ...a, term: call`abs(${{ ...a.term, closed: true }})` };
}

/** Towards zero. */
export function quotient(a: Whole, b: Whole, desk: Desk): Whole {
  if (b.term.always === 1n) return a;
  const [x, y] = [a.term.always, b.term.always];
  if (typeof x === 'bigint' && typeof y === 'bigint' && y > 0n) return constant(x / y);
  if (x === null || y === null || outgrown([x, y], desk)) return unknown;
  const most = typeof y === 'bigint' ? a.most / y : a.most;
  return narrowed(desk.syntax.quotient(written(a, desk), written(b, desk), isWide(a) || isWide(b)), [a, b], most, desk);
}

/** A number that fits stands in the narrow type, whatever it came from: PostgreSQL's wide one divides with decimals. */
function narrowed(term: Term, from: readonly Whole[], most: bigint, desk: Desk): Whole {
  const { cast, narrow } = desk.syntax;
  return { term: most <= narrowest && from.some(isWide) ? cast(term, narrow) : term, most };
}

/** What is left of a division, with the sign of what is divided. */
export function rest(a: Whole, b: Whole, desk: Desk): Whole {
  const [x, y] = [a.term.always, b.term.always];
  if (typeof x === 'bigint' && typeof y === 'bigint' && y > 0n) return constant(x % y);
  if (x === null || y === null || outgrown([x, y], desk)) return unknown;
  return narrowed(desk.syntax.rest(written(a, desk), written(b, desk)), [a, b], b.most, desk);
}

export function bound(a: Whole, { sheet }: Desk): Whole {
  return { ...a, term: sheet.bind(a.term) };
}

/** The whole number where the condition is true, else NULL. */
export function onlyWhere(when: Term, a: Whole, desk: Desk): Whole {
  return { ...a, term: pick([{ when, then: written(held(a, desk), desk) }], nothing) };
}

/** Each branch as wide as the widest, so that the column has one type. */
export function picked(
  cases: readonly { readonly when: Term; readonly then: Whole }[],
  last: Whole | undefined,
  desk: Desk,
): Whole {
  const branches = cases.map(({ when, then }) => ({ when, then: held(then, desk) }));
  const otherwise = last === undefined ? undefined : held(last, desk);
  const all = [...branches.map(({ then }) => then), ...(otherwise === undefined ? [] : [otherwise])];
  const most = all.reduce((greatest, each) => (each.most > greatest ? each.most : greatest), 0n);
  const term = pick(
    branches.map(({ when, then }) => ({ when, then: written(then, desk) })),
    otherwise === undefined ? nothing : written(otherwise, desk),
  );
  if (term.always !== undefined || all.some((each) => each.term.text === term.text)) return { term, most };
  const { wide, narrow, cast } = desk.syntax;
  return { term: cast(term, most > narrowest ? wide : narrow), most };
}

function guarded(term: Term, tooLarge: readonly (Term | undefined)[], most: bigint, desk: Desk): Whole {
  const too = or(...tooLarge.filter((condition) => condition !== undefined));
  const isTooLarge = desk.sheet.bind(certain(call`COALESCE(${{ ...too, closed: true }}, FALSE)`));
  desk.beyond = [...desk.beyond, isTooLarge];
  return { term: desk.sheet.bind(pick([{ when: isTooLarge, then: nothing }], term)), most };
}

function beyond(a: Whole, most: bigint, desk: Desk): Term | undefined {
  return a.most <= most ? undefined : sql`${written(sizeOf(a), desk)} > ${written(constant(most), desk)}`;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function rootOf(count: bigint): bigint {
  let root = 1n;
  while (root * root * 100n <= count) root *= 10n;
  return root;
}

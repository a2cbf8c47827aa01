import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { floorSteps, isOnGrid, positionOf, times, valueAt } from '../proof/line.ts';
import { literals } from '../proof/verdict.ts';
import type { Domain } from '../proof/domain.ts';
import { contains, roundPositions, type Stretch } from '../proof/round-position.ts';
import { compareExact, exact, minusExact, plusExact, timesExact, type Exact } from '../value/exact.ts';
import { atomsBehind } from './asked.ts';
import { isIn } from './at.ts';
import type { Atom } from './atom.ts';
import { both, isAllowed, lineColumn, nameColumn, type Box } from './box.ts';
import * as forms from './form.ts';
import { contradict, projected, type Inequality } from './elimination.ts';
import { inequalitiesOf } from './linear.ts';
import * as quotients from './quotient.ts';

type Values = Readonly<Record<string, Value>>;
type LineType = LineDomain['type'];
type LineDomain = Extract<Domain, { is: 'line' }>;

// A person who looks for an example gives up sooner.
const mostTries = 60;
const mostOfOne = 6;

/**
 * Facts that lie in the box, the ones first that a person would think of. `wanted` are facts that must be given as well.
 * Nothing where no facts can be shown: something that is not looked into decides, or products of facts do.
 */
export function* factsIn(
  box: Box,
  wanted: readonly Atom[],
  program: Program,
  start: Values = {},
): Generator<Values, void, undefined> {
  const names: Record<string, Value> = {};
  const needed = wanted.flatMap((atom) => (isLeftOut(box, atom) ? [atom, ...atomsBehind(atom, program)] : [atom]));
  const atoms = new Map(
    [...needed, ...atomsOf(box)].flatMap((atom) => (atom.fact === undefined ? [] : [[atom.key, atom]])),
  );
  for (const atom of atoms.values()) {
    if (isLeftOut(box, atom) || atom.domain?.is === 'line') continue;
    const value = nameIn(box, atom) ?? start[atom.key];
    if (value !== undefined) names[atom.key] = value;
  }
  const lines = [...atoms.values()].filter((atom) => !isLeftOut(box, atom) && atom.domain?.is === 'line');
  const search = { left: mostTries, day: program.at };
  for (const given of numbersIn(box, lines, inequalitiesOf(box), { ...start, ...names }, search)) {
    if (isIn(box, { facts: given, program }) !== false) yield given;
  }
}

function* numbersIn(
  box: Box,
  [atom, ...rest]: readonly Atom[],
  inequalities: readonly Inequality[],
  given: Values,
  search: Search,
): Generator<Values, void, undefined> {
  if (search.left-- < 0) return;
  if (atom === undefined) return yield given;
  if (atom.domain?.is !== 'line') return;
  const { type } = atom.domain;
  const { stretch, step } = lineColumn(box, quotients.ofAtom(atom));
  const isAsked = inequalities.some(({ form }) => [...forms.atomsOf(form)].some(({ key }) => key === atom.key));
  const free = isAsked ? both(stretch, projected(inequalities, atom.key)) : stretch;
  for (const position of candidates(free, atom.domain, step, positionOn(type, search.day))) {
    const value = valueAt(type, position);
    if (!isAllowed(value, atom.domain)) continue;
    const left = isAsked
      ? inequalities.map(({ form, strict }) => ({ form: forms.substituted(form, atom.key, position), strict }))
      : inequalities;
    if (isAsked && contradict(left)) continue;
    yield* numbersIn(box, rest, left, { ...given, [atom.key]: value }, search);
  }
}

interface Search {
  left: number;
  /** The day that is asked about: days and moments near it are better examples than those of the year 1. */
  readonly day: string;
}

// Behind the calendar's end the evaluator computes no day any more, of which the pieces know nothing.
const lastDay = '9000-01-01';
const isBefore = (at: Exact, last: Exact): boolean => compareExact(at, last) < 0;

function positionOn(type: LineType, day: string): Exact | undefined {
  if (type.is === 'date') return positionOf({ is: 'date', iso: day });
  return type.is === 'date-time' ? positionOf({ is: 'date-time', iso: `${day}T00:00:00` }) : undefined;
}

/** Round positions, then the ends themselves, then such as no rounding leaves alone: a few, each once. */
function* candidates(
  stretch: Stretch,
  { type, range }: LineDomain,
  step: Exact | undefined,
  near: Exact | undefined,
): Generator<Exact, void, undefined> {
  const { low, high } = stretch;
  const last = positionOn(type, lastDay);
  const fits = (at: Exact): boolean =>
    contains(stretch, at) && (step === undefined || isOnGrid(at, step)) && (last === undefined || isBefore(at, last));
  if (range.range === 'set' && !range.none) {
    const named = literals(range).flatMap((value) => positionOf(value) ?? []);
    return yield* named.filter(fits);
  }
  if (low !== undefined && high !== undefined && compareExact(low.at, high.at) === 0) {
    if (fits(low.at)) yield low.at;
    return;
  }
  const seen: Exact[] = [];
  const ends = [stretch.low, stretch.high].flatMap((end) => (end === undefined ? [] : [end.at]));
  const round = taken(roundPositions(stretch, type, step, near), mostOfOne - 2);
  for (const position of [...round, ...ends, ...unround(stretch, step)]) {
    if (!fits(position) || seen.some((other) => compareExact(other, position) === 0)) continue;
    seen.push(position);
    yield position;
  }
}

/** Positions that are multiples of nothing, a little and far inside: two roundings are told apart there. */
function unround({ low, high }: Stretch, step: Exact | undefined): readonly Exact[] {
  const onGrid = (at: Exact): Exact => (step === undefined ? at : times(floorSteps(at, step), step));
  if (low !== undefined && high !== undefined) {
    const part = timesExact(minusExact(high.at, low.at), exact(370_137n, 1_000_000n));
    return [onGrid(plusExact(low.at, part))];
  }
  const from = low?.at ?? high?.at ?? forms.zero;
  const away = (distance: Exact): Exact =>
    low === undefined && high !== undefined ? minusExact(from, distance) : plusExact(from, distance);
  return [exact(1_234_567n, 1000n), exact(5137n, 1000n), exact(13n, 1000n)].map((distance) => onGrid(away(distance)));
}

function* taken<T>(all: Iterable<T>, count: number): Generator<T, void, undefined> {
  let left = count;
  for (const one of all) {
    if (left-- <= 0) return;
    yield one;
  }
}

function nameIn(box: Box, atom: Atom): Value | undefined {
  const { among, except } = nameColumn(box, atom);
  if (among !== undefined) return among.at(-1);
  return atom.domain?.is === 'names' ? atom.domain.other?.(except) : undefined;
}

function isLeftOut({ columns }: Box, { fact }: Atom): boolean {
  const given = columns.get(`given ${fact ?? ''}`);
  return given?.is === 'given' && !given.given;
}

function* atomsOf({ columns }: Box): Generator<Atom, void, undefined> {
  for (const column of columns.values()) {
    if (column.is === 'names') yield column.atom;
    if (column.is === 'line') yield* quotients.allAtomsOf(column.of);
  }
}

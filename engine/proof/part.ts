import type { Value } from '../ir/value.ts';
import type { Exact } from '../value/exact.ts';
import type { RangeEnd } from '../value/print.ts';
import type { Axis } from './axis.ts';
import type { Cut, LineAxis } from './line-axis.ts';
import { valueAt } from './line.ts';
import { contains, roundPositions, type Stretch } from './round-position.ts';
import type { ValueAxis } from './value-axis.ts';

/** A piece of one column, as people write it, and a value in it. Only a post of an unknown organization has no example. */
export interface Part {
  readonly covers:
    | { readonly is: 'everything' }
    | { readonly is: 'interval'; readonly low?: RangeEnd; readonly high?: RangeEnd }
    | { readonly is: 'values'; readonly values: readonly Value[] }
    /** All values but these. */
    | { readonly is: 'others'; readonly than: readonly Value[] };
  readonly witness?: Value;
}

/** Some atoms of a column; those of a line are neighbours. */
export function partOf(axis: Axis, atoms: readonly number[]): Part {
  return axis.is === 'line' ? linePart(axis, atoms) : valuePart(axis, atoms);
}

function valuePart({ values, other, size }: ValueAxis, atoms: readonly number[]): Part {
  const named = atoms.flatMap((atom) => values[atom] ?? []);
  const witness = named[0] ?? other?.example;
  const covers: Part['covers'] =
    atoms.length === size
      ? { is: 'everything' }
      : named.length === atoms.length
        ? { is: 'values', values: named }
        : { is: 'others', than: values.filter((_value, atom) => !atoms.includes(atom)) };
  return { covers, ...(witness === undefined ? {} : { witness }) };
}

function linePart(axis: LineAxis, atoms: readonly number[]): Part {
  const [first, last] = [atoms[0], atoms.at(-1)].map((atom) => (atom === undefined ? undefined : axis.pieces[atom]));
  if (first === undefined || last === undefined) {
    const none: Value = { is: 'no-duration' };
    return atoms.length === axis.size
      ? { covers: { is: 'everything' }, witness: none }
      : { covers: { is: 'values', values: [none] }, witness: none };
  }
  const position = candidates(axis, first, last).find((one) => liesIn(axis, atoms, one));
  const witness = position === undefined ? undefined : valueAt(axis.type, position);
  if (atoms.length === axis.size)
    return { covers: { is: 'everything' }, ...(witness === undefined ? {} : { witness }) };
  const [low, high] = [writtenEnd(axis, first, -1), writtenEnd(axis, last, 1)];
  const covers: Part['covers'] =
    low === undefined && high === undefined
      ? { is: 'others', than: [{ is: 'no-duration' }] }
      : { is: 'interval', ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  return { covers, ...(witness === undefined ? {} : { witness }) };
}

/** The nearest end that a cell names, the way the evaluators tell the hole around a value (engine/ir/README.md). */
function writtenEnd(axis: LineAxis, from: number, direction: 1 | -1): RangeEnd | undefined {
  const isPossible = (piece: number): boolean => axis.pieces.includes(piece);
  // Nobody speaks about what lies outside the domain: it belongs to the stretch beside it.
  const isFree = (piece: number): boolean => axis.spoken[piece] === false && !isPossible(piece);
  let edge = from;
  while (isFree(edge + direction)) edge += direction;
  for (let piece = edge; piece >= 0 && piece < axis.spoken.length; piece += direction) {
    const cut = piece % 2 === 1 ? axis.cuts[(piece - 1) / 2] : undefined;
    if (cut?.by === 'cell') return { value: valueAt(axis.type, cut.at), open: piece !== edge };
    // What lies here is possible and no part of it, so that an end further off would be too far.
    if (piece !== from && isPossible(piece)) return ownEnd(axis, from, direction);
  }
  return undefined;
}

/** Where the piece itself ends. */
function ownEnd(axis: LineAxis, piece: number, direction: 1 | -1): RangeEnd | undefined {
  const isCut = piece % 2 === 1;
  const cut = axis.cuts[isCut ? (piece - 1) / 2 : (piece + direction - 1) / 2];
  return cut === undefined ? undefined : { value: valueAt(axis.type, cut.at), open: !isCut };
}

function* candidates(axis: LineAxis, first: number, last: number): Generator<Exact, void, undefined> {
  // Ends that only the type has are no ends that a person thinks of.
  yield* roundPositions(stretchOf(axis, first, last, ['cell', 'fact']), axis.type, axis.step);
  for (let piece = first; piece <= last; piece++)
    yield* roundPositions(stretchOf(axis, piece, piece), axis.type, axis.step);
}

function stretchOf(
  { cuts }: LineAxis,
  first: number,
  last: number,
  by: readonly Cut['by'][] = ['cell', 'fact', 'type'],
): Stretch {
  const low = cuts[first % 2 === 1 ? (first - 1) / 2 : first / 2 - 1];
  const high = cuts[last % 2 === 1 ? (last - 1) / 2 : last / 2];
  return {
    ...(low === undefined || !by.includes(low.by) ? {} : { low: { at: low.at, open: first % 2 === 0 } }),
    ...(high === undefined || !by.includes(high.by) ? {} : { high: { at: high.at, open: last % 2 === 0 } }),
  };
}

function liesIn(axis: LineAxis, atoms: readonly number[], position: Exact): boolean {
  return atoms.some((atom) => {
    const piece = axis.pieces[atom];
    return piece !== undefined && contains(stretchOf(axis, piece, piece), position);
  });
}

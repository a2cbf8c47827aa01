import type { Bound, Range } from '../ir/ir.ts';
import { compareExact, exactDigits, type Exact } from '../value/exact.ts';
import type { Domain } from './domain.ts';
import { floorSteps, isOnGrid, naturalEnds, positionOf, stepOf, times, type LineType } from './line.ts';
import { literals, no, unsettled, yes, type Verdicts } from './verdict.ts';

type Line = Extract<Domain, { is: 'line' }>;

/**
 * A line cut at every end that a cell names. Piece 2i+1 is the cut i itself, piece 2i the open stretch before it; atoms are
 * the pieces that hold a value of the domain, in order, with `none` among durations as the last where a cell names it.
 */
export interface LineAxis {
  readonly is: 'line';
  readonly type: LineType;
  readonly size: number;
  readonly verdicts: readonly Verdicts[];
  readonly cuts: readonly Cut[];
  /** By atom: the piece that it is. */
  readonly pieces: readonly number[];
  readonly step?: Exact;
  readonly hasNone: boolean;
  /** By piece: does a cell speak about it? Also for pieces outside the domain. */
  readonly spoken: readonly boolean[];
}

export interface Cut {
  readonly at: Exact;
  /** What made the cut; a person is shown ends that somebody wrote. */
  readonly by: 'cell' | 'fact' | 'type';
}

export function lineAxis(domain: Line, cells: readonly Range[]): LineAxis {
  const cuts = cutsOf(domain, cells);
  const places = new Map(cuts.map(({ at }, i) => [exactDigits(at), i]));
  const placeOf = (digits: Exact): number => places.get(exactDigits(digits)) ?? -1;
  const count = 2 * cuts.length + 1;
  const said = cells.map((cell) => piecesOf(cell, count, placeOf));
  const natural = naturalEnds(domain.type);
  const [first, last] = natural === undefined ? [0, count - 1] : natural.map((end) => 2 * placeOf(end) + 1);
  const step = stepOf(domain.type, domain.scale);
  const inside = piecesOf(domain.range, count, placeOf);
  const pieces = Array.from({ length: count }, (_, piece) => piece).filter(
    (piece) =>
      inside[piece] === yes && piece >= (first ?? 0) && piece <= (last ?? count) && isInhabited(piece, cuts, step),
  );
  const hasNone = cells.some((cell) => cell.range === 'set' && literals(cell).some(({ is }) => is === 'no-duration'));
  const verdicts = cells.map((cell, row) => {
    const own = pieces.map((piece) => said[row]?.[piece] ?? no);
    return Uint8Array.from(hasNone ? [...own, verdictOnNone(cell)] : own);
  });
  return {
    is: 'line',
    type: domain.type,
    size: pieces.length + (hasNone ? 1 : 0),
    verdicts,
    cuts,
    pieces,
    ...(step === undefined ? {} : { step }),
    hasNone,
    spoken: Array.from({ length: count }, (_, piece) => said.some((row) => row[piece] === yes)),
  };
}

function cutsOf({ range, type }: Line, cells: readonly Range[]): readonly Cut[] {
  const found = new Map<string, Cut>();
  const add = (at: Exact | undefined, by: Cut['by']): void => {
    if (at !== undefined && !found.has(exactDigits(at))) found.set(exactDigits(at), { at, by });
  };
  for (const value of cells.flatMap(literals)) add(positionOf(value), 'cell');
  for (const value of literals(range)) add(positionOf(value), 'fact');
  for (const end of naturalEnds(type) ?? []) add(end, 'type');
  return [...found.values()].toSorted((a, b) => compareExact(a.at, b.at));
}

/** What a range says about each piece. */
function piecesOf(range: Range, count: number, placeOf: (at: Exact) => number): Verdicts {
  switch (range.range) {
    case 'any':
    case 'list':
      return new Uint8Array(count).fill(yes);
    case 'interval': {
      const piece = (bound: Bound, outside: number): number | undefined => {
        const at = bound.at.op === 'literal' ? positionOf(bound.at.value) : undefined;
        return at === undefined ? undefined : 2 * placeOf(at) + 1 + (bound.open ? outside : 0);
      };
      const from = range.low === undefined ? 0 : (piece(range.low, 1) ?? count);
      const to = range.high === undefined ? count - 1 : (piece(range.high, -1) ?? -1);
      return new Uint8Array(count).fill(yes, from, Math.max(from, to + 1));
    }
    case 'set': {
      const says = new Uint8Array(count).fill(range.none ? yes : no);
      for (const value of literals(range)) {
        const at = positionOf(value);
        if (at !== undefined) says[2 * placeOf(at) + 1] = range.none ? no : yes;
      }
      return says;
    }
  }
}

/** `none` equals only itself and stands in no order. */
function verdictOnNone(cell: Range): number {
  switch (cell.range) {
    case 'any':
    case 'list':
      return yes;
    case 'interval':
      return unsettled;
    case 'set':
      return literals(cell).some(({ is }) => is === 'no-duration') === cell.none ? no : yes;
  }
}

/** Does the piece hold a value? On a grid a stretch between two cuts may be empty, and a cut may lie off it. */
function isInhabited(piece: number, cuts: readonly Cut[], step: Exact | undefined): boolean {
  if (step === undefined) return true;
  const isCut = piece % 2 === 1;
  const low = cuts[isCut ? (piece - 1) / 2 : piece / 2 - 1]?.at;
  const high = cuts[piece / 2]?.at;
  if (low === undefined) return true;
  if (isCut) return isOnGrid(low, step);
  return high === undefined || compareExact(times(floorSteps(low, step) + 1n, step), high) < 0;
}

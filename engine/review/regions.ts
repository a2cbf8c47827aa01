import type { Band, Bands, Ir } from '../ir/ir.ts';
import { fits } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { isLine, positionOf, valueAt, type LineType } from '../proof/line.ts';
import { compareExact, type Exact } from '../value/exact.ts';
import { bare, marksOf, sameMeaning } from './meaning.ts';

/** One end of a part of the scale; open when the value itself does not belong to it. */
export interface End {
  readonly value: Value;
  readonly open: boolean;
}

/** A part of a scale over which two sets of tiers differ in one way. No tier there: undefined. */
export interface Region {
  readonly low: End | undefined;
  readonly high: End | undefined;
  readonly before: Ir | undefined;
  readonly after: Ir | undefined;
}

interface Atom {
  /** The cut that the atom is, or those that it lies behind and before. */
  readonly cut?: Exact;
  readonly low?: Exact;
  readonly high?: Exact;
}

/**
 * Where two sets of tiers over one scale differ, exactly: they are compared at every bound and once between neighbouring
 * bounds, where nothing can change. Undefined when bounds are not written values.
 */
export function differingRegions(before: Bands, after: Bands): readonly Region[] | undefined {
  const type = after.by.type;
  if (!isLine(type) || !fits(before.by.type, type)) return undefined;
  const cuts = cutsOf([...before.bands, ...after.bands]);
  if (cuts === undefined) return undefined;
  const found: { first: Atom; last: Atom; before: Ir | undefined; after: Ir | undefined }[] = [];
  const atoms = atomsOf(cuts);
  const [old, now] = [holding(before, cuts, atoms.length), holding(after, cuts, atoms.length)];
  for (const [i, atom] of atoms.entries()) {
    const [was, is] = [old[i], now[i]];
    const last = found.at(-1);
    if (last !== undefined && samePlace(last.before, was) && samePlace(last.after, is)) {
      last.last = atom;
    } else found.push({ first: atom, last: atom, before: was, after: is });
  }
  return found
    .filter((one) => !samePlace(one.before, one.after))
    .map(({ first, last, before: was, after: is }) => ({
      low: lowEnd(first, type),
      high: highEnd(last, type),
      before: was,
      after: is,
    }));
}

/** Same value and same marks; two places without a tier are the same too. */
function samePlace(a: Ir | undefined, b: Ir | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return a === b;
  return sameMeaning(bare(a), bare(b)) && marksOf(a).join() === marksOf(b).join();
}

function cutsOf(bands: readonly Band[]): readonly Exact[] | undefined {
  const bounds = bands.flatMap(({ range }) => [range.low, range.high]).filter((bound) => bound !== undefined);
  const positions = bounds.map(({ at }) => (at.op === 'literal' ? positionOf(at.value) : undefined));
  if (!positions.every((position) => position !== undefined)) return undefined;
  const sorted = positions.toSorted(compareExact);
  return sorted.filter((cut, i) => i === 0 || compareExact(cut, sorted[i - 1] ?? cut) !== 0);
}

/** Each cut, and each open stretch between, before and behind the cuts. */
function atomsOf(cuts: readonly Exact[]): readonly Atom[] {
  const [first] = cuts;
  const last = cuts.at(-1);
  if (first === undefined || last === undefined) return [];
  const inner = cuts.flatMap((cut, i): readonly Atom[] => {
    const next = cuts[i + 1];
    return next === undefined ? [{ cut }] : [{ cut }, { low: cut, high: next }];
  });
  return [{ high: first }, ...inner, { low: last }];
}

/** What holds in each atom, the first of several: bands go from atom to atom, as their ends are among the cuts. */
function holding({ bands }: Bands, cuts: readonly Exact[], count: number): readonly (Ir | undefined)[] {
  const places = new Map(cuts.map((cut, i) => [`${cut.top}/${cut.bottom}`, 2 * i + 1]));
  const found: (Ir | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const { range, value } of bands) {
    const [from, to] = [placeOf(range.low, places, 1) ?? 0, placeOf(range.high, places, -1) ?? count - 1];
    for (let i = from; i <= to; i++) found[i] ??= value;
  }
  return found;
}

/** The atom of a bound, or beside it where the bound does not belong to the band: `side` is 1 for low ends, -1 for high ones. */
function placeOf(bound: Band['range']['low'], places: ReadonlyMap<string, number>, side: 1 | -1): number | undefined {
  const edge = bound?.at.op === 'literal' ? positionOf(bound.at.value) : undefined;
  const place = edge === undefined ? undefined : places.get(`${edge.top}/${edge.bottom}`);
  return place === undefined || bound?.open !== true ? place : place + side;
}

function lowEnd(atom: Atom | undefined, type: LineType): End | undefined {
  if (atom?.cut !== undefined) return { value: valueAt(type, atom.cut), open: false };
  return atom?.low === undefined ? undefined : { value: valueAt(type, atom.low), open: true };
}

function highEnd(atom: Atom | undefined, type: LineType): End | undefined {
  if (atom?.cut !== undefined) return { value: valueAt(type, atom.cut), open: false };
  return atom?.high === undefined ? undefined : { value: valueAt(type, atom.high), open: true };
}

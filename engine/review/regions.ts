import type { Band, Bands, Ir } from '../ir/ir.ts';
import { fits } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { isLine, positionOf, valueAt, type LineType } from '../proof/line.ts';
import { compareExact, exact, type Exact } from '../value/exact.ts';
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
  readonly at: Exact;
  /** The cut that the atom is, or that it lies behind and before. */
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
  const found: { atoms: readonly Atom[]; before: Ir | undefined; after: Ir | undefined }[] = [];
  for (const atom of atomsOf(cuts)) {
    const [was, is] = [holding(before, atom.at), holding(after, atom.at)];
    const last = found.at(-1);
    if (last !== undefined && samePlace(last.before, was) && samePlace(last.after, is)) {
      found[found.length - 1] = { ...last, atoms: [...last.atoms, atom] };
    } else found.push({ atoms: [atom], before: was, after: is });
  }
  return found
    .filter((one) => !samePlace(one.before, one.after))
    .map(({ atoms, before: was, after: is }) => ({
      low: lowEnd(atoms[0], type),
      high: highEnd(atoms.at(-1), type),
      before: was,
      after: is,
    }));
}

/** Same value and same marks; two places without a tier are the same too. */
function samePlace(a: Ir | undefined, b: Ir | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return sameMeaning(bare(a), bare(b)) && marksOf(a).join() === marksOf(b).join();
}

function cutsOf(bands: readonly Band[]): readonly Exact[] | undefined {
  const bounds = bands.flatMap(({ range }) => [range.low, range.high]).filter((bound) => bound !== undefined);
  const positions = bounds.map(({ at }) => (at.op === 'literal' ? positionOf(at.value) : undefined));
  if (!positions.every((position) => position !== undefined)) return undefined;
  const sorted = positions.toSorted(compareExact);
  return sorted.filter((cut, i) => i === 0 || compareExact(cut, sorted[i - 1] ?? cut) !== 0);
}

/** Each cut, and each open stretch between, before and behind the cuts, with a place inside it. */
function atomsOf(cuts: readonly Exact[]): readonly Atom[] {
  const [first] = cuts;
  const last = cuts.at(-1);
  if (first === undefined || last === undefined) return [];
  const inner = cuts.flatMap((cut, i): readonly Atom[] => {
    const next = cuts[i + 1];
    return next === undefined
      ? [{ at: cut, cut }]
      : [
          { at: cut, cut },
          { at: middle(cut, next), low: cut, high: next },
        ];
  });
  return [
    { at: exact(first.top - first.bottom, first.bottom), high: first },
    ...inner,
    { at: exact(last.top + last.bottom, last.bottom), low: last },
  ];
}

const middle = (a: Exact, b: Exact): Exact => exact(a.top * b.bottom + b.top * a.bottom, 2n * a.bottom * b.bottom);

function holding({ bands }: Bands, at: Exact): Ir | undefined {
  return bands.find(({ range: { low, high } }) => isAbove(low, at, 1) && isAbove(high, at, -1))?.value;
}

/** Does the place lie on the right side of the bound? `side` is 1 for low ends, -1 for high ones. */
function isAbove(bound: Band['range']['low'], at: Exact, side: 1 | -1): boolean {
  if (bound === undefined) return true;
  const edge = bound.at.op === 'literal' ? positionOf(bound.at.value) : undefined;
  const order = edge === undefined ? -1 : compareExact(at, edge) * side;
  return bound.open ? order > 0 : order >= 0;
}

function lowEnd(atom: Atom | undefined, type: LineType): End | undefined {
  if (atom?.cut !== undefined) return { value: valueAt(type, atom.cut), open: false };
  return atom?.low === undefined ? undefined : { value: valueAt(type, atom.low), open: true };
}

function highEnd(atom: Atom | undefined, type: LineType): End | undefined {
  if (atom?.cut !== undefined) return { value: valueAt(type, atom.cut), open: false };
  return atom?.high === undefined ? undefined : { value: valueAt(type, atom.high), open: true };
}

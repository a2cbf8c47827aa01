import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Program } from '../ir/program.ts';
import type { NotDecided } from '../proof/domain.ts';
import { isLine, positionOf, stepOf, valueAt, type LineType } from '../proof/line.ts';
import { contains, type End, type Stretch } from '../proof/round-position.ts';
import { compareExact, exact, minusExact, plusExact, type Exact } from '../value/exact.ts';
import { isIn } from './at.ts';
import type { Atom } from './atom.ts';
import { both, isInhabited, lineColumn, type Box, type LineColumn } from './box.ts';
import { projected } from './elimination.ts';
import { inequalitiesOf } from './linear.ts';
import { piecesOf, walkOf } from './pieces.ts';
import * as quotients from './quotient.ts';
import { isSame, readsOf, type Symbol } from './symbol.ts';
import type { Along } from './walk.ts';
import { factAtom, worldOf } from './world.ts';

/** Where the fact that moves lies, and what the decision comes to there: a value, a reason, or a formula of the fact. */
interface PieceAlong {
  readonly stretch: Stretch;
  readonly value: Symbol;
  /** The value depends on the fact within the stretch. */
  readonly moves: boolean;
}

export interface LineAlong {
  readonly type: LineType;
  /** Distance of neighbouring values: the smallest unit that the fact declares, else a small one that people write. */
  readonly step: Exact;
  /** Are there no values between the steps? */
  readonly isGrid: boolean;
  /** Lowest first; neighbours come to different things. */
  readonly pieces: readonly PieceAlong[];
}

/** A decision along one fact whose values lie on a line, while all others stay: exact, or not decided. `parts` bounds the work. */
export function alongFact(name: string, along: Along, program: Program, parts: number): LineAlong | NotDecided {
  const fact = program.facts[along.fact];
  if (fact === undefined || !isLine(fact.type)) return open;
  const { type, origin } = fact;
  const atom = factAtom(fact.name, type, { op: 'fact', name: fact.name, type, origin }, worldOf(program));
  const found = piecesOf(name, walkOf(program, { along, parts }));
  if ('notDecided' in found) return found;
  const own = found.flatMap(({ box, value }): (PieceAlong | NotDecided)[] => {
    const stretch = stretchIn(box, atom, program, along);
    if ('notDecided' in stretch) return [stretch];
    const moves = readsOf(value).includes(fact.name);
    return isInhabited(stretch, undefined) ? [{ stretch, value, moves }] : [];
  });
  const pieces = own.filter((piece): piece is PieceAlong => !('notDecided' in piece));
  if (pieces.length < own.length) return open;
  const scale = atom.domain?.is === 'line' ? atom.domain.scale : undefined;
  const step = stepOf(type, scale);
  const sorted = pieces.toSorted((a, b) => compareEnds(a.stretch.low, b.stretch.low));
  return { type, step: step ?? littleOf(type), isGrid: step !== undefined, pieces: merged(sorted) };
}

const openText: Texts = {
  en: 'what it goes through cannot be put in the order of this fact.',
  zh: '计算过程无法按此事实排序考察。',
};
const open: NotDecided = { notDecided: openText };

/** A little beside an edge where the fact declares no steps: 0.01 %, a cent, a hundredth. */
export function littleOf(type: LineType): Exact {
  return type.is === 'percent' ? exact(1n, 10_000n) : exact(1n, 100n);
}

/** Where the fact lies in a box that speaks of nothing else. */
function stretchIn(box: Box, atom: Atom, program: Program, along: Along): Stretch | NotDecided {
  let stretch = lineColumn(box, quotients.ofAtom(atom)).stretch;
  let isTogether = false;
  for (const column of box.columns.values()) {
    if (column.is === 'given') continue;
    if (column.is === 'names') return open;
    if (column.atom?.key === atom.key) continue;
    const [single, ...others] = [...quotients.atomsOf(column.of)];
    if (single === undefined) return open;
    if (others.every(({ key }) => key === atom.key) && single.key === atom.key) {
      if ([...column.of.top.values(), ...column.of.bottom.values()].some(({ atoms }) => atoms.length > 1)) return open;
      isTogether = true;
      continue;
    }
    if (others.length > 0 || !rises(single, atom)) return open;
    const own = searched(column, lineColumn(box, quotients.ofAtom(atom)).stretch, atom, program, along);
    if ('notDecided' in own) return own;
    stretch = both(stretch, own);
  }
  return isTogether ? both(stretch, projected(inequalitiesOf(box), atom.key)) : stretch;
}

/** Does the computed number only rise, or only fall, with the fact? */
function rises({ rounded, call }: Atom, atom: Atom): boolean {
  if (rounded !== undefined) {
    const terms = [...rounded.of.top.values()].filter(({ atoms }) => atoms.length > 0);
    const isPlain = terms.every(({ atoms: [first, ...more] }) => first?.key === atom.key && more.length === 0);
    return isPlain && terms.length === 1 && [...quotients.atomsOf(rounded.of)].every(({ key }) => key === atom.key);
  }
  const isOwn = call?.args.every((arg) => readsOf(arg).length === 0 || isItself(arg, atom)) === true;
  return isOwn && call?.args.filter((arg) => isItself(arg, atom)).length === 1 && monotone.has(call.ir.fn);
}

const monotone: ReadonlySet<string> = new Set(['full-years', 'full-months', 'year-of', 'date-of', 'floor', 'ceil']);

function isItself(arg: Symbol, atom: Atom): boolean {
  return arg.is === 'amount' && quotients.keyOf(arg.of) === quotients.keyOf(quotients.ofAtom(atom));
}

/** Where a number that only rises or only falls lies in its stretch, found by halving among the steps of the fact. */
function searched(
  column: LineColumn,
  whole: Stretch,
  atom: Atom,
  program: Program,
  { fact, values }: Along,
): Stretch | NotDecided {
  const { domain } = atom;
  if (domain?.is !== 'line') return open;
  const step = stepOf(domain.type, domain.scale);
  if (step === undefined) return open;
  const at = (count: bigint): Exact => exact(count * step.top, step.bottom);
  const holds = (count: bigint, stretch: Stretch): boolean | undefined =>
    isIn(
      { columns: new Map([['', { ...column, stretch }]]) },
      { facts: { ...values, [fact]: valueAt(domain.type, at(count)) }, program },
    );
  const [least, most] = [countAt(whole.low?.at, step) ?? -farthest, countAt(whole.high?.at, step) ?? farthest];
  let found: Stretch = {};
  for (const half of [{ low: column.stretch.low }, { high: column.stretch.high }]) {
    const end = half.low ?? half.high;
    if (end === undefined) continue;
    const side: Stretch = half.low === undefined ? { high: end } : { low: end };
    const [first, last] = [holds(least, side), holds(most, side)];
    if (first === undefined || last === undefined) return open;
    if (first && last) continue;
    if (!first && !last) return nowhere;
    let [below, above] = [least, most];
    while (above - below > 1n) {
      const middle = (below + above) / 2n;
      if (holds(middle, side) === first) below = middle;
      else above = middle;
    }
    found = both(found, first ? { high: { at: at(below), open: false } } : { low: { at: at(above), open: false } });
  }
  return found;
}

/** A range that nothing passes: three million million of the smallest units. */
const farthest = 10n ** 12n;
const nowhere: Stretch = { low: { at: exact(0n, 1n), open: true }, high: { at: exact(0n, 1n), open: true } };

const countAt = (at: Exact | undefined, step: Exact): bigint | undefined =>
  at === undefined ? undefined : (at.top * step.bottom) / (at.bottom * step.top);

/** Neighbours that come to the same are one. */
function merged(pieces: readonly PieceAlong[]): readonly PieceAlong[] {
  const found: PieceAlong[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last === undefined || !isSame(last.value, piece.value)) {
      found.push(piece);
      continue;
    }
    const { low } = last.stretch;
    const high = compareHighs(last.stretch.high, piece.stretch.high) < 0 ? piece.stretch.high : last.stretch.high;
    found[found.length - 1] = {
      ...last,
      stretch: { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) },
    };
  }
  return found;
}

function compareEnds(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareExact(a.at, b.at) || Number(a.open) - Number(b.open);
}

function compareHighs(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return compareExact(a.at, b.at) || Number(b.open) - Number(a.open);
}

/** The value of the stretch that is nearest to its low or high end and that the fact can have; undefined where there is none. */
export function firstIn({ low, high }: Stretch, from: 'low' | 'high', { step, isGrid }: LineAlong): Exact | undefined {
  const end = from === 'low' ? low : high;
  if (end === undefined) return undefined;
  const sign = from === 'low' ? 1n : -1n;
  const near = { top: sign * step.top, bottom: step.bottom };
  const floor = (end.at.top * step.bottom) / (end.at.bottom * step.top);
  const onGrid = [floor - 1n, floor, floor + 1n].map((count) => exact(count * step.top, step.bottom));
  const candidates = isGrid
    ? from === 'low'
      ? onGrid
      : onGrid.toReversed()
    : [...(end.open ? [] : [end.at]), plusExact(end.at, near), ...middle(low, high)];
  return candidates.find((at) => contains({ ...(low && { low }), ...(high && { high }) }, at));
}

function middle(low: End | undefined, high: End | undefined): readonly Exact[] {
  if (low === undefined || high === undefined) return [];
  const { top, bottom } = minusExact(high.at, low.at);
  return [plusExact(low.at, exact(top, bottom * 2n))];
}

/** The place of the fact's own value among the pieces; -1 where it lies in none. */
export function pieceOf({ pieces }: LineAlong, value: Parameters<typeof positionOf>[0]): number {
  const at = positionOf(value);
  return at === undefined ? -1 : pieces.findIndex(({ stretch }) => contains(stretch, at));
}

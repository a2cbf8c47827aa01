import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { stepOf, valueAt } from '../proof/line.ts';
import { contains, type Stretch } from '../proof/round-position.ts';
import { littleOf } from '../symbolic/along.ts';
import type { Atom } from '../symbolic/atom.ts';
import { both, isInhabited, withColumn, type Box, type Column, type LineColumn, type Path } from '../symbolic/box.ts';
import { cutLine } from '../symbolic/cut.ts';
import { constantOf, zero } from '../symbolic/form.ts';
import type { Meanings } from '../symbolic/meaning-key.ts';
import * as quotients from '../symbolic/quotient.ts';
import type { Symbol } from '../symbolic/symbol.ts';
import { sameValue } from '../value/compare.ts';
import { compareExact, minusExact, plusExact, type Exact } from '../value/exact.ts';
import { ask, positionIn, replays, witnessOf, type Facts, type Witness } from './replays.ts';
import type { Survey } from './survey.ts';

/** A value of a fact past which the decision gives less, although elsewhere it gives more for more. */
export interface Cliff {
  readonly fact: string;
  readonly edge: Value;
  /** The same facts on both sides of the edge, and what the evaluator says of each. */
  readonly below: { readonly facts: Witness; readonly value: string };
  readonly above: { readonly facts: Witness; readonly value: string };
}

type Amount = Extract<Symbol, { is: 'amount' }>;
type Piece = Path<Amount>;
interface Edge {
  readonly fact: string;
  readonly atom: Atom;
  readonly at: Exact;
  readonly below: Piece;
  readonly above: Piece;
  /** Both pieces with the fact at the edge. */
  readonly shared: Box;
}

// Pairs grow with the square; what has more pieces has no edges that a person would look at.
const mostPieces = 150;

/** Each edge of a fact at which the value falls, told once; where the value never rises with the fact, falling is what is meant. */
export function cliffsOf({ name, pieces }: Survey, program: Program, meanings: Meanings): readonly Cliff[] {
  const type = program.decisions[name]?.type;
  if ((type?.is !== 'money' && type?.is !== 'percent') || 'notDecided' in pieces || pieces.length > mostPieces)
    return [];
  const edges = edgesOf(pieces.filter((piece): piece is Piece => piece.value.is === 'amount'));
  const rising = new Set(edges.filter((edge) => jumps(edge, 1).length > 0).map(({ fact }) => fact));
  const found = new Map<string, Cliff>();
  for (const edge of edges) {
    const key = `${edge.fact} ${String(edge.at.top)}/${String(edge.at.bottom)}`;
    if (!rising.has(edge.fact) || found.has(key)) continue;
    const cliff = jumps(edge, -1).flatMap((box) => shown(name, edge, box, program, meanings))[0];
    if (cliff !== undefined) found.set(key, cliff);
  }
  return [...found.values()];
}

/** Pieces that meet in one fact and have everything else in common. */
function edgesOf(pieces: readonly Piece[]): readonly Edge[] {
  const starts = new Map<string, Piece[]>();
  for (const piece of pieces) {
    for (const { key, stretch } of factLines(piece.box)) {
      if (stretch.low !== undefined) pushed(starts, edgeKey(key, stretch.low.at), piece);
    }
  }
  return pieces.flatMap((below) =>
    factLines(below.box).flatMap(({ key, column, stretch: { high } }) => {
      const { atom } = column;
      if (high === undefined || atom?.fact === undefined) return [];
      const { fact } = atom;
      return (starts.get(edgeKey(key, high.at)) ?? []).flatMap((above) => {
        const shared = meeting(below.box, above.box, key, high.at);
        return shared === undefined ? [] : [{ fact, atom, at: high.at, below, above, shared }];
      });
    }),
  );
}

const edgeKey = (key: string, { top, bottom }: Exact): string => `${key} ${String(top)}/${String(bottom)}`;

function pushed(all: Map<string, Piece[]>, key: string, piece: Piece): void {
  all.set(key, [...(all.get(key) ?? []), piece]);
}

function factLines({ columns }: Box): readonly { key: string; column: LineColumn; stretch: Stretch }[] {
  return [...columns].flatMap(([key, column]) =>
    column.is === 'line' && column.atom?.fact !== undefined ? [{ key, column, stretch: column.stretch }] : [],
  );
}

/** What two boxes have in common besides the one column, which stands at the edge; nothing where they exclude each other. */
function meeting(a: Box, b: Box, edge: string, at: Exact): Box | undefined {
  let common = a;
  for (const [key, theirs] of b.columns) {
    const mine = a.columns.get(key);
    const one = key === edge || mine === undefined ? theirs : inCommon(mine, theirs);
    if (one === undefined) return undefined;
    common = withColumn(common, key, one);
  }
  const column = a.columns.get(edge);
  if (column?.is !== 'line') return undefined;
  const point: Stretch = { low: { at, open: false }, high: { at, open: false } };
  return withColumn(common, edge, { ...column, stretch: point });
}

function inCommon(a: Column, b: Column): Column | undefined {
  if (a.is === 'given' && b.is === 'given') return a.given === b.given ? a : undefined;
  if (a.is === 'line' && b.is === 'line') {
    const stretch = both(a.stretch, b.stretch);
    return isInhabited(stretch, a.step) ? { ...a, stretch } : undefined;
  }
  if (a.is !== 'names' || b.is !== 'names') return undefined;
  const except = [...a.except, ...b.except];
  const among = a.among ?? b.among;
  if (among === undefined) return { ...a, except };
  const isIn = (all: readonly Value[] | undefined, value: Value): boolean =>
    all?.some((other) => sameValue(other, value)) ?? true;
  const left = among.filter((value) => isIn(a.among, value) && isIn(b.among, value) && !exceptHas(except, value));
  return left.length === 0 ? undefined : { ...a, among: left, except: [] };
}

const exceptHas = (except: readonly Value[], value: Value): boolean => except.some((other) => sameValue(other, value));

/** Where at the edge the value rises (1) or falls (-1). */
function jumps({ below, above, atom, at, shared }: Edge, sign: 1 | -1): readonly Box[] {
  const [before, after] = [below, above].map(({ value }) => quotients.substituted(value.of, atom.key, at));
  if (before === undefined || after === undefined || isPole(before) || isPole(after)) return [];
  const change = quotients.minus(after, before);
  const end = { at: zero, open: true };
  return cutLine(shared, change, [{ stretch: sign > 0 ? { low: end } : { high: end }, value: true }]).map(
    ({ box }) => box,
  );
}

/** Dividing by zero at the edge itself: nothing is said there. */
function isPole({ bottom }: quotients.Quotient): boolean {
  return constantOf(bottom)?.top === 0n;
}

function shown(
  name: string,
  { fact, atom, at, below, above }: Edge,
  box: Box,
  program: Program,
  meanings: Meanings,
): readonly Cliff[] {
  const { domain } = atom;
  if (domain?.is !== 'line') return [];
  const step = stepOf(domain.type, domain.scale) ?? littleOf(domain.type);
  const side = ({ box: { columns } }: Piece, beside: Exact): Value | undefined => {
    const column = [...columns.values()].find((one) => one.is === 'line' && one.atom?.key === atom.key);
    const stretch = column?.is === 'line' ? column.stretch : undefined;
    const position = [at, beside].find((one) => stretch !== undefined && contains(stretch, one));
    return position === undefined ? undefined : valueAt(domain.type, position);
  };
  const [low, high] = [side(below, minusExact(at, step)), side(above, plusExact(at, step))];
  if (low === undefined || high === undefined) return [];
  for (const { facts } of replays(name, box, program, meanings)) {
    const asked = (value: Value): { facts: Facts; outcome: ReturnType<typeof ask> } => {
      const there = { ...facts, [fact]: value };
      return { facts: there, outcome: ask(name, there, program) };
    };
    const [first, second] = [asked(low), asked(high)];
    const [before, after] = [positionIn(first.outcome, program), positionIn(second.outcome, program)];
    if (before === undefined || after === undefined || compareExact(before, after) <= 0) continue;
    const told = (one: typeof first): Cliff['below'] => ({
      facts: witnessOf(one.facts, program),
      value: one.outcome.value ?? '',
    });
    return [{ fact, edge: valueAt(domain.type, at), below: told(first), above: told(second) }];
  }
  return [];
}

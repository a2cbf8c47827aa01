import type { Bands, Bound, Choose, Ir, Range, Table } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import { rangeParts } from '../ir/walk.ts';
import type { Span } from '../source/span.ts';
import { sameValue } from '../value/compare.ts';
import { printInterval, printSet, type PrintWords, type RangeEnd } from '../value/print.ts';
import { nodesOf } from './nodes-of.ts';

/** Two neighbours that say the same, from the same clauses: one line could say it. */
export interface Alike {
  readonly is: 'tier' | 'row' | 'arm';
  readonly numbers: readonly [earlier: number, later: number];
  readonly spans: readonly [earlier: Span, later: Span];
  /** Of rows, where the cell of the earlier one stands that differs. */
  readonly cell?: Span;
  /** What the one line would say where the two differ; of arms, that one of both conditions holds. */
  readonly joined?: string;
}

/** Neighbouring tiers, rows and arms that can be merged. Whoever cites, names or interprets differently says different things. */
export function alikeIn(name: string, program: Program): readonly Alike[] {
  const decision = program.decisions[name];
  const all = decision === undefined ? [] : nodesOf(decision);
  return all.flatMap((ir): readonly Alike[] => {
    switch (ir.op) {
      case 'bands':
        return ir.mode === 'interpolated' ? [] : tiersAlike(ir, program);
      case 'table':
        return ir.hit === 'collect' ? [] : rowsAlike(ir, program);
      case 'choose':
        return armsAlike(ir);
      default:
        return [];
    }
  });
}

function tiersAlike({ bands }: Bands, words: PrintWords): readonly Alike[] {
  return bands.slice(1).flatMap((later, i): readonly Alike[] => {
    const earlier = bands[i];
    if (earlier === undefined || !isSame([earlier.value, earlier.cites], [later.value, later.cites])) return [];
    const joined = union(earlier.range, later.range, words);
    if (joined === undefined) return [];
    return [{ is: 'tier', numbers: [i + 1, i + 2], spans: [earlier.origin, later.origin], joined }];
  });
}

function rowsAlike({ rows }: Table, words: PrintWords): readonly Alike[] {
  return rows.slice(1).flatMap((later, i): readonly Alike[] => {
    const earlier = rows[i];
    if (earlier === undefined || !isSame([earlier.value, earlier.cites], [later.value, later.cites])) return [];
    const differing = earlier.cells.flatMap((cell, at) => (isSame(cell, later.cells[at]) ? [] : [at]));
    const [at, ...more] = differing;
    const [mine, theirs] = at === undefined ? [] : [earlier.cells[at], later.cells[at]];
    if (mine === undefined || theirs === undefined || more.length > 0) return [];
    const joined = union(mine, theirs, words);
    if (joined === undefined) return [];
    const cell = rangeParts(mine)[0]?.origin;
    return [
      {
        is: 'row',
        numbers: [i + 1, i + 2],
        spans: [earlier.origin, later.origin],
        joined,
        ...(cell === undefined ? {} : { cell }),
      },
    ];
  });
}

function armsAlike({ arms }: Choose): readonly Alike[] {
  return arms.slice(1).flatMap((later, i): readonly Alike[] => {
    const earlier = arms[i];
    if (earlier === undefined || !isSame(saidBy(earlier), saidBy(later))) return [];
    return [{ is: 'arm', numbers: [i + 1, i + 2], spans: [earlier.when.origin, later.when.origin] }];
  });
}

const saidBy = ({ value, cites, label }: Choose['arms'][number]): unknown => [value, cites, label];

/** The same when read, wherever it stands; marks count, since they flag. */
function isSame(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

const textOf = (part: unknown): string =>
  JSON.stringify(part, (key, value: unknown) => (key === 'origin' ? undefined : value));

/** One range for two, where there is one that people write. */
function union(a: Range, b: Range, words: PrintWords): string | undefined {
  if (a.range === 'set' && b.range === 'set' && !a.none && !b.none) {
    const values = [...a.items, ...b.items].flatMap((item) => (item.op === 'literal' ? [item.value] : []));
    return values.length < a.items.length + b.items.length ? undefined : printSet(values, false, words);
  }
  if (a.range !== 'interval' || b.range !== 'interval') return undefined;
  for (const [below, above] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!touches(below.high, above.low)) continue;
    const [low, high] = [endOf(below.low), endOf(above.high)];
    return low === 'computed' || high === 'computed' ? undefined : printInterval(low, high, words);
  }
  return undefined;
}

/** Does the one end where the other begins, so that just one of the two holds the point? */
function touches(high: Bound | undefined, low: Bound | undefined): boolean {
  if (high?.at.op !== 'literal' || low?.at.op !== 'literal') return false;
  return high.open !== low.open && sameValue(high.at.value, low.at.value);
}

function endOf(bound: Bound | undefined): RangeEnd | undefined | 'computed' {
  const at: Ir | undefined = bound?.at;
  if (bound === undefined || at === undefined) return undefined;
  return at.op === 'literal' ? { value: at.value, open: bound.open } : 'computed';
}

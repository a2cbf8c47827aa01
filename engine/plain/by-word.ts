import type { Branching, Plain, PlainTruth, PlainWord } from './tree.ts';
import { always } from './truth.ts';

/** The rows of a table that a question with one word must look at, in order, without their first cell. */
export type Rows<Of> = Extract<Branching<Of>, { op: 'first' | 'unique' }>;

/** A table by the words that its first column asks for. */
interface ByWord<Of> {
  readonly by: PlainWord;
  readonly tables: ReadonlyMap<string, Rows<Of>>;
  /** For a word that no row names. */
  readonly others: Rows<Of>;
}

/** Fewer rows than these are looked at one after another. */
const few = 8;
/** Rows that ask for no word stand in the table of each word; altogether at most so many times the rows there are. */
const most = 16;

type Among = Extract<PlainTruth['does'], { op: 'among' }>;

/** A condition that begins with a word, and what it asks beside that. */
interface Asking {
  readonly among: Among;
  readonly rest: PlainTruth;
}

/**
 * A table as a few short ones that together say the same. The word is worked out before any row, so of `first` the first row must
 * ask for it; what it raises counts in all of them, so of `unique` it must raise nothing (by `raises`), or each row ask for it.
 */
export function byWord<Of extends Plain>(
  table: Branching<Of> | { readonly op: string },
  raises: (node: Plain) => number,
): ByWord<Of> | undefined {
  const found = table as Branching<Of>;
  if ((found.op !== 'first' && found.op !== 'unique') || found.when.length <= few) return undefined;
  const asking = found.when.map(askingOf);
  const by = asking.find((one) => one !== undefined)?.among.of;
  const name = by === undefined ? undefined : key(by);
  if (by === undefined || name === undefined) return undefined;
  const named = asking.map((one) => (one !== undefined && key(one.among.of) === name ? one : undefined));
  const isFirst = found.op === 'first' ? named[0] !== undefined : raises(by) === 0 || !named.includes(undefined);
  const lists = isFirst ? listsOf(named) : undefined;
  if (lists === undefined) return undefined;
  const rows = (places: readonly number[]): Rows<Of> => ({
    op: found.op,
    when: places.map((at) => named[at]?.rest ?? found.when[at] ?? always(false)),
    branches: [...places, found.when.length].map((at) => found.branches[at] ?? { is: 'never' }),
  });
  const tables = new Map([...lists.words].map(([word, places]) => [word, rows(places)]));
  return { by, tables, others: rows(lists.others) };
}

/** The places of the rows for each word and for all others; undefined where it would be too many. */
function listsOf(
  named: readonly (Asking | undefined)[],
): { words: ReadonlyMap<string, readonly number[]>; others: readonly number[] } | undefined {
  const others = named.flatMap((one, at) => (one === undefined ? [at] : []));
  const asked = named.map((one) => new Set(one?.among.words));
  const words = new Map<string, number[]>(asked.flatMap((one) => [...one].map((word) => [word, []])));
  const total = asked.reduce((sum, { size }) => sum + size, words.size * others.length);
  if (total > most * named.length) return undefined;
  for (const [at, one] of asked.entries())
    if (named[at] !== undefined) for (const word of one) words.get(word)?.push(at);
  // Behind one another both are in order; together they are put into it.
  if (others.length > 0)
    for (const places of words.values()) {
      places.push(...others);
      places.sort((a, b) => a - b);
    }
  return { words, others };
}

function askingOf({ does }: PlainTruth): Asking | undefined {
  if (does.op === 'among') return does.none ? undefined : { among: does, rest: always(true) };
  if (does.op !== 'and') return undefined;
  const { left, right } = does;
  return left.does.op === 'among' && !left.does.none ? { among: left.does, rest: right } : undefined;
}

/** Names a word that stands at several places. */
function key({ does }: PlainWord): string | undefined {
  return does.op === 'shared' ? String(does.at) : does.op === 'fact' ? `fact ${String(does.slot)}` : undefined;
}

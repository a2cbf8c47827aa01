import type { Said } from './sides.ts';

/** A decision about something that several rows share is counted once for each text of the column that tells it apart. */
export interface Once {
  readonly column: string;
  /** What was said of each, by the texts of the column. */
  readonly said: Map<string, Set<string>>;
  /** Rows that said again what a row before them said. */
  again: number;
}

export const newOnce = (column: string): Once => ({ column, said: new Map(), again: 0 });

/** Has a row said the same of this before? Rows that say different things of one, or do not name it, count each. */
export function isAgain(once: Once, key: string, was: Said, is: Said): boolean {
  if (key === '') return false;
  const known = once.said.get(key) ?? new Set();
  once.said.set(key, known);
  const pair = JSON.stringify([plain(was), plain(is)]);
  if (known.has(pair)) {
    once.again += 1;
    return true;
  }
  known.add(pair);
  return false;
}

const plain = (said: Said): unknown => (typeof said === 'object' ? [said.status, said.value] : (said ?? null));

/** Of so many rows say different things. */
export const differingIn = ({ said }: Once): number => [...said.values()].filter(({ size }) => size > 1).length;

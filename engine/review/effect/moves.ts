import type { NumericType } from '../../ir/type.ts';
import { printAmount } from '../../value/amounts.ts';
import { plusExact, type Exact } from '../../value/exact.ts';
import type { ReadWords } from '../../value/invalid.ts';
import type { Group } from './effect.ts';
import { addExact, addUnits, newSum, sumOf, type Sum } from './sum.ts';

/** Changes of amounts, rises and falls apart. A change is a number of units, or exact where it is no safe one. */
export interface Moves {
  compared: number;
  rises: number;
  falls: number;
  readonly up: Sum;
  readonly down: Sum;
}

export const newMoves = (): Moves => ({ compared: 0, rises: 0, falls: 0, up: newSum(), down: newSum() });

export function move(moves: Moves, change: number | Exact): void {
  moves.compared += 1;
  const sign = typeof change === 'number' ? change : change.top;
  if (sign > 0) {
    moves.rises += 1;
    add(moves.up, change);
  } else if (sign < 0) {
    moves.falls += 1;
    add(moves.down, change);
  }
}

export function add(sum: Sum, amount: number | Exact): void {
  if (typeof amount === 'number') addUnits(sum, amount);
  else addExact(sum, amount);
}

/** The sums as text; percentages do not add up. */
export function totalsOf(
  { up, down }: Moves,
  type: NumericType,
  scale: number,
  words: ReadWords,
): NonNullable<Group['totals']> | undefined {
  if (type.is === 'percent') return undefined;
  const [rises, falls] = [sumOf(up, scale), sumOf(down, scale)];
  const print = (amount: Exact): string => printAmount(amount, type, words);
  return { rises: print(rises), falls: print(falls), change: print(plusExact(rises, falls)) };
}

import { compareExact, exact, exactDigits, plusExact, type Exact } from '../../value/exact.ts';
import { unitsExact } from './sum.ts';

/** How often each amount came up. Memory grows with the different amounts, not with the rows. */
export interface Spread {
  readonly units: Map<number, number>;
  /** What is no safe number of units, by its digits. */
  readonly others: Map<string, { readonly amount: Exact; count: number }>;
}

export const newSpread = (): Spread => ({ units: new Map(), others: new Map() });

export function countUnits({ units }: Spread, amount: number): void {
  units.set(amount, (units.get(amount) ?? 0) + 1);
}

export function countExact({ others }: Spread, amount: Exact): void {
  const digits = exactDigits(amount);
  const known = others.get(digits);
  if (known === undefined) others.set(digits, { amount, count: 1 });
  else known.count += 1;
}

/** The extremes and the middle of amounts. */
interface Middle {
  readonly least: Exact;
  readonly most: Exact;
  /** Of an even number of amounts the mean of the two in the middle. */
  readonly median: Exact;
  /** The two in the middle, where they differ. */
  readonly between?: readonly [Exact, Exact];
}

/** Undefined where nothing was counted. */
export function middleOf({ units, others }: Spread, scale: number): Middle | undefined {
  const plain = Float64Array.from(units.keys()).sort();
  const counted = [...others.values()].sort((a, b) => compareExact(a.amount, b.amount));
  const rows = [...units.values(), ...counted.map(({ count }) => count)].reduce((all, count) => all + count, 0);
  if (rows === 0) return undefined;
  // The amounts at these places, counted from 0 in rising order.
  const [low, high] = [Math.floor((rows - 1) / 2), Math.floor(rows / 2)];
  const found = new Map<number, Exact>();
  let [i, j, passed] = [0, 0, 0];
  while (passed < rows) {
    const [own, other] = [plain[i], counted[j]];
    const isOwn = own !== undefined && (other === undefined || compareExact(unitsExact(own, scale), other.amount) <= 0);
    const count = isOwn ? (units.get(own) ?? 0) : (other?.count ?? 0);
    for (const place of [0, low, high, rows - 1]) {
      if (place < passed || place >= passed + count) continue;
      const amount = isOwn ? unitsExact(own, scale) : other?.amount;
      if (amount !== undefined) found.set(place, amount);
    }
    passed += count;
    if (isOwn) i += 1;
    else j += 1;
  }
  const at = (place: number): Exact => found.get(place) ?? { top: 0n, bottom: 1n };
  const [a, b] = [at(low), at(high)];
  const sum = plusExact(a, b);
  const median = exact(sum.top, sum.bottom * 2n);
  const ends = { least: at(0), most: at(rows - 1), median };
  return compareExact(a, b) === 0 ? ends : { ...ends, between: [a, b] };
}

import type { Exact } from '../../value/exact.ts';
import { open, numberIn, type Cell, type CellBranch } from './cell.ts';
import { isSeamless, type FixedTier } from './holes.ts';
import { compared, numberOf, type Sign } from './ratio.ts';
import { nothing, pick, sql, whole, type Term } from './term.ts';
import type { Writing } from './writing.ts';

/** What is chosen by tier. `fixed`: the tiers' ends, if they stand in the handbook. */
export function chosenByTier(
  fixed: readonly FixedTier[] | undefined,
  tiers: readonly CellBranch[],
  by: Cell,
  here: Writing,
): readonly CellBranch[] {
  const branches = fixed !== undefined && isSeamless(fixed) ? upwards(fixed, tiers, by, here) : tiers;
  return chosenOnce(branches, here);
}

/** The same branches, none of whose conditions is asked again for each column that they choose. */
export function chosenOnce(branches: readonly CellBranch[], here: Writing): readonly CellBranch[] {
  return hasFurtherColumns(branches) ? numbered(branches, here) : branches;
}

/** Of tiers one above the other, each but the last is told by its upper end: what lies below it was met before. */
function upwards(
  fixed: readonly FixedTier[],
  tiers: readonly CellBranch[],
  by: Cell,
  here: Writing,
): readonly CellBranch[] {
  const low = fixed[0]?.low;
  const side = (sign: Sign, { top, bottom }: Exact): Term => compared(numberIn(by), sign, numberOf(top, bottom), here);
  const below = low === undefined ? [] : [{ when: side(low.open ? '<=' : '<', low.at), then: open }];
  return [
    ...below,
    ...tiers.map((tier, i) => {
      const high = fixed[i]?.high;
      return high === undefined ? tier : { ...tier, when: side(high.open ? '<' : '<=', high.at) };
    }),
  ];
}

/** Does choosing a branch choose more than its value? */
function hasFurtherColumns(branches: readonly CellBranch[]): boolean {
  return branches.some(({ then: { worth, failed, flags } }) => {
    const isQuotient = worth.is === 'number' && worth.number.below !== undefined;
    return isQuotient || failed.always !== 0n || flags.words.size > 0;
  });
}

/** The branch is found once, and all that is chosen by it goes by its number. */
function numbered(branches: readonly CellBranch[], { sheet }: Writing): readonly CellBranch[] {
  const numbers = branches.map((_, i) => whole(BigInt(i)));
  const first = sheet.bind(
    pick(
      branches.map(({ when }, i) => ({ when, then: numbers[i] ?? nothing })),
      nothing,
    ),
    'the first that holds',
  );
  return first.columns.size === 0
    ? branches
    : branches.map(({ then }, i) => ({ when: sql`${first} = ${numbers[i] ?? nothing}`, then }));
}

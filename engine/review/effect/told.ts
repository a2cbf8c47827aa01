import type { Texts } from '../../diagnostic/diagnostic.ts';
import { printType, type NumericType } from '../../ir/type.ts';
import { printAmount } from '../../value/amounts.ts';
import type { Exact } from '../../value/exact.ts';
import type { Amounts, Effect, LargestChange } from './effect.ts';
import { toldGroups } from './groups.ts';
import { exactOf, type Kept } from './largest.ts';
import { totalsOf } from './moves.ts';
import { mostOften } from './often.ts';
import { middleOf } from './spread.ts';
import { sumOf } from './sum.ts';
import type { Tally } from './tally.ts';

/** Few things are told of many: the most frequent reasons, and the most frequent changes of values. */
const [mostReasons, mostValues] = [5, 20];

/** Whom and what a row of the population is about, and why its outcome changed. */
export type Told = Pick<LargestChange, 'line' | 'who' | 'causes'>;

/** What the tally comes to. `tellRow` is asked of the rows with the largest changes only. */
export function effectOf<Row>(tally: Tally<Row>, tellRow: (row: Row) => Told): Effect {
  const { decision, before, after, type, scale, rows, changed, counts, becameUndetermined, noLongerUndetermined } =
    tally;
  const [was, is] = [before.program.decisions[decision], after.program.decisions[decision]];
  const [typeBefore, typeAfter] = [was, is].map((one) => (one === undefined ? undefined : printType(one.type)));
  const title: Texts = (is ?? was)?.title ?? { en: decision, zh: decision };
  const name = (is ?? was)?.policy ?? '';
  const heads = [after, before].map(({ program: { policies } }) =>
    Object.hasOwn(policies, name) ? policies[name] : undefined,
  );
  const policy: Texts = heads.find((head) => head !== undefined)?.title ?? { en: name, zh: name };
  const why = (often: Tally<Row>['reasons']): Effect['reasons'] =>
    mostOften(often, mostReasons).map(({ thing, count }) => ({ says: thing, rows: count }));
  const words = after.program;
  const largest = ({ row, ...amounts }: Kept<Row>): LargestChange => {
    const print = (amount: Kept<Row>['change']): string =>
      type === undefined ? '' : printAmount(exactOf(amount, scale), type, words);
    const { before: a, after: b, change } = amounts;
    return { ...tellRow(row), before: print(a), after: print(b), change: print(change) };
  };
  return {
    decision,
    title,
    policy,
    type: typeAfter ?? typeBefore ?? 'unknown',
    ...(typeBefore === undefined || typeBefore === (typeAfter ?? typeBefore) ? {} : { typeBefore }),
    rows,
    changed,
    before: counts.before,
    after: counts.after,
    becameUndetermined,
    noLongerUndetermined,
    reasons: why(tally.reasons),
    stillOpen: why(tally.stillOpen),
    ...(type === undefined
      ? { values: mostOften(tally.values, mostValues).map(({ thing, count }) => ({ ...thing, rows: count })) }
      : { amounts: amountsOf(tally, type) }),
    groups: toldGroups(tally.groups, type, scale, words),
    largest: tally.largest.rows.map(largest),
  };
}

function amountsOf<Row>({ moves, totals, spread, scale, after }: Tally<Row>, type: NumericType): Amounts {
  const words = after.program;
  const print = (amount: Exact): string => printAmount(amount, type, words);
  const { compared, rises, falls } = moves;
  const sums = totalsOf(moves, type, scale, words);
  const middle = middleOf(spread, scale);
  return {
    compared,
    rises,
    falls,
    ...(sums === undefined
      ? {}
      : {
          totals: {
            before: print(sumOf(totals.before, scale)),
            after: print(sumOf(totals.after, scale)),
            ...sums,
            onlyBefore: print(sumOf(totals.onlyBefore, scale)),
            onlyAfter: print(sumOf(totals.onlyAfter, scale)),
          },
        }),
    ...(middle === undefined
      ? {}
      : {
          spread: {
            median: print(middle.median),
            ...(middle.between === undefined ? {} : { between: [print(middle.between[0]), print(middle.between[1])] }),
            least: print(middle.least),
            most: print(middle.most),
          },
        }),
  };
}

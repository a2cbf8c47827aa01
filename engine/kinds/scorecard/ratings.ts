import type { Checker } from '../../expression/environment.ts';
import type { Ir } from '../../ir/ir.ts';
import { number } from '../../ir/type.ts';
import { allOf, amountOf, call, compare, fieldOf, overList, recordOf } from '../nodes.ts';
import type { RatedCard } from './raters.ts';
import { weighted } from './score.ts';

/** Role, person and weighted points of each rating. */
export function lowerTotals({ ratings, criteria }: RatedCard, checker: Checker): Ir {
  return overList('list', ratings, checker, {
    name: 'rating',
    body: (rating) =>
      recordOf(
        [
          { name: 'role', value: fieldOf(rating, 'role') },
          { name: 'person', value: fieldOf(rating, 'person') },
          { name: 'points', value: weighted(criteria, checker, ({ id }) => fieldOf(rating, id.text)) },
        ],
        ratings.origin,
      ),
  });
}

/** No role has two ratings. That there are few of them is asked first, before each is compared with all others. */
export function lowerOnceEach({ raters, ratings }: RatedCard, checker: Checker): Ir {
  const most = amountOf(String(raters.roles.length), raters.from.span);
  const once = overList('all', ratings, checker, {
    name: 'rating',
    body: (rating) => {
      const same = overList('count', ratings, checker, {
        name: 'other',
        where: (other) => compare(fieldOf(other, 'role'), '=', fieldOf(rating, 'role')),
      });
      return compare(same, '=', amountOf('1', raters.from.span));
    },
  });
  return allOf([compare(call('size', number, ratings), '<=', most), once]);
}

/** Two ratings by one person have the same points, so that it does not matter which one counts. */
export function lowerAgreed(totals: Ir, checker: Checker): Ir {
  return overList('all', totals, checker, {
    name: 'rating',
    body: (rating) =>
      overList('all', totals, checker, {
        name: 'other',
        where: (other) => compare(fieldOf(other, 'person'), '=', fieldOf(rating, 'person')),
        body: (other) => compare(fieldOf(other, 'points'), '=', fieldOf(rating, 'points')),
      }),
  });
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Arm, Ir, Local } from '../../ir/ir.ts';
import { boolean, listOf, number } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import type { Lowering, Output } from '../kind.ts';
import { call, compare, fieldOf, overList, textOf } from '../nodes.ts';
import { marked } from '../place.ts';
import { pointsOf, ratingsType } from './facts.ts';
import type { Criterion, Raters, ScorecardPolicy } from './index.ts';
import { lowerAgreed, lowerOnceEach, lowerTotals } from './ratings.ts';
import { citesOf, scoreTitle, wholeWeights } from './score.ts';

const byRaterTitle: Texts = { en: 'Points by each rater', zh: '各评分人得分' };
const totalsTitle: Texts = { en: 'Points of each rating', zh: '各份评分的总分' };
const onceEach: Texts = { en: 'Each role rates once.', zh: '每个角色只评一次。' };
const agreed: Texts = {
  en: 'Whoever rates in two roles gives the same points in both.',
  zh: '一人以两个角色评分时，两份分数应相同。',
};

/** Hidden decisions, of names that nobody else can have. */
const names = { totals: 'by-rater/totals', onceEach: 'by-rater/once-each', agreed: 'by-rater/agreed' } as const;
const partOf = (role: Word): string => `by-rater/of-${role.text}`;

/** A card with raters, and the list of their ratings. */
export interface RatedCard {
  readonly policy: ScorecardPolicy;
  readonly criteria: readonly Criterion[];
  readonly raters: Raters;
  readonly ratings: Ir;
}

/** `.by-rater` has the points of each role in order, a person with two roles once; `.score` combines them. */
export function ratedOutputs(
  policy: ScorecardPolicy,
  criteria: readonly Criterion[],
  raters: Raters,
): readonly Output[] {
  const { from, combine } = raters;
  // A role that stands twice has its own diagnostic.
  const roles = [...new Map(raters.roles.map((role) => [role.text, role])).values()];
  const ratings: Ir = { op: 'fact', type: ratingsType(criteria), origin: from.span, name: from.text };
  const card: RatedCard = { policy, criteria, raters, ratings };
  const cites = citesOf(policy, criteria);
  const named = (text: string): Word => ({ text, span: policy.policy.span });
  const output = (name: string, title: Texts, lower: (lowering: Lowering) => Ir): Output => ({
    name: named(name),
    title,
    cites,
    hidden: false,
    lower,
  });
  const step = (...parts: Parameters<typeof output>): Output => ({ ...output(...parts), hidden: true });
  const totals = ({ read }: Lowering): Ir => read(names.totals, named(names.totals));
  return [
    step(names.totals, totalsTitle, ({ checker }) => lowerTotals(card, checker)),
    step(names.onceEach, onceEach, ({ checker }) => lowerOnceEach(card, checker)),
    step(names.agreed, agreed, (lowering) => lowerAgreed(totals(lowering), lowering.checker)),
    ...roles.map((role, place) =>
      step(partOf(role), { en: `Points by ${role.text}`, zh: `${role.text} 的评分` }, (lowering) =>
        lowerPart(card, totals(lowering), place, lowering.checker),
      ),
    ),
    {
      ...output('by-rater', byRaterTitle, ({ read }) => joined(roles.map((role) => read(partOf(role), role)))),
      cites: raters.cites ?? cites,
      requires: ({ checker, read }) => [
        ...wholeWeights(criteria, checker),
        { that: read(names.onceEach, named(names.onceEach)), says: onceEach },
        { that: read(names.agreed, named(names.agreed)), says: agreed },
      ],
    },
    output('score', scoreTitle, ({ checker, read }) => {
      const points = read('by-rater', { text: 'by-rater', span: combine.span });
      const average = overList('average', points, checker, { name: 'points', body: (each) => each });
      return marked(combine['rests-on'], average, checker);
    }),
  ];
}

function joined([first, ...more]: readonly Ir[]): Ir {
  if (first === undefined) throw new Error('a card has raters');
  return more.reduce((before, part) => call('join', first.type, before, part), first);
}

/**
 * A list of one: what the role gave. Empty for a person who rates in an earlier role already. Nobody has the role: it is left
 * to that person within the points there are.
 */
function lowerPart(card: RatedCard, totals: Ir, place: number, checker: Checker): Ir {
  const { policy, raters, ratings } = card;
  const role = raters.roles[place] ?? raters.from;
  const type = listOf(number);
  const origin = role.span;
  const one = raters['one-person-in-two-roles'];
  const of = (...items: readonly Ir[]): Ir => ({ op: 'list', type, origin, items });
  const arms: Arm[] = [];
  if (place > 0) {
    const when = ratesBefore(card, role, place, checker);
    arms.push({ when, value: marked(one['rests-on'], of(), checker), cites: [] });
  }
  const has = overList('any', ratings, checker, { name: 'rating', body: (rating) => hasRole(rating, role) });
  const given = overList('first', totals, checker, {
    name: 'rating',
    where: (rating) => hasRole(rating, role),
    body: (rating) => fieldOf(rating, 'points'),
  });
  arms.push({ when: has, value: of(given), cites: [] });
  const allowed = pointsOf(policy) ?? { range: 'interval' };
  const left: Ir = { op: 'left-to', type: number, origin, by: { post: role.text }, allowed };
  return { op: 'choose', type, origin, arms, otherwise: of(left) };
}

const hasRole = (rating: Local, role: Word): Ir => compare(fieldOf(rating, 'role'), '=', textOf(role.text, role.span));

/** Does whoever has this role also rate in a role before it? */
function ratesBefore({ ratings, raters }: RatedCard, role: Word, place: number, checker: Checker): Ir {
  const items = raters.roles.slice(0, place).map(({ text, span }) => textOf(text, span));
  return overList('any', ratings, checker, {
    name: 'rating',
    where: (rating) => hasRole(rating, role),
    body: (rating) =>
      overList('any', ratings, checker, {
        name: 'earlier',
        where: (earlier) => ({
          op: 'within',
          type: boolean,
          origin: role.span,
          value: fieldOf(earlier, 'role'),
          range: { range: 'set', items, none: false },
        }),
        body: (earlier) => compare(fieldOf(earlier, 'person'), '=', fieldOf(rating, 'person')),
      }),
  });
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import { typed } from '../../expression/check-cells.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir } from '../../ir/ir.ts';
import { number } from '../../ir/type.ts';
import type { Lowering, Output, Requirement } from '../kind.ts';
import { allOf, amountOf, compare } from '../nodes.ts';
import { gradesType, member, named, readOwn } from './grade.ts';
import type { Distribution, GradesPolicy } from './index.ts';
import {
  floor,
  lowerLeftOver,
  lowerOrder,
  lowerPlaces,
  lowerQuotas,
  lowerRemainders,
  names,
} from './largest-remainder.ts';

/** `.distribution`, and in hidden decisions each step that a person would take by hand. */
export function distributionOutputs(policy: GradesPolicy): readonly Output[] {
  const { distribution } = policy;
  if (distribution === undefined) return [];
  const step = (name: string, title: Texts, lower: (lowering: Lowering) => Ir): Output => ({
    name: named(policy, name),
    title,
    cites: distribution.cites ?? [],
    hidden: true,
    lower,
  });
  const head = ({ checker }: Lowering): Ir => headCount(distribution, checker);
  return [
    step(names.quotas, { en: 'Places by share', zh: '按比例的名额' }, (lowering) => {
      checkGradesOf(policy, distribution, lowering.checker);
      return lowerQuotas(policy, distribution, head(lowering), lowering);
    }),
    step(names.remainders, { en: 'Fractions of a place', zh: '名额的小数部分' }, (lowering) =>
      lowerRemainders(policy, lowering),
    ),
    step(names.leftOver, { en: 'Places left over', zh: '剩余名额' }, (lowering) =>
      lowerLeftOver(policy, head(lowering), lowering),
    ),
    step(names.order, { en: 'Order of the fractions', zh: '小数部分的次序' }, (lowering) =>
      lowerOrder(policy, distribution, lowering),
    ),
    step(names.places, { en: 'Whole places', zh: '整数名额' }, (lowering) =>
      lowerPlaces(policy, distribution, lowering),
    ),
    {
      ...step('distribution', { en: 'Forced distribution', zh: '强制分布' }, (lowering) =>
        readOwn(names.places, policy, lowering),
      ),
      hidden: false,
      ...inForce(distribution),
      requires: ({ checker }) => [wholePeople(distribution, checker)],
    },
  ];
}

/** When the distribution is forced at all. */
export function inForce(distribution: Distribution): Pick<Output, 'appliesWhen'> {
  const condition = distribution['applies-when'];
  return condition === undefined ? {} : { appliesWhen: condition };
}

export function headCount(distribution: Distribution, checker: Checker): Ir {
  return typed(distribution['head-count'], checker, number);
}

/** Shares may name only what is a grade. */
function checkGradesOf(policy: GradesPolicy, { shares }: Distribution, checker: Checker): void {
  for (const { key } of shares) member(key, checker, gradesType(policy, checker));
}

/** Shares of people are shares of whole people. */
function wholePeople(distribution: Distribution, checker: Checker): Requirement {
  const head = headCount(distribution, checker);
  return {
    that: allOf([compare(head, '>=', amountOf('0', head.origin)), compare(floor(head), '=', head)]),
    says: { en: 'The number of people is whole and not below 0.', zh: '参评人数应为不小于0的整数。' },
  };
}

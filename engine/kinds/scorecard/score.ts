import type { Ir } from '../../ir/ir.ts';
import { number, percent } from '../../ir/type.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Expr } from '../../expression/ast.ts';
import { typed } from '../../expression/check-cells.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Word } from '../../shape/schema.ts';
import type { Output, Requirement } from '../kind.ts';
import { call, compare, sumOf } from '../nodes.ts';
import { lowerUnstated, marked } from '../place.ts';
import { factName } from './facts.ts';
import type { Criterion, ScorecardPolicy } from './index.ts';

export const scoreTitle: Texts = { en: 'Score', zh: '得分' };

/** Without raters: the points of each criterion are a fact. */
export function scoreOutput(policy: ScorecardPolicy, criteria: readonly Criterion[]): Output {
  return {
    name: { text: 'score', span: policy.policy.span },
    title: scoreTitle,
    cites: citesOf(policy, criteria),
    hidden: false,
    requires: ({ checker }) => wholeWeights(criteria, checker),
    lower: ({ checker }) =>
      weighted(criteria, checker, ({ id }) => ({
        op: 'fact',
        type: number,
        origin: id.span,
        name: factName(policy, id.text),
      })),
  };
}

/** Each criterion's points times its weight, summed. */
export function weighted(criteria: readonly Criterion[], checker: Checker, points: (criterion: Criterion) => Ir): Ir {
  const parts = criteria.map((criterion) => {
    const part = call('multiply', number, weightOf(criterion, checker), points(criterion));
    return marked(criterion['rests-on'], part, checker);
  });
  return sumOf(parts);
}

/** Weights that the company sets are known only when the score is asked for; written ones are checked beforehand. */
export function wholeWeights(criteria: readonly Criterion[], checker: Checker): readonly Requirement[] {
  const [first] = criteria;
  const areSet = criteria.some(({ weight }) => weight.form === 'plain' && setBy(weight.value) !== undefined);
  if (first === undefined || !areSet) return [];
  const sum = sumOf(criteria.map((criterion) => weightOf(criterion, checker)));
  const whole: Ir = { op: 'literal', type: percent, origin: first.id.span, value: { is: 'percent', digits: '1' } };
  return [{ that: compare(sum, '=', whole), says: wholeWeightsText }];
}

const wholeWeightsText: Texts = {
  en: 'The weights that the company sets make exactly 100%.',
  zh: '公司设定的权重合计应恰为100%。',
};

/** The parameter that a weight is read from; undefined for one that is written out. */
export function setBy(weight: Expr): string | undefined {
  return weight.syntax === 'name' || weight.syntax === 'call' ? weight.name : undefined;
}

/** What has no weight is not shared out: the score waits for it. */
function weightOf({ weight }: Criterion, checker: Checker): Ir {
  if (weight.form === 'unstated') return lowerUnstated(weight.value.unstated, checker, percent);
  return setBy(weight.value) === undefined
    ? checker.check(weight.value, percent)
    : typed(weight.value, checker, percent);
}

/** The score comes from the policy's clauses and from those of its criteria. */
export function citesOf(policy: ScorecardPolicy, criteria: readonly Criterion[]): readonly Word[] {
  const all = [...(policy.cites ?? []), ...criteria.flatMap(({ cites }) => cites ?? [])];
  return [...new Map(all.map((clause) => [clause.text, clause])).values()];
}

import type { Ir } from '../../ir/ir.ts';
import { number, percent } from '../../ir/type.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Word } from '../../shape/schema.ts';
import type { Output } from '../kind.ts';
import { call, sumOf } from '../nodes.ts';
import { lowerUnstated } from '../place.ts';
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
  return sumOf(criteria.map((criterion) => call('multiply', number, weightOf(criterion, checker), points(criterion))));
}

/** What has no weight is not shared out: the score waits for it. */
function weightOf({ weight }: Criterion, checker: Checker): Ir {
  return weight.form === 'plain'
    ? checker.check(weight.value, percent)
    : lowerUnstated(weight.value.unstated, checker, percent);
}

/** The score comes from the policy's clauses and from those of its criteria. */
export function citesOf(policy: ScorecardPolicy, criteria: readonly Criterion[]): readonly Word[] {
  const all = [...(policy.cites ?? []), ...criteria.flatMap(({ cites }) => cites ?? [])];
  return [...new Map(all.map((clause) => [clause.text, clause])).values()];
}

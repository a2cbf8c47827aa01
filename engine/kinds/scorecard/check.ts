import type { Diagnostic, Fix } from '../../diagnostic/diagnostic.ts';
import type { Expr } from '../../expression/ast.ts';
import { printCell, printExpression } from '../../expression/print.ts';
import type { Word } from '../../shape/schema.ts';
import { holdsNothing } from '../../proof/empty.ts';
import type { CheckContext } from '../kind.ts';
import { missedWhole, shareOf } from '../shares.ts';
import { pointsOf } from './facts.ts';
import type { Criterion, ScorecardPolicy } from './index.ts';
import { scorecardMessages as messages } from './messages.ts';
import { setBy } from './score.ts';

/** Weights that make the whole, points that are said, names that stand for one thing. */
export function checkScorecard(policy: ScorecardPolicy, context: CheckContext): readonly Diagnostic[] {
  const { criteria, raters } = policy;
  if (criteria === undefined) return withoutCriteria(policy);
  return [
    ...checkWeights(criteria, context),
    ...checkPoints(policy),
    ...twice(criteria.map(({ id }) => id)),
    ...twice(raters?.roles ?? []),
    ...reserved(policy, criteria),
  ];
}

function withoutCriteria({ policy, points, raters, 'roll-up': rollUp }: ScorecardPolicy): readonly Diagnostic[] {
  return [
    ...(points === undefined ? [] : [messages['no-criteria']({ key: 'points' }, points.span)]),
    ...(raters === undefined ? [] : [messages['no-criteria']({ key: 'raters' }, raters.span)]),
    ...(rollUp === undefined ? [messages.nothing({}, policy.span)] : []),
  ];
}

/** Weights that the source leaves out or the company sets are no mistake; what the others make is known only with them. */
function checkWeights(criteria: readonly Criterion[], context: CheckContext): readonly Diagnostic[] {
  const isSet = (weight: Expr): boolean => context.parameters(setBy(weight) ?? '').length > 0;
  const written = criteria.flatMap(({ weight }) =>
    weight.form === 'plain' && !isSet(weight.value) ? [weight.value] : [],
  );
  const wrong = written.filter((weight) => shareOf(weight) === undefined);
  const isWhole = wrong.length === 0 && written.length === criteria.length;
  const missed = isWhole ? missedWhole(written.flatMap((weight) => shareOf(weight) ?? [])) : undefined;
  const last = written.at(-1)?.span;
  return [
    ...wrong.map((weight) =>
      messages.weight({ found: printExpression(weight) }, weight.span, { fixes: asPercent(weight) }),
    ),
    ...(missed === undefined || last === undefined ? [] : [messages.weights(missed, last)]),
  ];
}

/** A bare `20` was meant as `20%`; what `0.2` was meant as, only the author knows. */
function asPercent({ syntax, span, ...rest }: Expr): readonly Fix[] {
  if (syntax !== 'number' || !('digits' in rest) || rest.digits.includes('.')) return [];
  const text = `${rest.digits}%`;
  return [{ title: { en: `Write ${text}`, zh: `改为 ${text}` }, edits: [{ span, text }] }];
}

function checkPoints(policy: ScorecardPolicy): readonly Diagnostic[] {
  const { points } = policy;
  if (points === undefined) return [messages['no-points']({}, policy.policy.span)];
  const range = pointsOf(policy);
  if (range !== undefined && !holdsNothing(range)) return [];
  return [messages.points({ found: printCell(points.range) }, points.range.span)];
}

function twice(names: readonly Word[]): readonly Diagnostic[] {
  return names
    .filter(({ text }, i) => names.findIndex((other) => other.text === text) < i)
    .map(({ text, span }) => messages.twice({ name: text }, span));
}

/** Names that would stand for a criterion's points and for something else. */
function reserved(
  { raters, 'roll-up': rollUp = [] }: ScorecardPolicy,
  criteria: readonly Criterion[],
): readonly Diagnostic[] {
  const own = raters === undefined ? ['score', ...rollUp.map(({ id }) => id.text)] : ['role', 'person'];
  return criteria
    .filter(({ id }) => own.includes(id.text))
    .map(({ id }) => messages['reserved-name']({ name: id.text }, id.span));
}

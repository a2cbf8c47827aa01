import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { firstHere } from '../../diagnostic/first-here.ts';
import type { Ir } from '../../ir/ir.ts';
import type { Word } from '../../shape/schema.ts';
import type { CheckContext, Conditions } from '../kind.ts';
import { contradictions } from './contradictions.ts';
import type { ControlsPolicy } from './index.ts';
import { raised } from './lower.ts';
import { controlsMessages as messages } from './messages.ts';
import { truthsOf } from './truths.ts';

/** Every rule and gate can be true and need not be, and no two demand what excludes each other. */
export function checkControls(
  policy: ControlsPolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
  conditions: Conditions,
): readonly Diagnostic[] {
  const { rules = [], gates = [] } = policy;
  const ids = [...rules, ...gates].map(({ id }) => id);
  const world = { policy, lowered, context, conditions };
  const [alone, together] = [truthsOf(world), contradictions(world)];
  const what = [...alone.open, ...together.open];
  const [first] = what;
  return [
    ...(ids.length === 0 ? [messages.empty({}, policy.policy.span)] : []),
    ...twice(ids),
    ...ids.filter(({ text }) => text === raised).map(({ text, span }) => messages['reserved-id']({ id: text }, span)),
    ...alone.found,
    ...together.found,
    ...(first === undefined
      ? []
      : [messages['not-decided']({ what: what.map((one) => one.what), why: first.why }, first.span)]),
  ];
}

function twice(ids: readonly Word[]): readonly Diagnostic[] {
  return ids.flatMap(({ text, span }, i) => {
    const first = ids.slice(0, i).find((other) => other.text === text);
    if (first === undefined) return [];
    return [messages.duplicate({ id: text }, span, { related: firstHere(first.span) })];
  });
}

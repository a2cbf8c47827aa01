import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Ir } from '../../ir/ir.ts';
import { areTyped, type NotDecided } from '../../proof/domain.ts';
import { situations, type Situation } from '../../proof/situations.ts';
import type { Span } from '../../source/span.ts';
import { printValue } from '../../value/print.ts';
import type { CheckContext, Conditions } from '../kind.ts';
import type { ControlsPolicy } from './index.ts';

/** What the checks of a policy's conditions look at. */
export interface World {
  readonly policy: ControlsPolicy;
  readonly lowered: ReadonlyMap<string, Ir>;
  readonly context: CheckContext;
  readonly conditions: Conditions;
}

/** What the analysis could not tell: all of a policy's are one note. */
export interface Open {
  readonly what: string;
  readonly why: Texts;
  readonly span: Span;
}

/** The condition of a rule or gate; with `each` the one about a single element. */
export function conditionOf(id: string, { lowered }: World): Ir | undefined {
  const ir = lowered.get(`${id}/each`) ?? lowered.get(id);
  return ir !== undefined && areTyped([ir]) ? ir : undefined;
}

/** All ways in which conditions of the policy can hold together, where the policy applies at all. */
export function waysOf(statements: readonly Ir[], world: World): readonly Situation[] | NotDecided {
  const { policy, lowered, context, conditions } = world;
  const prefix = `${policy.policy.text}.`;
  const inline = (decision: string): Ir | undefined =>
    decision.startsWith(prefix) ? lowered.get(decision.slice(prefix.length)) : undefined;
  return situations({ statements, holds: conditions.appliesWhen, requires: conditions.requires, inline }, context);
}

/** Facts as text, for a message and to be replayed; none where the situation may not happen. */
export function printWitness(
  { witness }: Situation,
  { context: { words } }: World,
): Readonly<Record<string, string>> | undefined {
  if (witness === undefined) return undefined;
  return Object.fromEntries([...witness].map(([fact, value]) => [fact, printValue(value, words)]));
}

export const computed: Texts = {
  en: 'It depends on values that are computed from others.',
  zh: '这取决于由其他值计算得出的值。',
};

import type { Evaluator } from '../cases/run.ts';
import type { Outcome } from '../ir/outcome.ts';
import { brokenPolicyOf } from '../program/broken.ts';
import type { Facts } from '../value/facts.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Asked, Ready } from './question.ts';

/** Asks one decision. One whose policy cannot even be read is in error with the reason why. */
export function answerTo(
  { decision, on }: Asked,
  facts: Facts,
  { program, loaded }: Pick<Ready, 'program'> & Partial<Pick<Ready, 'loaded'>>,
  { sourceOnly = false, evaluator = evaluate }: { readonly sourceOnly?: boolean; readonly evaluator?: Evaluator },
): Outcome {
  const outcome = evaluator(program, decision, facts, { sourceOnly, ...(on === undefined ? {} : { on }) });
  const isUnknown = outcome.error?.code === 'decision/unknown';
  const broken = isUnknown && loaded !== undefined ? brokenPolicyOf(loaded.handbook, decision) : undefined;
  if (broken === undefined) return outcome;
  const { code, message, span } = broken.diagnostic;
  return { ...outcome, policy: broken.name, error: { code, message, span } };
}

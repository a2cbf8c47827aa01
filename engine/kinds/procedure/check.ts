import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { firstHere } from '../../diagnostic/first-here.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Ir } from '../../ir/ir.ts';
import type { Word } from '../../shape/schema.ts';
import type { CheckContext, Conditions } from '../kind.ts';
import type { ProcedurePolicy } from './index.ts';
import { procedureMessages as messages } from './messages.ts';
import { neverOpen } from './never-open.ts';
import { ancestorsOf, stepsOf, unreachable, type Step } from './steps.ts';

/** Every step has a name of its own, says who, with what and by when, and can be reached. */
export function checkProcedure(
  policy: ProcedurePolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
  conditions: Conditions,
): readonly Diagnostic[] {
  const steps = stepsOf(policy);
  const ids = steps.map(({ id }) => id);
  return [
    ...ids.flatMap((id, place) => {
      const first = ids.slice(0, place).find((other) => other.text === id.text);
      if (first === undefined) return [];
      return [messages.twice({ id: id.text }, id.span, { related: firstHere(first.span) })];
    }),
    ...steps.flatMap(checkSaid),
    ...neverOpen(policy, lowered, context, conditions),
    ...steps.flatMap((step) =>
      [...(step.after ?? []), ...(step['back-to'] === undefined ? [] : [step['back-to']])].flatMap((id) =>
        unknownStep(id, ids),
      ),
    ),
    ...steps.flatMap((step) => sendsForward(step, steps)),
    ...unreachable(steps).map((step) => {
      const at = step.after?.[0]?.span ?? step.id.span;
      return messages.unreachable({ id: step.id.text, by: step.before }, at);
    }),
  ];
}

function checkSaid({ id, role, evidence, deadline }: Step): readonly Diagnostic[] {
  return [
    ...(role === undefined ? [messages['no-role']({ id: id.text }, id.span)] : []),
    ...(evidence === undefined ? [messages['no-evidence']({ id: id.text }, id.span)] : []),
    ...(deadline === undefined ? [messages['no-deadline']({ id: id.text }, id.span)] : []),
  ];
}

function unknownStep({ text, span }: Word, ids: readonly Word[]): readonly Diagnostic[] {
  const names = ids.map((id) => id.text);
  if (names.includes(text)) return [];
  const near = suggest(text, names);
  return [messages['unknown-step']({ name: text, near }, span, { fixes: writeInstead(near, span) })];
}

function sendsForward(step: Step, steps: readonly Step[]): readonly Diagnostic[] {
  const back = step['back-to'];
  const isKnown = steps.some(({ id }) => id.text === back?.text);
  if (back === undefined || !isKnown || back.text === step.id.text) return [];
  if (ancestorsOf(step, steps).has(back.text)) return [];
  return [messages['back-forward']({ id: step.id.text, back: back.text }, back.span)];
}

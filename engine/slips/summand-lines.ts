import { printType } from '../ir/type.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import type { SummandLine } from './slip.ts';
import { summandsOf, type Summand } from './summands.ts';
import { marksOf, partKey, reasonsOf, type Telling } from './telling.ts';

/** What a value is added up from, and what those are added up from, ready for the overview. */
export function summandLines(explanation: Explanation, telling: Telling): readonly SummandLine[] {
  return summandsOf(explanation, telling.program).map((summand) =>
    lineOf(summand, explanation.outcome.policy, telling),
  );
}

function lineOf({ step, isTakenOff }: Summand, policy: string, telling: Telling): SummandLine {
  const { program, language, readable, say } = telling;
  const title = step.title[language];
  if (step.step === 'fact') {
    const type = program.facts[step.name]?.type;
    const status = step.value === undefined ? 'undetermined' : 'determined';
    const shown = step.value === undefined ? say.status.undetermined : readable.value(step.value, typeText(type));
    return { title, result: signed(shown, isTakenOff, step.value), status, marks: [], reasons: [], summands: [] };
  }
  const { explanation, value, status } = step;
  const decision = program.decisions[step.name];
  const type = decision?.type;
  // An amount is called so by every policy.
  const of = decision?.policy === policy ? undefined : program.policies[decision?.policy ?? '']?.title[language];
  const shown = status === 'determined' ? readable.value(value ?? '', typeText(type)) : say.status[status];
  const see = telling.numbers.get(partKey(step.name, step.on));
  return {
    title,
    ...(of === undefined || of === title ? {} : { of }),
    result: signed(shown, isTakenOff, value),
    status,
    marks: explanation === undefined ? [] : marksOf(explanation.outcome.flags, telling),
    reasons: explanation === undefined ? [] : reasonsOf(explanation.outcome, telling),
    ...(see === undefined ? {} : { see }),
    summands: explanation === undefined ? [] : summandLines(explanation, telling),
  };
}

/** What is taken off counts against the sum, so that the lines above it add up as they stand; nothing has no sign. */
function signed(shown: string, isTakenOff: boolean, value: string | undefined): string {
  if (!isTakenOff || value === undefined || !/[1-9]/.test(value)) return shown;
  return shown.startsWith('−') ? shown.slice(1) : `−${shown}`;
}

function typeText(type: Parameters<typeof printType>[0] | undefined): string {
  return type === undefined ? '' : printType(type);
}

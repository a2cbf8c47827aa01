import { setImmediate as others } from 'node:timers/promises';
import { explainDecision, renderExplanation } from '../../engine/explain.ts';
import type { Moment, Rules } from '../../engine/runtime.ts';
import { readBody } from '../body.ts';
import type { InUse } from '../bundle-in-use.ts';
import { checkOf, type Check } from '../checks.ts';
import type { Asked, Handler, Inside } from '../inside.ts';
import { languageOf } from '../language.ts';
import type { Limits } from '../limits.ts';
import { isProblem, problem, type Problem } from '../problems.ts';
import { batchOf, Question, type Batch } from '../schemas.ts';
import {
  answeredBy,
  askingOf,
  momentOf,
  recorded,
  rulesOf,
  unknownDecision,
  type Given,
  type MomentAsked,
} from './asking.ts';

/** One question, or many of one day. */
export function decisionRoutes(inside: Inside): Readonly<Record<'decide' | 'decideBatch' | 'explain', Handler>> {
  const question = checkOf<Question>(Question);
  const batch = checkOf<Batch>(batchOf(inside.limits.mostQuestions));
  const inTurn = oneByOne();
  return {
    decide: async (context) => {
      const ready = await made(context, inside, question);
      if (isProblem(ready)) return ready;
      const { asked, rules } = ready;
      const outcome = rules.decide(asked.decision, asked.facts, askingOf(asked));
      const refused =
        unknownDecision(outcome, '/decision') ?? (await recorded(context, inside, ready, [{ asked, outcome }]));
      return refused ?? context.json({ ...answeredBy(ready), outcome });
    },

    decideBatch: async (context) => {
      const ready = await made(context, inside, batch);
      if (isProblem(ready)) return ready;
      const given = await inTurn(() => allOf(ready.asked.questions, ready.rules, inside.limits));
      if (isProblem(given)) return given;
      const refused = await recorded(context, inside, ready, given);
      return refused ?? context.json({ ...answeredBy(ready), outcomes: given.map(({ outcome }) => outcome) });
    },

    explain: async (context) => {
      const ready = await made(context, inside, question);
      if (isProblem(ready)) return ready;
      const { asked, rules } = ready;
      const { outcome, explanation } = explainDecision(rules, asked.decision, asked.facts, askingOf(asked));
      const refused =
        unknownDecision(outcome, '/decision') ?? (await recorded(context, inside, ready, [{ asked, outcome }]));
      if (refused !== undefined) return refused;
      const language = languageOf(context.req.header('accept-language'));
      context.header('content-language', language);
      context.header('vary', 'Accept-Language', { append: true });
      const text = renderExplanation(explanation, language);
      return context.json({ ...answeredBy(ready), outcome, explanation, text });
    },
  };
}

interface Ready<T> {
  readonly asked: T;
  readonly inUse: InUse;
  readonly moment: Moment;
  readonly rules: Rules;
}

/** A body that was read and fits, with the rules of its day. */
async function made<T extends MomentAsked>(
  context: Asked,
  { limits, bundle }: Inside,
  check: Check<T>,
): Promise<Ready<T> | Problem> {
  const read = await readBody(context.env.incoming, limits);
  if (isProblem(read)) return read;
  const checked = check(read.raw);
  if (isProblem(checked)) return checked;
  const asked = checked.fits;
  // From here on whatever is loaded meanwhile is for later requests.
  const inUse = bundle.now();
  const moment = momentOf(asked);
  const rules = rulesOf(inUse, moment);
  return isProblem(rules) ? rules : { asked, inUse, moment, rules };
}

/**
 * Batches are worked out one after the other: side by side each would take as long as all of them together, and under load all
 * would run out of time.
 */
function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function allOf(
  questions: Batch['questions'],
  rules: Rules,
  { workSeconds, turnMilliseconds }: Limits,
): Promise<readonly Given[] | Problem> {
  const given: Given[] = [];
  const began = performance.now();
  let turn = began;
  for (const asked of questions) {
    given.push({ asked, outcome: rules.decide(asked.decision, asked.facts, askingOf(asked)) });
    const now = performance.now();
    if (now - began > workSeconds * 1_000) return tookTooLong(workSeconds, given.length, questions.length);
    if (now - turn < turnMilliseconds) continue;
    await others();
    turn = performance.now();
  }
  return given;
}

function tookTooLong(seconds: number, done: number, of: number): Problem {
  return problem('too-long', {
    en: `After ${seconds} seconds ${done} of ${of} questions were answered.`,
    zh: `${seconds} 秒内只答复了 ${of} 个问题中的 ${done} 个。`,
  });
}

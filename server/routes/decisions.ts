import { setImmediate as others } from 'node:timers/promises';
import { explainDecision, renderExplanation } from '../../engine/explain.ts';
import { readBody } from '../body.ts';
import { checkOf, type Check } from '../checks.ts';
import type { Asked, Handler, Inside } from '../inside.ts';
import { languageOf } from '../language.ts';
import { isProblem, problem, type Problem } from '../problems.ts';
import { batchOf, Question, type Batch } from '../schemas.ts';
import { answeredBy, askingOf, momentOf, recorded, rulesOf, unknownDecision, type Given } from './asking.ts';

/** One question, or many of one day. */
export function decisionRoutes(inside: Inside): Readonly<Record<'decide' | 'decideBatch' | 'explain', Handler>> {
  const question = checkOf<Question>(Question);
  const batch = checkOf<Batch>(batchOf(inside.limits.mostQuestions));
  return {
    decide: async (context) => {
      const asked = await bodyOf(context, inside, question);
      if (isProblem(asked)) return asked;
      const inUse = inside.bundle.now();
      const moment = momentOf(asked);
      const rules = rulesOf(inUse, moment);
      if (isProblem(rules)) return rules;
      const outcome = rules.decide(asked.decision, asked.facts, askingOf(asked));
      const refused =
        unknownDecision(outcome, '/decision') ?? (await recorded(context, inside, inUse, moment, [{ asked, outcome }]));
      return refused ?? context.json({ ...answeredBy(inUse, rules), outcome });
    },

    decideBatch: async (context) => {
      const asked = await bodyOf(context, inside, batch);
      if (isProblem(asked)) return asked;
      const inUse = inside.bundle.now();
      const moment = momentOf(asked);
      const rules = rulesOf(inUse, moment);
      if (isProblem(rules)) return rules;
      const { workSeconds } = inside.limits;
      const began = performance.now();
      let turn = began;
      const given: Given[] = [];
      for (const one of asked.questions) {
        given.push({ asked: one, outcome: rules.decide(one.decision, one.facts, askingOf(one)) });
        const now = performance.now();
        if (now - began > workSeconds * 1_000) return tookTooLong(workSeconds, given.length, asked.questions.length);
        if (now - turn < longestTurn) continue;
        await others();
        turn = performance.now();
      }
      const refused = await recorded(context, inside, inUse, moment, given);
      return refused ?? context.json({ ...answeredBy(inUse, rules), outcomes: given.map(({ outcome }) => outcome) });
    },

    explain: async (context) => {
      const asked = await bodyOf(context, inside, question);
      if (isProblem(asked)) return asked;
      const inUse = inside.bundle.now();
      const moment = momentOf(asked);
      const rules = rulesOf(inUse, moment);
      if (isProblem(rules)) return rules;
      const { outcome, explanation } = explainDecision(rules, asked.decision, asked.facts, askingOf(asked));
      const refused =
        unknownDecision(outcome, '/decision') ?? (await recorded(context, inside, inUse, moment, [{ asked, outcome }]));
      if (refused !== undefined) return refused;
      const language = languageOf(context.req.header('accept-language'));
      context.header('content-language', language);
      context.header('vary', 'Accept-Language', { append: true });
      const text = renderExplanation(explanation, language);
      return context.json({ ...answeredBy(inUse, rules), outcome, explanation, text });
    },
  };
}

/** So many milliseconds a batch works before it lets other requests have their turn. */
const longestTurn = 5;

async function bodyOf<T>(context: Asked, { limits }: Inside, check: Check<T>): Promise<T | Problem> {
  const read = await readBody(context.env.incoming, limits);
  if (isProblem(read)) return read;
  const checked = check(read.raw);
  return isProblem(checked) ? checked : checked.fits;
}

function tookTooLong(seconds: number, done: number, of: number): Problem {
  return problem('too-long', {
    en: `After ${seconds} seconds ${done} of ${of} questions were answered.`,
    zh: `${seconds} 秒内只答复了 ${of} 个问题中的 ${done} 个。`,
  });
}

import type { Asking, Diagnostic, Moment, Outcome, RawFacts, Rules } from '../../engine/runtime.ts';
import type { InUse } from '../bundle-in-use.ts';
import type { Answered, Asked, Inside } from '../inside.ts';
import { problem, type Problem } from '../problems.ts';

export interface MomentAsked {
  readonly at?: string;
  readonly period?: string;
  readonly known?: string;
}
interface DecisionAsked {
  readonly decision: string;
  readonly on?: string;
  readonly sourceOnly?: boolean;
  readonly facts: RawFacts;
}

export function momentOf({ at, period, known }: MomentAsked): Moment {
  const published = known === undefined ? {} : { known };
  return at === undefined ? { period: period ?? '', ...published } : { at, ...published };
}

/** The rules of a day, or that it is none. */
export function rulesOf(inUse: InUse, moment: Moment): Rules | Problem {
  const rules = inUse.rulesOf(moment);
  if (rules !== undefined) return rules;
  const said = ['at' in moment ? moment.at : moment.period, ...(moment.known === undefined ? [] : [moment.known])];
  const written = said.join(', ');
  return problem('no-day', {
    en: `“${written}” is no day or month of the calendar.`,
    zh: `“${written}”不是日历上的日期或月份。`,
  });
}

export function askingOf({ on, sourceOnly }: DecisionAsked): Asking {
  return { ...(on === undefined ? {} : { on }), ...(sourceOnly === undefined ? {} : { sourceOnly }) };
}

/** What an answer comes from. */
interface By {
  readonly inUse: InUse;
  readonly moment: Moment;
  readonly rules: Rules;
}

/** What every answer says of the rules that it comes from. */
export function answeredBy({ inUse, rules: { program } }: By): Readonly<Record<string, string | number>> {
  const { name: handbook, revision, sha256 } = inUse.bundle;
  return { handbook, revision, bundle: sha256, at: program.at, known: program.known };
}

/** A decision that does not exist is no answer but a wrong address. */
export function unknownDecision({ error }: Outcome, place: string): Problem | undefined {
  if (error?.code !== 'decision/unknown') return undefined;
  return problem('unknown-decision', error.message, { code: error.code, place });
}

export interface Given {
  readonly asked: DecisionAsked;
  readonly outcome: Outcome;
}

/** Tells whoever keeps the record; the answer is given only when that is done. */
export async function recorded(
  context: Asked,
  { recorder, metrics }: Inside,
  by: By,
  given: readonly Given[],
): Promise<Problem | undefined> {
  const failed = await recorder?.record(given.map((one) => answeredOf(context, by, one)));
  if (failed !== undefined) return notRecorded(failed);
  for (const { outcome } of given) metrics.decided(outcome.status);
  return undefined;
}

function answeredOf(context: Asked, { inUse: { bundle }, moment, rules: { program } }: By, given: Given): Answered {
  const caller = context.get('caller');
  const { decision, facts } = given.asked;
  return {
    request: context.get('request'),
    ...(caller === undefined ? {} : { caller }),
    bundle,
    moment,
    program,
    decision,
    ...askingOf(given.asked),
    facts,
    outcome: given.outcome,
  };
}

/** A line that is too long is the question's; all else is the service's own, and its log says more. */
function notRecorded({ code, message }: Diagnostic): Problem {
  if (code === 'decision-log/too-large') return problem('too-large', message, { code });
  const detail = {
    en: 'The decision was worked out, but could not be recorded; without its record no answer is given.',
    zh: '决定已求得，但未能写入记录；没有记录便不给出答复。',
  };
  return problem('not-recorded', detail, { code });
}

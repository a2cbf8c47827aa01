import type { Texts } from '../../../diagnostic/diagnostic.ts';
import type { Outcome } from '../../../ir/outcome.ts';
import type { Program } from '../../../ir/program.ts';
import type { Value } from '../../../ir/value.ts';
import { isDay } from '../../../value/calendar.ts';
import { readArgument, readFacts, type RawFact, type RawFacts } from '../../../value/facts.ts';
import { notAFact, unknownDecision, wrongArgument } from '../../../value/failures.ts';
import { toOutcome } from '../../../value/outcome.ts';
import type { Failure } from '../../../value/result.ts';
import { datumOf, valueOf, type Datum } from './datum.ts';
import type { Question } from './question.ts';
import type { Result } from './result.ts';

/** All that a module holds. */
export interface Contents {
  readonly handbook: Program;
  /** The days on which it says what the handbook says, both included; `to` is missing where nothing is known to change. */
  readonly from: string;
  readonly to?: string;
  readonly follows: Question['follows'];
  /** The handbook on days that were asked about already. */
  readonly asked: Map<string, Program>;
  /** The decisions of which most cases are plain, from texts on. */
  readonly quick: ReadonlyMap<string, (given: RawFacts) => Outcome | undefined>;
  readonly decisions: Readonly<Record<string, (q: Question, ...args: readonly Datum[]) => Result>>;
}

export interface Asking {
  readonly at: string;
  readonly sourceOnly?: boolean;
  readonly on?: RawFact;
  /** What other ways to ask take and a module does not: passed over, it would answer for another moment than the one meant. */
  readonly known?: unknown;
  readonly period?: unknown;
}

/** Hosts ask about few days, again and again. */
const mostKept = 100;

/** The outcome of a decision for these facts on a day; mistakes of the caller are outcomes too. */
export function answer(contents: Contents, decision: string, raw: RawFacts, asking: Asking): Outcome {
  const { at, known, period, on, sourceOnly = false } = asking;
  const before = contents.asked.get(at);
  if (before !== undefined && isNothingElse(asking)) {
    const quick = contents.quick.get(decision)?.(raw);
    if (quick !== undefined) return quick;
  }
  const handbook = before ?? { ...contents.handbook, at };
  if (period !== undefined || known !== undefined)
    return toOutcome(handbook, decision, otherMoment(contents, period ?? `known ${String(known)}`));
  if (before === undefined) {
    if (!isOurs(contents, at)) return toOutcome(handbook, decision, otherMoment(contents, at));
    if (contents.asked.size < mostKept) contents.asked.set(at, handbook);
  }
  const facts = readFacts(handbook, raw);
  const [unknown] = facts.unknown;
  if (unknown !== undefined) return toOutcome(handbook, decision, notAFact(unknown));
  return answerRead(contents, handbook, decision, facts.values, readArgument(handbook, decision, on), sourceOnly);
}

/** Is it asked as it nearly always is: for a day, and no more? */
function isNothingElse({ known, period, on, sourceOnly }: Asking): boolean {
  return known === undefined && period === undefined && on === undefined && (sourceOnly ?? false) === false;
}

/** The same for facts that are read already. */
export function answerRead(
  { decisions, follows }: Contents,
  handbook: Program,
  decision: string,
  facts: Readonly<Record<string, Value>>,
  on: Value | undefined,
  sourceOnly: boolean,
): Outcome {
  const decide = Object.hasOwn(decisions, decision) ? decisions[decision] : undefined;
  const declared = handbook.decisions[decision];
  if (decide === undefined || declared === undefined) {
    return toOutcome(handbook, decision, unknownDecision(decision, handbook));
  }
  const names = declared.takes.map(({ name }) => name);
  if (names.length !== (on === undefined ? 0 : 1)) {
    return toOutcome(handbook, decision, wrongArgument(decision, names));
  }
  const q: Question = { handbook, follows, facts, sourceOnly, known: new Map(), read: new Map() };
  const result = on === undefined ? decide(q) : decide(q, datumOf(on));
  if (result.status !== 'determined') return toOutcome(handbook, decision, result);
  return toOutcome(handbook, decision, { ...result, value: valueOf(result.value, declared.type) });
}

/** A module speaks for the days for which it was made, and for no other. */
const isOurs = ({ from, to }: Contents, at: unknown): boolean =>
  typeof at === 'string' && isDay(at) && at >= from && (to === undefined || at <= to);

function otherMoment({ from, to }: Contents, asked: unknown): Failure {
  const written = String(asked);
  const mend: Texts =
    typeof asked === 'string' && isDay(asked)
      ? {
          en: 'Build one for that day: bylaw build --module --at DATE.',
          zh: '请为该日期另行生成：bylaw build --module --at DATE。',
        }
      : { en: "Say a day: { at: '2026-10-31' }.", zh: "请写明日期：{ at: '2026-10-31' }。" };
  const days: Texts =
    to === undefined
      ? { en: `from ${from} on`, zh: `自${from}起` }
      : { en: `from ${from} to ${to}`, zh: `自${from}至${to}` };
  return {
    status: 'error',
    code: 'module/other-date',
    message: {
      en: `The module speaks for days ${days.en}, not for “${written}”. ${mend.en}`,
      zh: `本模块适用于${days.zh}的日期，不适用于“${written}”。${mend.zh}`,
    },
  };
}

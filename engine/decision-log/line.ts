import { daysOfMonth, isDay } from '../value/calendar.ts';
import type { RawFact, RawFacts } from '../value/facts.ts';
import { parseFactsJson } from '../value/facts-json.ts';
import { factsText } from './facts-text.ts';
import { reasonFields, type LoggedMoment, type LoggedOutcome, type LoggedReason, type LogRecord } from './record.ts';

/** Which logs this engine writes and reads. */
export const logFormat = 1;

/** The first line of a file. */
interface LogHeader {
  readonly format: number;
  /** When the file was begun. */
  readonly time: string;
}

/** A line without what chains it: how it begins, up to its last member. */
export function headerText({ format, time }: LogHeader): string {
  return members({ bylaw: '"decision-log"', format: String(format), time: JSON.stringify(time) });
}

/** The same of a record. */
export function recordText(record: LogRecord): string {
  const { time, decision, on, moment, sourceOnly, facts, sealed, without, bundle, engine, outcome } = record;
  return members({
    time: JSON.stringify(time),
    decision: JSON.stringify(decision),
    on: on === undefined ? undefined : JSON.stringify(on),
    at: 'at' in moment ? JSON.stringify(moment.at) : undefined,
    period: 'period' in moment ? JSON.stringify(moment.period) : undefined,
    known: moment.known === undefined ? undefined : JSON.stringify(moment.known),
    sourceOnly: sourceOnly ? 'true' : undefined,
    facts: factsText(facts),
    sealed: Object.keys(sealed).length === 0 ? undefined : JSON.stringify(sealed),
    without: without.length === 0 ? undefined : JSON.stringify(without),
    bundle: JSON.stringify(bundle),
    engine: JSON.stringify(engine),
    outcome: JSON.stringify(outcome),
  });
}

function members(said: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(said)
    .flatMap(([key, text]) => (text === undefined ? [] : [`"${key}":${text}`]))
    .join(',');
}

/** What a line says, once its hash is as it should be; undefined when it is no line of a log. */
export function readLine(
  text: string,
): { readonly before: string; readonly header?: LogHeader; readonly record?: LogRecord } | undefined {
  const parsed = parseFactsJson(text);
  if ('diagnostic' in parsed) return undefined;
  const { raw } = parsed;
  const before = textIn(raw['before']);
  const time = textIn(raw['time']);
  if (before === undefined || time === undefined || Number.isNaN(Date.parse(time))) return undefined;
  if (raw['bylaw'] === 'decision-log') {
    const format = countIn(raw['format']);
    return format === undefined ? undefined : { before, header: { format, time } };
  }
  const record = recordIn(raw, time);
  return record === undefined ? undefined : { before, record };
}

function recordIn(raw: RawFacts, time: string): LogRecord | undefined {
  const [decision, bundle, engine] = ['decision', 'bundle', 'engine'].map((name) => textIn(raw[name]));
  const moment = momentIn(raw);
  const outcome = outcomeIn(raw['outcome'] ?? null);
  const on = textIn(raw['on']);
  const { sealed = {}, without = [] } = raw;
  const facts = objectIn(raw['facts']);
  if (decision === undefined || bundle === undefined || engine === undefined || moment === undefined) return undefined;
  if (outcome === undefined || facts === undefined || !isTexts(sealed) || !isTextList(without)) return undefined;
  return {
    time,
    decision,
    ...(on === undefined ? {} : { on }),
    moment,
    sourceOnly: raw['sourceOnly'] === true,
    facts,
    sealed,
    without,
    bundle,
    engine,
    outcome,
  };
}

function momentIn(raw: RawFacts): LoggedMoment | undefined {
  const [at, period, known] = ['at', 'period', 'known'].map((name) => textIn(raw[name]));
  if (known !== undefined && !isDay(known)) return undefined;
  const more = known === undefined ? {} : { known };
  if (at !== undefined) return isDay(at) ? { at, ...more } : undefined;
  return period === undefined || daysOfMonth(period) === undefined ? undefined : { period, ...more };
}

function outcomeIn(given: RawFact): LoggedOutcome | undefined {
  const raw = objectIn(given);
  if (raw === undefined) return undefined;
  const [status, policy, value, error] = ['status', 'policy', 'value', 'error'].map((name) => textIn(raw[name]));
  const version = countIn(raw['version']);
  const { flags = null, reasons = null } = raw;
  if (status === undefined || policy === undefined || version === undefined) return undefined;
  if (!isTextList(flags) || !Array.isArray(reasons) || !reasons.every(isReason)) return undefined;
  return {
    status,
    ...(value === undefined ? {} : { value }),
    flags,
    reasons,
    ...(error === undefined ? {} : { error }),
    policy,
    version,
  };
}

const isReason = (raw: RawFact): raw is LoggedReason & { readonly [field: string]: RawFact } =>
  isTexts(raw) && Object.keys(raw).every((name) => reasonFields.some((field) => field === name));

const textIn = (raw: RawFact | undefined): string | undefined => (typeof raw === 'string' ? raw : undefined);

/** A number of things, not of money. */
function countIn(raw: RawFact | undefined): number | undefined {
  const source = textIn(objectIn(raw)?.['source']);
  return source !== undefined && /^\d{1,9}$/.test(source) ? Number(source) : undefined;
}

/** An object as it is, also one that stands for a number. */
const objectIn = (raw: RawFact | undefined): RawFacts | undefined =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as RawFacts) : undefined;

const isTexts = (raw: RawFact): raw is Readonly<Record<string, string>> =>
  Object.values(objectIn(raw) ?? [0]).every((part) => typeof part === 'string');

const isTextList = (raw: RawFact): raw is readonly string[] =>
  Array.isArray(raw) && raw.every((item) => typeof item === 'string');

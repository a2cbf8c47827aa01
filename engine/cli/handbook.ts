import { findHandbook } from '../host/find-handbook.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { dayIn, daysOfMonth, isDay } from '../value/calendar.ts';
import { noDate, noTimeZone, unreadableHandbook, wrongUse } from './refusals.ts';
import { isRefusal, remark, type Call, type Refusal } from './verb.ts';

/** The handbook that the call means, as long as all of it could be read. */
export async function openHandbook({ io, options }: Call): Promise<LoadedHandbook | Refusal> {
  const dir = findHandbook(io.cwd, options.handbook);
  return isUnreadable(dir) ? unreadableHandbook(dir.unreadable) : openFolder(dir);
}

/** The handbook of a folder, as long as all of it could be read. */
export async function openFolder(dir: string): Promise<LoadedHandbook | Refusal> {
  // What reads policies is three quarters of all modules: whoever asks a bundle needs none of it.
  const { loadHandbook } = await import('../host/load-handbook.ts');
  const loaded = await loadHandbook(dir);
  if (isUnreadable(loaded)) return unreadableHandbook(loaded.unreadable);
  const errors = loaded.leftOut.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return errors.length === 0 ? loaded : unreadableHandbook(joined(errors));
}

const joined = (texts: readonly Texts[]): Texts => ({
  en: texts.map(({ en }) => en).join('\n'),
  zh: texts.map(({ zh }) => zh).join('\n'),
});

export interface Dated {
  readonly at: string;
  readonly known?: string;
  /** The month, when one was named instead of a day; the day is its last. */
  readonly period?: string;
  /** Nobody named the day: it is today's. */
  readonly isToday: boolean;
}

/** The day whose rules hold: the one that is named, else today where the handbook is at home. */
export function momentOf(call: Call, { handbook }: Pick<LoadedHandbook, 'handbook'>): Dated | Refusal {
  return momentIn(call, handbook.manifest?.['time-zone'].text);
}

/** The same where the handbook's time zone is known otherwise. */
export function momentIn({ io, options }: Call, zone: string | undefined): Dated | Refusal {
  const { at, known, period } = options;
  if (at !== undefined && period !== undefined) {
    return wrongUse(
      'Name a day or a month: --at and --period exclude each other.',
      '请写日期或月份：--at 与 --period 不能同用。',
    );
  }
  if (at !== undefined && !isDay(at)) return noDate('--at', at);
  if (known !== undefined && !isDay(known)) return noDate('--known', known);
  const last = period === undefined ? undefined : daysOfMonth(period)?.at(-1);
  if (period !== undefined && last === undefined) {
    return wrongUse(
      `“${period}” is no month; --period takes one such as 2026-10.`,
      `“${period}”不是月份；--period 须写成 2026-10 的形式。`,
    );
  }
  const day = at ?? last ?? today(zone, io.now());
  if (isRefusal(day)) return day;
  return {
    at: day,
    isToday: at === undefined && period === undefined,
    ...(known === undefined ? {} : { known }),
    ...(period === undefined ? {} : { period }),
  };
}

function today(zone: string | undefined, now: Date): string | Refusal {
  return dayIn(zone, now) ?? noTimeZone(zone ?? '');
}

/** The day and the manner of an answer, as every answer to people names them. */
export function momentInWords({ options }: Call, { at, known, period, isToday }: Dated): Texts {
  const source = options.sourceOnly === true;
  const { atColumn: column } = options;
  if (column !== undefined) {
    return {
      en: `Each row on the day in its column “${column}”${known === undefined ? '' : `, as published by ${known}`}${source ? ', by the source alone' : ''}`,
      zh: `各行按其列“${column}”的日期${known === undefined ? '' : `，以${known}之前公布的为准`}${source ? '，仅按原文' : ''}`,
    };
  }
  return {
    en: `${period === undefined ? `On ${at}` : `For the month ${period}, on ${at}`}${isToday ? ' (today)' : ''}${known === undefined ? '' : `, as published by ${known}`}${source ? ', by the source alone' : ''}`,
    zh: `${period === undefined ? at : `${period} 月份（${at}）`}${isToday ? '（今天）' : ''}${known === undefined ? '' : `，以${known}之前公布的为准`}${source ? '，仅按原文' : ''}`,
  };
}

/** Says that answers may lack something, since the handbook has mistakes. */
export function warnOfMistakes(call: Call, { handbook, leftOut }: LoadedHandbook): void {
  const errors = handbook.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    remark(call, {
      en: `The handbook has ${errors} ${errors === 1 ? 'error' : 'errors'}; “bylaw check” lists them.`,
      zh: `手册中有 ${errors} 处错误，执行“bylaw check”可查看。`,
    });
  }
  for (const { message } of leftOut) remark(call, message);
}

import type { DurationFamily } from '../ir/type.ts';

/** Words for a length of time: its family, how many of the family's unit it is, one and many in English, then Chinese. */
const rows: readonly (readonly [DurationFamily, factor: bigint, one: string, many: string, ...chinese: string[]])[] = [
  ['days', 1n, 'day', 'days', '天', '日'],
  ['days', 7n, 'week', 'weeks', '周', '星期', '个星期'],
  ['months', 1n, 'month', 'months', '个月', '月'],
  ['months', 12n, 'year', 'years', '年'],
  ['minutes', 1n, 'minute', 'minutes', '分钟'],
  ['minutes', 60n, 'hour', 'hours', '小时', '个小时'],
];

interface DurationWord {
  readonly family: DurationFamily;
  readonly factor: bigint;
  readonly one: string;
  readonly many: string;
}

/** Every word that may stand behind a number for a length of time, in policies and in facts. */
export const durationWords: ReadonlyMap<string, DurationWord> = new Map(
  rows.flatMap(([family, factor, one, many, ...chinese]) =>
    [one, many, ...chinese].map((word) => [word, { family, factor, one, many }]),
  ),
);

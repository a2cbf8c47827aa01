import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Outcome, Status } from '../ir/outcome.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { momentInWords, type Dated } from './handbook.ts';
import { wrongIn } from './row-wrong.ts';
import type { Call } from './verb.ts';

/** What came of rows, and what is to be told of them: of some of all, or of all. Plain data. */
export interface RowCounts {
  rows: number;
  /** Outcomes by their status, and values with a flag. */
  readonly outcomes: Record<Status, number>;
  flagged: number;
  /** Rows of which something is to be told. */
  readonly wrong: Record<Wrongness, number>;
  /** The first of them. */
  readonly told: { readonly line: number; readonly what: Wrongness; readonly texts: readonly Texts[] }[];
}

type Wrongness = 'inError' | 'unreached' | 'open';

/** So many rows are told at most. */
export const mostTold: Readonly<Record<Wrongness, number>> = { inError: 100, unreached: 100, open: 20 };

export function noCounts(): RowCounts {
  const outcomes = { determined: 0, undetermined: 0, 'not-applicable': 0, error: 0 };
  return { rows: 0, outcomes, flagged: 0, wrong: { inError: 0, unreached: 0, open: 0 }, told: [] };
}

/** Counts one more row. */
export function countRow(
  counts: RowCounts,
  answered: Pick<AnsweredRow, 'row' | 'facts' | 'outcomes'>,
  run: Parameters<typeof wrongIn>[1],
): void {
  counts.rows += 1;
  countOutcomes(counts, answered.outcomes);
  const found = wrongIn(answered, run);
  for (const what of ['inError', 'unreached', 'open'] as const) {
    const texts = found[what];
    if (texts.length > 0 && ++counts.wrong[what] <= mostTold[what])
      counts.told.push({ line: answered.row.line, what, texts });
  }
}

function countOutcomes(counts: RowCounts, outcomes: readonly Outcome[]): void {
  for (const { status, flags } of outcomes) {
    counts.outcomes[status] += 1;
    if (status === 'determined' && flags.length > 0) counts.flagged += 1;
  }
}

/** Adds what came of later rows. What is to be told of these stays with them. */
export function addCounts(counts: RowCounts, { rows, outcomes, flagged, wrong }: Omit<RowCounts, 'told'>): void {
  counts.rows += rows;
  counts.flagged += flagged;
  for (const status of ['determined', 'undetermined', 'not-applicable', 'error'] as const)
    counts.outcomes[status] += outcomes[status];
  for (const what of ['inError', 'unreached', 'open'] as const) counts.wrong[what] += wrong[what];
}

export function countsInWords({ rows, flagged, outcomes }: RowCounts, call: Call, moment: Dated): Texts {
  const when = momentInWords(call, moment);
  const { determined, undetermined, error, 'not-applicable': not } = outcomes;
  return {
    en: `${when.en}: ${some(rows, 'row')}; ${some(determined, 'value')} (${flagged} with a flag), ${undetermined} undetermined, ${not} not applicable, ${some(error, 'error')}`,
    zh: `${when.zh}：${rows} 行；${determined} 个值（${flagged} 个带标记），${undetermined} 个未定，${not} 个不适用，${error} 个错误`,
  };
}

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

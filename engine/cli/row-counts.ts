import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Status } from '../ir/outcome.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { momentInWords, type Dated } from './handbook.ts';
import type { Call } from './verb.ts';

/** How many rows were asked, and what came of them. */
interface RowCounts {
  add(answered: AnsweredRow): void;
  rows(): number;
  inWords(call: Call, moment: Dated): Texts;
}

export function countRows(): RowCounts {
  const counts: Record<Status, number> = { determined: 0, undetermined: 0, 'not-applicable': 0, error: 0 };
  let [rows, flagged] = [0, 0];
  return {
    add: ({ outcomes }) => {
      rows += 1;
      for (const { status, flags } of outcomes) {
        counts[status] += 1;
        if (status === 'determined' && flags.length > 0) flagged += 1;
      }
    },
    rows: () => rows,
    inWords: (call, moment) => {
      const when = momentInWords(call, moment);
      const { determined, undetermined, error, 'not-applicable': not } = counts;
      return {
        en: `${when.en}: ${some(rows, 'row')}; ${some(determined, 'value')} (${flagged} with a flag), ${undetermined} undetermined, ${not} not applicable, ${some(error, 'error')}`,
        zh: `${when.zh}：${rows} 行；${determined} 个值（${flagged} 个带标记），${undetermined} 个未定，${not} 个不适用，${error} 个错误`,
      };
    },
  };
}

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

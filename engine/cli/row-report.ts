import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Status } from '../ir/outcome.ts';
import type { AnsweredRow, FactColumn } from './ask-rows.ts';
import { momentInWords, type Dated } from './handbook.ts';
import { remark, type Call } from './verb.ts';

/** What is said on standard error while rows are answered: each row in error with its place, progress, and the sum of it all. */
interface RowReport {
  add(answered: AnsweredRow): void;
  finish(): void;
  hasErrors(): boolean;
}

const mostTold = 100;
const betweenProgress = 200;

export function rowReport(call: Call, name: string, columns: readonly FactColumn[], moment: Dated): RowReport {
  const { io } = call;
  const counts: Record<Status, number> = { determined: 0, undetermined: 0, 'not-applicable': 0, error: 0 };
  let [rows, flagged, told, rowsInError] = [0, 0, 0, 0];
  let [shown, hasProgress] = [io.now().getTime(), false];
  const clear = (): void => {
    if (hasProgress) io.err.write('\r\u001b[K');
    hasProgress = false;
  };
  const progress = (): void => {
    if (!io.err.isTerminal || rows % 100 !== 0 || io.now().getTime() - shown < betweenProgress) return;
    io.err.write(`\r${{ en: `${rows} rows …`, zh: `${rows} 行……` }[call.language]}`);
    [shown, hasProgress] = [io.now().getTime(), true];
  };
  return {
    add: (answered) => {
      rows += 1;
      for (const { status, flags } of answered.outcomes) {
        counts[status] += 1;
        if (status === 'determined' && flags.length > 0) flagged += 1;
      }
      const problems = problemsOf(answered, columns);
      if (problems.length > 0) {
        rowsInError += 1;
        if (rowsInError <= mostTold) {
          clear();
          told += 1;
          for (const { en, zh } of problems)
            remark(call, { en: `${name}:${answered.row.line}: ${en}`, zh: `${name}:${answered.row.line}: ${zh}` });
        }
      }
      progress();
    },
    finish: () => {
      clear();
      const more = rowsInError - told;
      if (more > 0) remark(call, { en: `and ${more} more rows in error`, zh: `另有 ${more} 行有错误` });
      const when = momentInWords(call, moment);
      const { determined, undetermined, error, 'not-applicable': not } = counts;
      remark(call, {
        en: `${when.en}: ${rows} rows; ${determined} values (${flagged} with a flag), ${undetermined} undetermined, ${not} not applicable, ${error} errors`,
        zh: `${when.zh}：${rows} 行；${determined} 个值（${flagged} 个带标记），${undetermined} 个未定，${not} 个不适用，${error} 个错误`,
      });
    },
    hasErrors: () => rowsInError > 0,
  };
}

/** Each problem once, at its column where a cell is to blame. */
function problemsOf({ facts, outcomes }: AnsweredRow, columns: readonly FactColumn[]): readonly Texts[] {
  const problems = new Map<string, Texts>();
  for (const { decision, error } of outcomes) {
    if (error === undefined) continue;
    const { en, zh } = error.message;
    const column = columns.find(({ fact }) => {
      const value = facts.values[fact];
      return value?.is === 'invalid' && value.message.en === en;
    });
    const where = column === undefined ? decision : column.header;
    const text =
      column === undefined
        ? { en: `${decision}: ${en}`, zh: `${decision}：${zh}` }
        : { en: `column “${where}”: ${en}`, zh: `列“${where}”：${zh}` };
    problems.set(text.en, text);
  }
  return [...problems.values()];
}

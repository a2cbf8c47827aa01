import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { answerRows, type RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { readyHandbook, refusedText, type Ready } from './question.ts';
import { printRows } from './row-table.ts';
import { pour, type Sink } from './sink.ts';
import { openSlips } from './slips.ts';
import { isRefusal, remark, say, type Call, type Refusal } from './verb.ts';

/** Tables of a sample department below the handbook's folder, each with its mapping, and what decides on the pay of those in it. */
const folder = 'population/2026-10';
const month = '2026-10';
const tables: readonly { readonly name: string; readonly decision: string }[] = [
  { name: 'heads', decision: 'pay.head.total' },
  { name: 'promoters', decision: 'pay.promoter.total' },
  { name: 'customer-service', decision: 'pay.customer-service.total' },
];

/** Works out the month of a sample department, prints it and writes everybody's slip. Nothing where the handbook has no such tables. */
export async function showDepartment(call: Call, dir: string): Promise<Refusal | undefined> {
  if (!existsSync(join(dir, folder))) return undefined;
  const { at: _, ...options } = call.options;
  const ofMonth = quiet({ ...call, options: { ...options, period: month } });
  const ready = await readyHandbook(ofMonth);
  if (isRefusal(ready)) return ready;
  const slips = options.slips ?? join('out', 'slips');
  const heading: Texts = { en: 'The pay of a sample department in October 2026', zh: '示例部门2026年10月薪酬' };
  say(call, `\n${call.colours.bold(heading[call.language])}`);
  const places: string[] = [];
  for (const { name, decision } of tables) {
    const place = join(slips, name);
    const file = join(dir, folder, name);
    const files = { in: `${file}.csv`, map: `${file}.mapping` };
    const shown = await showTable({ ...ofMonth, options: { ...ofMonth.options, ...files } }, decision, place, ready);
    if (isRefusal(shown)) return shown;
    say(call, '');
    printRows(shown.rows, shown.asked, call, shown.ready);
    if (shown.without === undefined) places.push(join(place, 'index.html'));
    else remark(call, shown.without.says);
  }
  const where: Texts = {
    en: 'Their pay slips, to read in a browser or to print:',
    zh: '各人的薪酬单，可用浏览器打开或打印：',
  };
  if (places.length > 0) say(call, `\n${[where[call.language], ...places.map((place) => `  ${place}`)].join('\n')}`);
  return undefined;
}

interface Shown extends Pick<RowRun, 'asked' | 'ready'> {
  readonly rows: readonly AnsweredRow[];
  /** Why there are no slips: the place cannot be written. */
  readonly without?: Refusal;
}

async function showTable(call: Call, decision: string, place: string, known: Ready): Promise<Shown | Refusal> {
  const run = await answerRows(call, [decision], known);
  if (isRefusal(run)) return run;
  const slips = await openSlips(call, run, place);
  const rows: AnsweredRow[] = [];
  const nothing = (): Promise<void> => Promise.resolve();
  const kept: Sink = {
    add: (row) => {
      rows.push(row);
      return Promise.resolve();
    },
    finish: nothing,
    abandon: nothing,
  };
  const poured = await pour(run.rows, isRefusal(slips) ? [kept] : [kept, slips], () => false);
  if (isUnreadable(poured)) return refusedText(poured);
  const { asked, ready } = run;
  return { asked, ready, rows, ...(isRefusal(slips) ? { without: slips } : {}) };
}

/** What is said beside the result is for those who ask themselves. */
function quiet(call: Call): Call {
  return { ...call, io: { ...call.io, err: { ...call.io.err, write: () => undefined } } };
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import { watchPercent, type PercentSeen } from '../tables/mapping/percent-doubt.ts';
import { separatedBy } from '../tables/delimiter.ts';
import { rowPlace } from '../tables/table.ts';
import type { RowRun } from './answer-rows.ts';
import { addCounts as sumCounts, countRow, countsInWords, mostTold, noCounts, type RowCounts } from './row-counts.ts';
import type { Sink } from './sink.ts';
import { remark, type Call } from './verb.ts';

/** What is said on standard error while rows are answered: what is wrong with a row or missing in it, progress, and the sum of it all. */
interface RowReport extends Sink {
  hasErrors(): boolean;
  /** Rows that were counted elsewhere, where lines count from the line of the table that is given. */
  addCounted(counts: RowCounts, percents: readonly PercentSeen[], from: number): void;
  /** Writes over what stands on the terminal's line, until something else is said. */
  readonly progress: (text: Texts) => void;
  counts(): Omit<RowCounts, 'told'>;
  percents(): readonly PercentSeen[];
}

const betweenProgress = 200;

export function rowReport(call: Call, run: Omit<RowRun, 'rows'>): RowReport {
  const { table, leftOver } = run;
  const { io } = call;
  const all = noCounts();
  const percents = watchPercent(table, run.columns);
  let [nobodys, shown, hasProgress] = [0, io.now().getTime(), false];
  const clear = (): void => {
    if (hasProgress) io.err.write('\r\u001b[K');
    hasProgress = false;
  };
  const progress = (text: Texts): void => {
    clear();
    io.err.write(`\r${text[call.language]}`);
    [shown, hasProgress] = [io.now().getTime(), true];
  };
  const addCounts = (counts: RowCounts, from: number): void => {
    const before = { ...all.wrong };
    sumCounts(all, counts);
    for (const { line, what, texts } of counts.told) {
      if (++before[what] > mostTold[what]) continue;
      clear();
      const place = rowPlace(table, from + line);
      for (const { en, zh } of texts) remark(call, { en: `${place.en}: ${en}`, zh: `${place.zh}: ${zh}` });
    }
  };
  return {
    add: (answered) => {
      const counts = noCounts();
      countRow(counts, answered, run);
      addCounts(counts, 0);
      percents.see(answered.row);
      if (io.err.isTerminal && all.rows % 100 === 0 && io.now().getTime() - shown >= betweenProgress)
        progress({ en: `${all.rows} rows …`, zh: `${all.rows} 行……` });
      return Promise.resolve();
    },
    addCounted: (counts, seen, from) => {
      addCounts(counts, from);
      percents.add(seen, from);
    },
    progress,
    // A copy: whoever keeps it writes it down while more rows come.
    counts: () => ({
      rows: all.rows,
      outcomes: { ...all.outcomes },
      flagged: all.flagged,
      wrong: { ...all.wrong },
    }),
    percents: () => percents.seen(),
    finish: () => {
      clear();
      const { inError, unreached, open } = all.wrong;
      remarkMore(call, inError - mostTold.inError, { en: 'in error', zh: '有错误' });
      remarkMore(call, unreached - mostTold.unreached, { en: 'with cells that do not read', zh: '有无法读取的单元格' });
      remarkMore(call, open - mostTold.open, { en: 'undetermined', zh: '未定' });
      for (const text of percents.doubts()) remark(call, text);
      const left = leftOver();
      const keyless = left.flatMap((one) => one.keyless);
      nobodys = keyless.length;
      for (const text of keyless.slice(0, mostTold.inError)) remark(call, text);
      remarkMore(call, nobodys - mostTold.inError, { en: 'that count for nobody', zh: '未计入任何人' });
      for (const text of left.flatMap((one) => one.others)) remark(call, text);
      tellManner(call, run);
      remark(call, countsInWords(all, call, run.ready.moment));
      return Promise.resolve();
    },
    abandon: () => {
      clear();
      return Promise.resolve();
    },
    hasErrors: () => all.wrong.inError > 0 || nobodys > 0,
  };
}

/** That a table was not separated by commas, and not UTF-8, once that is certain. */
function tellManner(call: Call, { table: { name, manner } }: Pick<RowRun, 'table'>): void {
  const separated = separatedBy(name, manner.delimiter);
  if (separated !== undefined)
    remark(call, {
      en: `${separated.en}; a CSV result is written so, too, unless its name says .tsv.`,
      zh: `${separated.zh}；CSV 结果的分隔符与之相同（.tsv 除外）。`,
    });
  const { encoding = 'utf-8' } = manner;
  if (encoding === 'utf-8') return;
  const written = encoding.toUpperCase();
  remark(call, {
    en: `${name} was read as ${written}; the result is UTF-8.`,
    zh: `${name} 按 ${written} 编码读取，结果为 UTF-8。`,
  });
}

function remarkMore(call: Call, more: number, what: Texts): void {
  if (more <= 0) return;
  remark(call, {
    en: `and ${more} more ${more === 1 ? 'row' : 'rows'} ${what.en}`,
    zh: `另有 ${more} 行${what.zh}`,
  });
}

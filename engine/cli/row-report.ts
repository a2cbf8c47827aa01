import type { Texts } from '../diagnostic/diagnostic.ts';
import { watchPercent } from '../tables/mapping/percent-doubt.ts';
import { separatedBy } from '../tables/delimiter.ts';
import { rowPlace } from '../tables/table.ts';
import { approximated } from '../value/approximate.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { countRows } from './row-counts.ts';
import type { Sink } from './sink.ts';
import { remark, type Call } from './verb.ts';

/** What is said on standard error while rows are answered: what is wrong with a row or missing in it, progress, and the sum of it all. */
interface RowReport extends Sink {
  hasErrors(): boolean;
}

const mostErrors = 100;
const mostOpen = 20;
const betweenProgress = 200;

export function rowReport(call: Call, run: RowRun): RowReport {
  const { table, leftOver } = run;
  const { io } = call;
  const counts = countRows();
  const percents = watchPercent(table, run.columns);
  let [inError, unreached, open, nobodys] = [0, 0, 0, 0];
  let [shown, hasProgress] = [io.now().getTime(), false];
  const clear = (): void => {
    if (hasProgress) io.err.write('\r\u001b[K');
    hasProgress = false;
  };
  const progress = (): void => {
    const rows = counts.rows();
    if (!io.err.isTerminal || rows % 100 !== 0 || io.now().getTime() - shown < betweenProgress) return;
    io.err.write(`\r${{ en: `${rows} rows …`, zh: `${rows} 行……` }[call.language]}`);
    [shown, hasProgress] = [io.now().getTime(), true];
  };
  const tell = (line: number, texts: readonly Texts[]): void => {
    clear();
    const place = rowPlace(table, line);
    for (const { en, zh } of texts) remark(call, { en: `${place.en}: ${en}`, zh: `${place.zh}: ${zh}` });
  };
  return {
    add: (answered) => {
      counts.add(answered);
      percents.see(answered.row);
      const { line } = answered.row;
      const problems = problemsOf(answered, run);
      if (problems.length > 0 && ++inError <= mostErrors) tell(line, problems);
      const lacks = lackedBy(answered);
      // Where no decision reached it, for want of a version, a bad cell is told all the same.
      const cells = lacks === undefined || problems.length > 0 ? [] : badCells(answered, run);
      if (cells.length > 0 && ++unreached <= mostErrors) tell(line, textsOf(cells));
      if (lacks !== undefined && ++open <= mostOpen) tell(line, [lacks]);
      progress();
      return Promise.resolve();
    },
    finish: () => {
      clear();
      remarkMore(call, inError - mostErrors, { en: 'in error', zh: '有错误' });
      remarkMore(call, unreached - mostErrors, { en: 'with cells that do not read', zh: '有无法读取的单元格' });
      remarkMore(call, open - mostOpen, { en: 'undetermined', zh: '未定' });
      for (const text of percents.doubts()) remark(call, text);
      const left = leftOver();
      const keyless = left.flatMap((one) => one.keyless);
      nobodys = keyless.length;
      for (const text of keyless.slice(0, mostErrors)) remark(call, text);
      remarkMore(call, nobodys - mostErrors, { en: 'that count for nobody', zh: '未计入任何人' });
      for (const text of left.flatMap((one) => one.others)) remark(call, text);
      tellManner(call, run);
      remark(call, counts.inWords(call, run.ready.moment));
      return Promise.resolve();
    },
    abandon: () => {
      clear();
      return Promise.resolve();
    },
    hasErrors: () => inError > 0 || nobodys > 0,
  };
}

/** That a table was not separated by commas, and not UTF-8, once that is certain. */
function tellManner(call: Call, { table: { name, manner } }: RowRun): void {
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

type Asked = Pick<AnsweredRow, 'row' | 'facts' | 'outcomes'>;
type Place = Pick<RowRun, 'columns' | 'table'>;

/** Each problem once, at its column where a cell is to blame. One bad cell hides no other. */
export function problemsOf(answered: Asked, run: Place): readonly Texts[] {
  const errors = answered.outcomes.flatMap(({ decision, error }) => (error === undefined ? [] : [{ decision, error }]));
  if (errors.length === 0) return [];
  const cells = badCells(answered, run);
  const told = new Set(cells.map(({ message }) => message.en));
  const others = errors.filter(({ error }) => !told.has(error.message.en));
  const texts = [
    ...textsOf(cells),
    ...others.map(({ decision, error: { message } }) => ({
      en: `${decision}: ${approximated(message.en, 'en')}`,
      zh: `${decision}：${approximated(message.zh, 'zh')}`,
    })),
  ];
  return [...new Map(texts.map((text) => [text.en, text])).values()];
}

interface BadCell {
  readonly header: string;
  readonly address: string;
  readonly message: Texts;
}

/** Cells of the row that are no value of their fact. */
function badCells({ row, facts }: Asked, { columns, table }: Place): readonly BadCell[] {
  return columns.flatMap(({ fact, header, index }) => {
    const value = facts.values[fact];
    const address = table.sheet === undefined ? '' : ` (${table.sheet.address(row.line, index)})`;
    return value?.is === 'invalid' ? [{ header, address, message: value.message }] : [];
  });
}

function textsOf(cells: readonly BadCell[]): readonly Texts[] {
  return cells.map(({ header, address, message: { en, zh } }) => ({
    en: `column “${header}”${address}: ${en}`,
    zh: `列“${header}”${address}：${zh}`,
  }));
}

/** What keeps the row from its values, each reason once. */
function lackedBy({ outcomes }: AnsweredRow): Texts | undefined {
  const reasons = new Map(outcomes.flatMap((outcome) => outcome.reasons.map(({ text }) => [text.en, text])));
  if (reasons.size === 0) return undefined;
  const texts = [...reasons.values()];
  return {
    en: `undetermined: ${texts.map(({ en }) => approximated(en, 'en')).join(' ')}`,
    zh: `未定：${texts.map(({ zh }) => approximated(zh, 'zh')).join('')}`,
  };
}

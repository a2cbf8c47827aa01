import { appendText, append, reserve, type Out } from '../../blocks/out.ts';
import { plainAnswers, type PlainAnswers } from '../../blocks/plain-answers.ts';
import { cellsIn } from '../../blocks/record.ts';
import { newScan, scan, type Scan } from '../../blocks/scan.ts';
import type { Columns } from '../../compile/columns/column.ts';
import { writeRows } from '../../host/table/csv.ts';
import { signOf } from '../../tables/delimiter.ts';
import { watchPercent } from '../../tables/mapping/percent-doubt.ts';
import { fitted } from '../../tables/fitted.ts';
import { problemOf } from '../../tables/given.ts';
import type { Row } from '../../tables/table.ts';
import { outcomesOf } from '../ask-rows.ts';
import { textForm } from '../result-text.ts';
import { countRow, noCounts } from '../row-counts.ts';
import type { AnsweredBlock, BlockPlan } from './plan.ts';
import { inUtf8, nothing, utf8, type BlockAnswerer } from './text.ts';
import { columnForms } from './column-forms.ts';

/** Answers blocks of comma-separated values: plain rows from byte to byte, all others as rows are answered one by one. */
export function csvAnswerer(plan: BlockPlan): BlockAnswerer {
  const { forms, facts, words } = columnForms(plan);
  const rows: Scan = newScan(facts.length);
  const quick = quickFor(plan, facts);
  const slowly = slowRows(plan);
  const delimiter = signOf[plan.delimiter].charCodeAt(0);
  const lineEnd = new TextEncoder().encode(plan.lineEnd);
  const odd = new Uint8Array(together);
  return ({ bytes: given, encoding }) => {
    const bytes = inUtf8(given, encoding);
    if (bytes === undefined) return { ...nothing, stopped: 'encoding' };
    const counts = noCounts();
    const percents = watchPercent({ name: '', header: plan.header }, plan.columns);
    const out: Out = { bytes: new Uint8Array(Math.ceil(bytes.length * 2.5) + 1024), at: 0 };
    scan(bytes, delimiter, forms, rows);
    let plain = 0;
    for (let from = 0; from < rows.rows; from += together) {
      const to = Math.min(rows.rows, from + together);
      for (let row = from; row < to; row += 1) odd[row - from] = rows.plain[row] === 1 ? 0 : 1;
      quick?.ask(columnsIn(rows, words, from, to), to - from, odd);
      for (let row = from; row < to; row += 1) {
        const [start, end] = [rows.starts[row] ?? 0, rows.ends[row] ?? 0];
        if (quick !== undefined && rows.plain[row] === 1 && quick.isPlain(row - from)) {
          reserve(out, end - start);
          append(out, bytes, start, end);
          counts.flagged += quick.write(out, row - from);
          reserve(out, lineEnd.length);
          append(out, lineEnd, 0, lineEnd.length);
          plain += 1;
          continue;
        }
        const text = slowly(utf8.decode(bytes.subarray(start, end)), rows.before[row] ?? 0, counts, percents);
        if (typeof text !== 'string') return { ...nothing, stopped: text };
        appendText(out, text);
      }
    }
    counts.rows += plain;
    counts.outcomes.determined += plain * plan.asked.length;
    return { bytes: out.bytes.subarray(0, out.at), lines: rows.lines, counts, percents: percents.seen() };
  };
}

/** Rows that are asked about at once: their columns stay in the caches of a core. */
const together = 2048;

/** The cells of some rows by slot. */
function columnsIn(
  { numbers, codes }: Scan,
  words: readonly (readonly string[] | undefined)[],
  from: number,
  to: number,
): Columns {
  return words.map((known, slot) =>
    known === undefined
      ? numbers[slot]?.subarray(from, to)
      : { codes: codes[slot]?.subarray(from, to) ?? new Int32Array(to - from).fill(-1), words: known },
  );
}

/** Undefined where no row can be plain: its own cells must stay as they are, and all that is asked must be a plain question. */
function quickFor(plan: BlockPlan, facts: readonly string[]): PlainAnswers | undefined {
  const { program, asked, sourceOnly, header, kept, delimiter, written, reasons } = plan;
  const isRepeated = kept.length === header.length && delimiter === written;
  if (sourceOnly || !isRepeated) return undefined;
  const decisions = asked.map(({ decision }) => decision);
  const isPlain = asked.every(
    ({ decision, on }) => on === undefined && program.decisions[decision]?.takes.length === 0,
  );
  if (!isPlain) return undefined;
  const cells = (texts: readonly string[]): Uint8Array =>
    new TextEncoder().encode(writeRows([['', ...texts]], { lineEnd: '\n', mark: false }, written).slice(0, -1));
  return plainAnswers(program, decisions, facts, { cells, behind: reasons ? [''] : [] });
}

type Slowly = (
  record: string,
  line: number,
  counts: AnsweredBlock['counts'],
  percents: ReturnType<typeof watchPercent>,
) => string | { readonly line: number; readonly code: string };

/** A row by its text, as rows are answered one by one: what is written of it, and nothing of a blank line. */
function slowRows(plan: BlockPlan): Slowly {
  const { program, asked, sourceOnly, header, columns, kept, delimiter, written, lineEnd, reasons, language } = plan;
  const reading = { columns, repeated: new Map<string, readonly number[]>(), joined: [] };
  const manner = { mark: false, lineEnd, delimiter: written } as const;
  const form = textForm({ options: { reasons }, language }, { asked, kept, table: { header, manner } }, 'csv');
  const place = { columns, table: {} };
  return (record, line, counts, percents) => {
    const cells = cellsIn(record, signOf[delimiter]);
    if ('code' in cells) return { line, code: cells.code };
    const fits = cells.length === header.length;
    if (!fits && cells.length === 1 && cells[0] === '') return '';
    const row: Row = fits ? { line, cells } : fitted({ line, cells }, header.length);
    const answered = { row, ...outcomesOf(row, problemOf(row, reading), reading, asked, { program }, sourceOnly) };
    countRow(counts, answered, place);
    percents.see(row);
    return form.rows([answered]);
  };
}

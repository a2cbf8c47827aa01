import { rowOf } from '../../host/table/json-lines.ts';
import { problemOf } from '../../tables/given.ts';
import { watchPercent } from '../../tables/mapping/percent-doubt.ts';
import { outcomesOf } from '../ask-rows.ts';
import { textForm } from '../result-text.ts';
import { countRow, noCounts } from '../row-counts.ts';
import type { BlockPlan } from './plan.ts';
import { inUtf8, nothing, utf8, type BlockAnswerer } from './text.ts';

/** Answers blocks of JSON Lines, each line as rows are answered one by one. */
export function linesAnswerer(plan: BlockPlan): BlockAnswerer {
  const { program, asked, sourceOnly, header, columns, kept, reasons, language } = plan;
  const known = new Set(header);
  const reading = { columns, repeated: new Map<string, readonly number[]>(), joined: [] };
  const manner = { mark: false, lineEnd: '\n' } as const;
  const form = textForm({ options: { reasons }, language }, { asked, kept, table: { header, manner } }, 'jsonl');
  const place = { columns, table: {} };
  return ({ bytes: given, encoding }) => {
    const bytes = inUtf8(given, encoding);
    if (bytes === undefined) return { ...nothing, stopped: 'encoding' };
    const counts = noCounts();
    const percents = watchPercent({ name: '', header }, columns);
    const lines = utf8.decode(bytes).split('\n');
    // Behind the last line end stands nothing.
    const texts = lines.slice(0, -1).map((text, line) => {
      if (text.trim() === '') return '';
      const row = rowOf({ line, text }, header, known);
      const answered = { row, ...outcomesOf(row, problemOf(row, reading), reading, asked, { program }, sourceOnly) };
      countRow(counts, answered, place);
      percents.see(row);
      return form.rows([answered]);
    });
    const written = new TextEncoder().encode(texts.join(''));
    return { bytes: written, lines: texts.length, counts, percents: percents.seen() };
  };
}

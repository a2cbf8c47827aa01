import { textOf } from '../tables/cell.ts';
import { writeRows } from '../host/table/csv.ts';
import { delimiterByName } from '../tables/delimiter.ts';
import { jsonCell } from '../host/table/json-lines.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { RowRun } from './answer-rows.ts';
import { localized } from './json.ts';
import { whyNoValue } from './outcome-words.ts';
import { resultColumns } from './result-columns.ts';
import type { TextForm } from './result-file.ts';
import type { Call } from './verb.ts';

/** Results as text: JSON for machines where `--json` asks for it, else by the format. */
export function textForm(call: Manner, run: Written, format: 'csv' | 'jsonl'): TextForm {
  if (call.options.json === true) return jsonForm(call, run);
  return format === 'csv' ? csvForm(call, run) : linesForm(call, run);
}

/** What results as text need of a call and of a run. */
type Manner = Pick<Call, 'options' | 'language'>;
type Written = Pick<RowRun, 'asked' | 'kept'> & { readonly table: Pick<RowRun['table'], 'header' | 'manner'> };

function csvForm({ options, language }: Manner, { asked, kept, table: { header, manner } }: Written): TextForm {
  const withReasons = options.reasons === true;
  const delimiter = delimiterByName(options.out ?? '');
  const columns = asked.flatMap(({ written }) => resultColumns(written, withReasons));
  const cellsOf = (outcome: Outcome): readonly string[] => {
    const { value = '', status, flags } = outcome;
    const cells = [value, status, flags.join(' ')];
    return withReasons ? [...cells, whyNoValue(outcome, language).join(' ')] : cells;
  };
  return {
    start: () =>
      (manner.mark ? '\uFEFF' : '') +
      writeRows([[...kept.map((index) => header[index] ?? ''), ...columns]], manner, delimiter),
    end: '',
    rows: (answered) =>
      writeRows(
        answered.map(({ row, outcomes }) => [
          ...kept.map((index) => textOf(row.cells[index] ?? '')),
          ...outcomes.flatMap(cellsOf),
          ...(row.extra ?? []),
        ]),
        manner,
        delimiter,
      ),
  };
}

/** A line of JSON keeps what it said, and says in addition what came of it. */
function linesForm({ options, language }: Manner, { asked, kept, table: { header } }: Written): TextForm {
  const withReasons = options.reasons === true;
  const isWhole = kept.length === header.length;
  const added = (outcomes: readonly Outcome[]): string =>
    outcomes
      .map((outcome, i) => {
        const [name = '', status = '', flags = '', reasons = ''] = resultColumns(asked[i]?.written ?? '', withReasons);
        const entries = { [name]: outcome.value ?? null, [status]: outcome.status, [flags]: outcome.flags };
        const all = withReasons ? { ...entries, [reasons]: whyNoValue(outcome, language) } : entries;
        return JSON.stringify(all).slice(1, -1);
      })
      .join(',');
  return {
    start: () => '',
    end: '',
    rows: (answered) =>
      answered
        .map(({ row: { cells, source, extra }, outcomes }) => {
          const own = isWhole && source !== undefined ? source.slice(1, -1).trim() : ownOf(cells, header, kept);
          const more = extra === undefined ? '' : `,"extra":${JSON.stringify(extra)}`;
          return `{${own === '' ? '' : `${own},`}${added(outcomes)}${more}}\n`;
        })
        .join(''),
  };
}

function ownOf(
  cells: readonly Parameters<typeof jsonCell>[0][],
  header: readonly string[],
  kept: readonly number[],
): string {
  return kept.map((index) => `${JSON.stringify(header[index] ?? '')}:${jsonCell(cells[index] ?? '')}`).join(',');
}

function jsonForm({ language }: Manner, { kept, table: { header } }: Written): TextForm {
  let separator = '\n';
  return {
    start: () => '[',
    end: '\n]\n',
    rows: (answered) => {
      const entries = answered.map(({ row: { line, cells, extra }, outcomes }) => {
        const row = Object.fromEntries(kept.map((index) => [header[index] ?? '', textOf(cells[index] ?? '')]));
        return JSON.stringify({ line, row, extra, outcomes: localized(outcomes, language) });
      });
      const text = separator + entries.join(',\n');
      separator = ',\n';
      return text;
    },
  };
}

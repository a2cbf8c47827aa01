import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import { textOf } from '../host/table/cell.ts';
import type { Keyed } from '../recalculate/compare.ts';
import type { Person } from '../slips/slip.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { wrongUse } from './refusals.ts';
import type { Call, Refusal } from './verb.ts';

/** Says whom a row is about. */
type PersonOf = (answered: Pick<AnsweredRow, 'row'>) => Person;

/** Columns that hold people's names. */
const nameColumns = ['姓名', 'name'];

/** The key is the column of `--key`, else the mapping's, else the first; the name is a column called so. */
export function personIn(
  { options }: Call,
  { table: { name, header }, keyIndex = 0 }: Pick<RowRun, 'table' | 'keyIndex'>,
): PersonOf | Refusal {
  const { key: wanted } = options;
  const keyAt = wanted === undefined ? keyIndex : header.indexOf(wanted);
  if (keyAt < 0) {
    const near = didYouMean(suggest(wanted ?? '', header));
    return wrongUse(
      `${name} has no column “${wanted ?? ''}” for --key.${near.en}`,
      `${name} 没有 --key 所指的列“${wanted ?? ''}”。${near.zh}`,
    );
  }
  const nameAt = header.findIndex((column, i) => i !== keyAt && nameColumns.includes(column.trim().toLowerCase()));
  const cell = ({ row }: Pick<AnsweredRow, 'row'>, at: number): Person['key'] => ({
    label: header[at] ?? '',
    text: textOf(row.cells[at] ?? '').trim(),
  });
  return (answered) => {
    const key = cell(answered, keyAt);
    return nameAt < 0 ? { key } : { key, name: cell(answered, nameAt) };
  };
}

/** The same without the columns' names. */
export function keyedBy({ key, name }: Person): Keyed {
  return { key: key.text, ...(name === undefined ? {} : { name: name.text }) };
}

import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import { plainHeader } from '../tables/mapping/place-columns.ts';
import { textOf } from '../tables/cell.ts';
import { nameColumnOf } from '../tables/row-keys.ts';
import type { Keyed } from '../recalculate/compare.ts';
import type { Person } from '../slips/slip.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { wrongUse } from './refusals.ts';
import type { Call, Refusal } from './verb.ts';

/** Says whom a row is about. */
type PersonOf = (answered: Pick<AnsweredRow, 'row'>) => Person;

/** The column that tells rows apart: that of `--key`, else the mapping's (`mapped`); undefined where neither names one. */
export function placeOfPerson(
  { options: { key: wanted } }: Call,
  { name, header }: Pick<RowRun['table'], 'name' | 'header'>,
  mapped: number | undefined,
): number | undefined | Refusal {
  if (wanted === undefined) return mapped;
  const at = header.indexOf(wanted);
  if (at >= 0) return at;
  const near = didYouMean(suggest(wanted, header));
  return wrongUse(
    `${name} has no column “${wanted}” for --key.${near.en}`,
    `${name} 没有 --key 所指的列“${wanted}”。${near.zh}`,
  );
}

/** The key is the column that tells rows apart, else the first; the name is a column called so. */
export function personIn({
  table: { header },
  personIndex: keyAt = 0,
}: Pick<RowRun, 'table' | 'personIndex'>): PersonOf {
  const nameAt = nameColumnOf(header, keyAt);
  const cell = ({ row }: Pick<AnsweredRow, 'row'>, at: number): Person['key'] => ({
    label: header[at] ?? '',
    text: textOf(row.cells[at] ?? '').trim(),
  });
  return (answered) => {
    const key = cell(answered, keyAt);
    return nameAt === undefined ? { key } : { key, name: cell(answered, nameAt) };
  };
}

/** The same without the columns' names; a key in full width is the same. */
export function keyedBy({ key, name }: Person): Keyed {
  return { key: plainHeader(key.text), ...(name === undefined ? {} : { name: name.text }) };
}

import { isUnreadable } from '../tables/unreadable.ts';
import { textOf } from '../tables/cell.ts';
import { rowPlace } from '../tables/table.ts';
import { isNumeric } from '../ir/type.ts';
import type { OldRow } from '../recalculate/compare.ts';
import { amountIn, printAmount } from '../value/amounts.ts';
import { answerRows, type RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { keyedBy, personIn } from './person.ts';
import { refusedText, type Ready } from './question.ts';
import { wrongUse } from './refusals.ts';
import { isRefusal, type Call, type Options, type Refusal } from './verb.ts';

/** An earlier result. */
interface OldTable {
  readonly rows: readonly OldRow[];
  /** Joined tables as they are today, which stood in for those of then. */
  readonly borrowed: readonly string[];
}

/** Reads an earlier result as what it is: the table that was asked about, with a column for each decision. */
export async function readOldRows(call: Call, path: string, ready: Ready): Promise<OldTable | Refusal> {
  const old: Call = { ...call, options: oldOptions(call.options, path) };
  const run = await answerRows(old, call.names, ready, { isResult: true });
  if (isRefusal(run)) return run;
  const places = placesOf(run);
  if (isRefusal(places)) return places;
  const personOf = personIn(run);
  const rows = new Map<string, OldRow>();
  for await (const answered of run.rows) {
    if (isUnreadable(answered)) return refusedText(answered);
    const filed = filedIn(answered, places, run);
    if (isRefusal(filed)) return filed;
    const who = keyedBy(personOf(answered));
    if (rows.has(who.key)) return twiceInOld(run, answered, who.key);
    rows.set(who.key, { ...who, facts: answered.facts, filed });
  }
  return { rows: [...rows.values()], borrowed: call.options.againstMap === undefined ? run.joined : [] };
}

/** What was said of the form of `--in` is not said of the earlier result. */
function oldOptions(
  { sheet: _, format: __, encoding: ___, delimiter: ____, map, againstMap, ...options }: Options,
  path: string,
): Options {
  const mapping = againstMap ?? map;
  return { ...options, in: path, ...(mapping === undefined ? {} : { map: mapping }) };
}

/** Where each decision's value stands. */
function placesOf({ asked, table: { name, header } }: RowRun): readonly number[] | Refusal {
  const missing = asked.find(({ written }) => !header.includes(written));
  if (missing === undefined) return asked.map(({ written }) => header.indexOf(written));
  const { written } = missing;
  return wrongUse(
    `${name} has no column “${written}”, so there is nothing to compare with. It must be a result of “bylaw run ${written}”.`,
    `${name} 没有列“${written}”，无从比较。该文件须为“bylaw run ${written}”的结果。`,
  );
}

/** An amount that does not read would count as none at all, so it is refused. */
function filedIn(
  { row: { cells, line } }: AnsweredRow,
  places: readonly number[],
  { asked, table, ready: { program } }: RowRun,
): OldRow['filed'] | Refusal {
  const filed: (string | undefined)[] = [];
  for (const [i, place] of places.entries()) {
    const text = textOf(cells[place] ?? '').trim();
    const type = program.decisions[asked[i]?.decision ?? '']?.type;
    if (text === '' || type === undefined || !isNumeric(type)) {
      filed.push(text === '' ? undefined : text);
      continue;
    }
    const amount = amountIn(text, type, program);
    if (amount === undefined) {
      const [at, column] = [rowPlace(table, line), asked[i]?.written ?? ''];
      return wrongUse(
        `${at.en}: column “${column}”: “${text}” does not read as a value that a run wrote.`,
        `${at.zh}：列“${column}”：“${text}”不是计算结果所写的数值。`,
      );
    }
    // A spreadsheet may have left out zeros.
    filed.push(printAmount(amount, type, program));
  }
  return filed;
}

function twiceInOld({ table }: RowRun, { row }: AnsweredRow, key: string): Refusal {
  const at = rowPlace(table, row.line);
  return wrongUse(
    `${at.en}: the key “${key}” stands in an earlier row already, so it is not known which one was paid.`,
    `${at.zh}：标识“${key}”已出现在前面的行，无法确定以哪一行为准。`,
  );
}

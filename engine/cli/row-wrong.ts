import type { Texts } from '../diagnostic/diagnostic.ts';
import { approximated } from '../value/approximate.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';

/** What is to be said of a row: what is in error, cells that do not read and that no decision reached, and what it lacks. */
interface Wrong {
  readonly inError: readonly Texts[];
  readonly unreached: readonly Texts[];
  readonly open: readonly Texts[];
}

type Asked = Pick<AnsweredRow, 'row' | 'facts' | 'outcomes'>;
type Place = Pick<RowRun, 'columns'> & { readonly table: Pick<RowRun['table'], 'sheet'> };

export function wrongIn(answered: Asked, run: Place): Wrong {
  const inError = problemsOf(answered, run);
  const open = lackedBy(answered);
  // Where no decision reached it, for want of a version, a bad cell is told all the same.
  const cells = open.length === 0 || inError.length > 0 ? [] : badCells(answered, run);
  return { inError, unreached: textsOf(cells), open };
}

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
function lackedBy({ outcomes }: Asked): readonly Texts[] {
  const reasons = new Map(outcomes.flatMap((outcome) => outcome.reasons.map(({ text }) => [text.en, text])));
  if (reasons.size === 0) return [];
  const texts = [...reasons.values()];
  return [
    {
      en: `undetermined: ${texts.map(({ en }) => approximated(en, 'en')).join(' ')}`,
      zh: `未定：${texts.map(({ zh }) => approximated(zh, 'zh')).join('')}`,
    },
  ];
}

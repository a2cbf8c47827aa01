import type { ComponentChild, VNode } from 'preact';
import type { Cell } from '../../../engine/service/form/form.ts';
import type { Texts } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import { choicesOf, useForm } from './form-context.ts';
import { formWords } from './words.ts';

/** What a cell says; ids have their titles beside them, a word of a choice is its title. */
export function Shown({
  cell,
  titleOnly = false,
}: {
  readonly cell: Cell;
  readonly titleOnly?: boolean;
}): VNode | null {
  const { say, pick } = useWords(formWords);
  const side = useForm();
  const isChoice = cell.input.is === 'choice' || cell.input.is === 'truth' || Object.hasOwn(plainWords, cell.text);
  const title = choicesOf(side, cell).find(({ value }) => value === cell.text)?.title ?? wordOf(cell) ?? cell.title;
  const isGap = cell.stands === 'gap' || (cell.input.is === 'formula' && /^undetermined\([^()]*\)$/.test(cell.text));
  const gap = isGap ? <span class="gap-mark">{say('gap')}</span> : null;
  if (titleOnly) {
    if (isChoice || title === undefined) return gap;
    return (
      <span class="title-of">
        {gap} {pick(title)}
      </span>
    );
  }
  if (cell.text === '') return cell.required ? <span class="needed-mark">{say('needed')}</span> : null;
  if (title !== undefined && isChoice) return <>{pick(title)}</>;
  const plain = cell.input.is === 'text' ? cell.text : <span class="form-value">{breakable(cell.text)}</span>;
  return (
    <>
      {gap} {title !== undefined && pick(title)}{' '}
      {title === undefined ? plain : <span class="id-of">{breakable(cell.text)}</span>}
    </>
  );
}

/** Words of formulas and ranges that people need not learn. */
const plainWords: Readonly<Record<string, Texts>> = {
  true: { en: 'Yes', zh: '是' },
  false: { en: 'No', zh: '否' },
  any: { en: 'any', zh: '任意' },
  unset: { en: 'not set yet', zh: '尚未设定' },
};

const wordOf = ({ text, input }: Cell): Texts | undefined =>
  (input.is === 'formula' || input.is === 'range') && Object.hasOwn(plainWords, text) ? plainWords[text] : undefined;

/** Long names may go on in another line behind their dots, where the cell is narrow. */
const breakable = (text: string): readonly ComponentChild[] =>
  text.split(/(?<=[.#/(])(?=\p{L})/u).flatMap((piece, index) => (index === 0 ? [piece] : [<wbr key={index} />, piece]));

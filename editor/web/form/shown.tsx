import type { VNode } from 'preact';
import type { Cell } from '../../../engine/service/form/form.ts';
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
  const isChoice = cell.input.is === 'choice' || cell.input.is === 'truth';
  const title = choicesOf(side, cell).find(({ value }) => value === cell.text)?.title;
  const gap = cell.stands === 'gap' ? <span class="gap-mark">{say('gap')}</span> : null;
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
  const plain = cell.input.is === 'text' ? cell.text : <span class="form-value">{cell.text}</span>;
  return (
    <>
      {gap} {plain} {title !== undefined && <span class="title-of">{pick(title)}</span>}
    </>
  );
}

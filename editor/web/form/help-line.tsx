import type { VNode } from 'preact';
import type { Cell, Column } from '../../../engine/service/form/form.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { choicesOf, useForm } from './form-context.ts';
import type { Told } from './use-form-of.ts';
import { formWords } from './words.ts';

interface HelpLineProps {
  readonly of: Cell | Column | undefined;
  readonly told: Told | undefined;
}

/** What the focused cell is for, or why the last edit was refused. */
export function HelpLine({ of, told }: HelpLineProps): VNode {
  const { show } = usePage();
  const { say, pick } = useWords(formWords);
  const side = useForm();
  if (told !== undefined)
    return (
      <p class={`form-help${told.isRefused ? ' refused' : ''}`} role={told.isRefused ? 'alert' : 'status'}>
        {pick(told.words)}
        {!told.isRefused && (
          <button type="button" class="quiet" onClick={side.undo}>
            {say('undo')}
          </button>
        )}
      </p>
    );
  if (of === undefined) return <p class="form-help">{say('keys')}</p>;
  const meaning = 'text' in of ? choicesOf(side, of).find(({ value }) => value === of.text)?.title : undefined;
  const span = 'span' in of ? of.span : undefined;
  return (
    <p class="form-help" id="form-help">
      <b>{pick(of.label)}</b> {pick(of.help)}
      {meaning !== undefined && ` ${pick(meaning)}`}
      {of.input.is === 'list' && ` ${say('listHint')}`}
      {of.input.is === 'formula' &&
        of.input.unit !== undefined &&
        ` ${say('unit')} ${of.input.unit.trim()}${pick({ en: '.', zh: '。' })}`}
      {span !== undefined && (
        <button type="button" class="quiet" tabIndex={-1} onClick={() => show(span, 'text')}>
          {say('showInText')}
        </button>
      )}
    </p>
  );
}

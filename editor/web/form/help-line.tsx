import type { VNode } from 'preact';
import type { Cell, Column, Converted } from '../../../engine/service/form/form.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { choicesOf, useForm } from './form-context.ts';
import { Standing } from './standing.tsx';
import type { Told } from './use-form-of.ts';
import { formWords } from './words.ts';

interface HelpLineProps {
  readonly of: Cell | Column | undefined;
  readonly told: Told | undefined;
  /** What was told has been read. */
  readonly onClose: () => void;
}

/** What the focused cell is for, or why the last edit was refused. */
export function HelpLine({ of, told, onClose }: HelpLineProps): VNode {
  const { show } = usePage();
  const { say, pick } = useWords(formWords);
  const side = useForm();
  if (told !== undefined) return <After told={told} onClose={onClose} />;
  if (of === undefined) return <p class="form-help">{say('keys')}</p>;
  const meaning = 'text' in of ? choicesOf(side, of).find(({ value }) => value === of.text)?.title : undefined;
  const span = 'span' in of ? of.span : undefined;
  return (
    <div class="form-help" id="form-help">
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
      {'at' in of && of.at.length > 0 && <Standing cell={of} />}
    </div>
  );
}

const mostShown = 8;

/** A range that came without its brackets. */
const isBracketed = ({ typed, text }: Converted): boolean => text.startsWith('[') && !typed.startsWith('[');

/** What became of the last edit, with what can be done about it. */
function After({ told, onClose }: { readonly told: Told; readonly onClose: () => void }): VNode {
  const { say, pick } = useWords(formWords);
  const side = useForm();
  const close = (
    // Who is in a cell stays there.
    <button type="button" class="quiet close" onMouseDown={(event) => event.preventDefault()} onClick={onClose}>
      {say('close')}
    </button>
  );
  if (told.isRefused)
    return (
      <p class="form-help told refused" role="alert">
        {pick(told.words)}
        {told.instead.map((edit) => (
          <button key={JSON.stringify(edit)} type="button" class="quiet" onClick={() => void side.edit(edit)}>
            {'text' in edit && edit.text}
          </button>
        ))}
        {close}
      </p>
    );
  const shown = told.converted.slice(0, mostShown).map(({ typed, text }) => `${typed} → ${text}`);
  return (
    <p class="form-help told" role="status">
      {pick(told.words)}
      {shown.length > 0 && ` ${say('converted')} ${shown.join(' · ')}`}
      {told.converted.length > mostShown && ' …'}
      {shown.length > 0 && pick({ en: '.', zh: '。' })}
      {told.converted.some(isBracketed) && ` ${say('bothEnds')}`}
      <button type="button" class="quiet" onClick={side.undo}>
        {say('undo')}
      </button>
      {close}
    </p>
  );
}

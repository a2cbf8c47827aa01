import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Cell } from '../../../engine/service/form/form.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { cellId } from './cell-of.ts';
import { Control } from './control.tsx';
import { useForm } from './form-context.ts';
import { Messages } from './messages.tsx';
import { setting } from './setting.ts';
import { Shown } from './shown.tsx';
import { formWords } from './words.ts';
import './fields.css';

/** One value with its name, always open for typing; written when it is left or Enter is pressed. */
export function Field({ cell }: { readonly cell: Cell }): VNode {
  const { pick } = useWords();
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const { wanted, arrived } = useForm();
  useEffect(() => {
    if (wanted !== cellId(cell)) return;
    for (const fold of document.querySelectorAll('details')) if (fold.contains(whole.current)) fold.open = true;
    document.getElementById(id)?.focus();
    arrived();
  }, [wanted]);
  const wrong = cell.diagnostics.length > 0;
  return (
    <div
      ref={whole}
      class={`form-field is-${cell.input.is}${cell.text.length < 28 && (cell.input.is === 'formula' || cell.input.is === 'range') ? ' is-short' : ''}${wrong ? ' wrong' : ''}${cell.required && cell.text === '' ? ' needed' : ''}`}
    >
      <label for={id} title={pick(cell.help)}>
        {pick(cell.label)}
      </label>
      {cell.input.is === 'yaml' ? <AsText id={id} cell={cell} /> : <Typed id={id} cell={cell} />}
      <Messages of={cell.diagnostics} id={`${id}-wrong`} />
    </div>
  );
}

/** What a file is was settled when it was made. */
const isFixed = ({ at }: Cell): boolean => at.length === 1 && at[0] === 'kind';

function AsText({ id, cell }: { readonly id: string; readonly cell: Cell }): VNode {
  const { show } = usePage();
  const { say } = useWords(formWords);
  const { span } = cell;
  return (
    <output id={id} class="form-as-text">
      <code tabIndex={isFixed(cell) ? undefined : 0}>{cell.text}</code>
      <span class="hint">{say(isFixed(cell) ? 'fixedHere' : 'inText')}</span>
      {span !== undefined && (
        <button type="button" class="quiet" onClick={() => show(span, 'text')}>
          {say('showInText')}
        </button>
      )}
    </output>
  );
}

/** What was typed: still open, on its way into the text, or there since the edit `made`. */
interface Draft {
  readonly text: string;
  readonly isOpen: boolean;
  readonly made?: number;
}

function Typed({ id, cell }: { readonly id: string; readonly cell: Cell }): VNode {
  const side = useForm();
  const [typed, setTyped] = useState<Draft>();
  useEffect(() => setTyped(undefined), [side.ended]);
  const isWritten = typed?.made !== undefined && typed.made <= side.made;
  const draft = isWritten ? undefined : typed;
  const end = (text: string | undefined): void => {
    side.attempt(undefined);
    if (text === undefined) return setTyped(undefined);
    if (text === (draft === undefined ? cell.text : draft.isOpen ? undefined : draft.text)) return;
    const one: Draft = { text, isOpen: false };
    setTyped(one);
    // Who types on meanwhile has another draft, which stays.
    void side
      .edit(setting(cell, text))
      .then((made) => setTyped((now) => (now !== one ? now : made === undefined ? undefined : { ...one, made })));
  };
  return (
    <span class="form-typed">
      <Control
        id={id}
        cell={cell}
        text={draft?.text ?? cell.text}
        described={cell.diagnostics.length > 0 ? `${id}-wrong` : undefined}
        onFocus={() => side.focused(cell)}
        onType={(text) => {
          setTyped({ text, isOpen: true });
          side.attempt(text === cell.text ? undefined : setting(cell, text));
        }}
        onDone={end}
        onKeyDown={(event) => {
          if (draft?.isOpen !== true && (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
            event.preventDefault();
            if (event.key.toLowerCase() === 'y' || event.shiftKey) side.redo();
            else side.undo();
          }
        }}
      />
      <Shown cell={cell} titleOnly />
    </span>
  );
}

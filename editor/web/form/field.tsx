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

function AsText({ id, cell }: { readonly id: string; readonly cell: Cell }): VNode {
  const { show } = usePage();
  const { say } = useWords(formWords);
  const { span } = cell;
  return (
    <output id={id} class="form-as-text">
      <code>{cell.text}</code>
      {span !== undefined && (
        <button type="button" class="quiet" onClick={() => show(span, 'text')}>
          {say('showInText')}
        </button>
      )}
    </output>
  );
}

function Typed({ id, cell }: { readonly id: string; readonly cell: Cell }): VNode {
  const side = useForm();
  const [draft, setDraft] = useState<string>();
  useEffect(() => setDraft(undefined), [cell.text]);
  const text = draft ?? cell.text;
  const end = (typed: string | undefined): void => {
    side.attempt(undefined);
    setDraft(undefined);
    if (typed !== undefined && typed !== cell.text) {
      setDraft(typed);
      void side.edit(setting(cell, typed)).then((done) => {
        if (!done) setDraft(undefined);
      });
    }
  };
  return (
    <span class="form-typed">
      <Control
        id={id}
        cell={cell}
        text={text}
        described={cell.diagnostics.length > 0 ? `${id}-wrong` : undefined}
        onFocus={() => side.focused(cell)}
        onType={(typed) => {
          setDraft(typed);
          side.attempt(typed === cell.text ? undefined : setting(cell, typed));
        }}
        onDone={end}
        onKeyDown={(event) => {
          if (draft === undefined && (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
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

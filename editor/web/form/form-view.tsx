import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Cell, Column } from '../../../engine/service/form/form.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import './form.css';
import { FormContext } from './form-context.ts';
import { HelpLine } from './help-line.tsx';
import { Messages } from './messages.tsx';
import { Parts } from './parts.tsx';
import { useFormOf } from './use-form-of.ts';
import { formWords } from './words.ts';

/** A file as fields and grids; its text follows each edit, and it follows the text. */
export function FormView({ path }: { readonly path: string }): VNode {
  const { show } = usePage();
  const { say, pick } = useWords(formWords);
  const { form, written, unreadable, isThere, refused, ...actions } = useFormOf(path);
  const [focus, setFocus] = useState<Cell | Column>();
  if (!isThere) return <p class="alone">{say('noFile')}</p>;
  const trouble = unreadable !== undefined && (
    <div class="form-trouble" role="alert">
      <p>{say(form === undefined ? 'unreadable' : 'stale')}</p>
      <p>{pick(unreadable.unreadable.message)}</p>
      <button type="button" class="quiet" onClick={() => show(unreadable.unreadable.span)}>
        {say('toPlace')}
      </button>
    </div>
  );
  if (form === undefined || written === undefined)
    return <div class="form">{trouble !== false ? trouble : <p class="hint">{say('waiting')}</p>}</div>;
  const side = { ...actions, form, written, isStale: unreadable !== undefined, focused: setFocus };
  return (
    <FormContext.Provider value={side}>
      <div class={`form${side.isStale ? ' stale' : ''}`} role="group" aria-label={say('formOf')}>
        <div class="form-body">
          {trouble}
          {form.kind !== undefined && <p class="form-kind">{pick(form.kind)}</p>}
          <Messages of={form.diagnostics} />
          <Parts parts={form.parts} />
        </div>
        <HelpLine of={focus} refused={refused} />
      </div>
    </FormContext.Provider>
  );
}

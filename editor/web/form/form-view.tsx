import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Cell, Column } from '../../../engine/service/form/form.ts';
import { usePage, type Target } from '../page.ts';
import { useWords } from '../words.ts';
import './form.css';
import { goToActions } from './actions-here.ts';
import { FormContext } from './form-context.ts';
import { HelpLine } from './help-line.tsx';
import { Messages } from './messages.tsx';
import { Parts } from './parts.tsx';
import { useFormOf } from './use-form-of.ts';
import { useWanted } from './use-wanted.ts';
import { formWords } from './words.ts';

interface FormViewProps {
  readonly path: string;
  /** A place that somebody wants to see. */
  readonly target: Target | undefined;
  /** The form has no cell for it. */
  readonly onMissing: () => void;
}

/** A file as fields and grids; its text follows each edit, and it follows the text. */
export function FormView({ path, target, onMissing }: FormViewProps): VNode {
  const { show } = usePage();
  const { say, pick } = useWords(formWords);
  const { form, written, unreadable, isThere, told, closeTold, ...actions } = useFormOf(path);
  const [focus, setFocus] = useState<{ readonly path: string; readonly of: Cell | Column | undefined }>();
  const from = useRef<Element | null>(null);
  const wish = useWanted(unreadable === undefined ? written : undefined, unreadable, target, onMissing);
  if (!isThere) return <p class="alone">{say('noFile')}</p>;
  const trouble = unreadable !== undefined && (
    <div class="form-trouble" role="alert">
      <p>{say(form === undefined ? 'unreadable' : 'stale')}</p>
      <p>{pick(unreadable.unreadable.message)}</p>
      <button type="button" class="quiet" onClick={() => show(unreadable.unreadable.span, 'text')}>
        {say('toPlace')}
      </button>
    </div>
  );
  if (form === undefined || written === undefined)
    return <div class="form">{trouble !== false ? trouble : <p class="hint">{say('waiting')}</p>}</div>;
  const focused = (of: Cell | Column | undefined): void => setFocus({ path, of });
  const side = { ...actions, form, written, isStale: unreadable !== undefined, focused, ...wish };
  return (
    <FormContext.Provider value={side}>
      <div
        class={`form${side.isStale ? ' stale' : ''}`}
        role="group"
        aria-label={say('formOf')}
        // On the way down: grids inside rows keep their keys to themselves.
        onKeyDownCapture={(event) => {
          if (event.key !== '.' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          from.current = goToActions(event.currentTarget, from.current);
        }}
      >
        <div class="form-body">
          {trouble}
          {form.kind !== undefined && <p class="form-kind">{pick(form.kind)}</p>}
          <Messages of={form.diagnostics} />
          <Parts parts={form.parts} />
        </div>
        <HelpLine of={focus?.path === path ? focus.of : undefined} told={told} onClose={closeTold} />
      </div>
    </FormContext.Provider>
  );
}

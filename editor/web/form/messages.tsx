import type { VNode } from 'preact';
import type { Diagnostic } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import { useForm } from './form-context.ts';
import './messages.css';

/** What is wrong here, each with its fixes as buttons. */
export function Messages({ of, id }: { readonly of: readonly Diagnostic[]; readonly id?: string }): VNode | null {
  const { pick } = useWords();
  const { isStale, fix: make } = useForm();
  if (of.length === 0) return null;
  return (
    <ul class="form-messages" id={id}>
      {of.map((diagnostic) => (
        <li key={`${diagnostic.code} ${diagnostic.span.start} ${diagnostic.message.en}`} class={diagnostic.severity}>
          <span>{pick(diagnostic.message)}</span>
          {diagnostic.fixes.map((fix) => (
            <button
              key={fix.title.en}
              type="button"
              class="quiet"
              disabled={isStale}
              // Who is typing keeps the focus, and with it the button.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => make(diagnostic, fix)}
            >
              {pick(fix.title)}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}

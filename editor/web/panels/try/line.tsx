import type { ComponentChildren, VNode } from 'preact';
import { approximated } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';

interface LineProps {
  readonly label: ComponentChildren;
  readonly value?: string | undefined;
  /** A word where there is no value. */
  readonly state?: string | undefined;
  /** The state answers a question, and leaves nothing open. */
  readonly isSettled?: boolean;
  readonly note?: ComponentChildren;
}

/** One line of an explanation: what was looked at, and what it is. */
export function Line({ label, value, state, isSettled = false, note }: LineProps): VNode {
  const { language } = useWords(tryWords);
  const shown = (text: string): string => approximated(text, language);
  return (
    <>
      <div class="line">
        <span class="line-label">{label}</span>
        {value !== undefined && <span class="line-value">{shown(value)}</span>}
        {state !== undefined && <span class={isSettled ? 'line-state' : 'line-state open'}>{state}</span>}
      </div>
      {note !== undefined && note !== '' && (
        <div class="line-note">{typeof note === 'string' ? shown(note) : note}</div>
      )}
    </>
  );
}

/** A title with the name that the handbook's text uses. */
export function Named({ title, name }: { readonly title: string; readonly name: string }): VNode {
  return (
    <>
      {title} <span class="name">{name}</span>
    </>
  );
}

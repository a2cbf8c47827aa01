import type { RefObject, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useWords } from '../words.ts';
import { formWords } from './words.ts';

interface DateControlProps {
  readonly common: Record<string, unknown>;
  readonly own: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly keys: (event: KeyboardEvent) => void;
  readonly onType: (text: string) => void;
  readonly onDone: (text: string | undefined) => void;
}

/** A day, typed or chosen. One that no calendar has is said to be so and not written: the browser calls it empty. */
export function DateControl({ common, own, text, keys, onType, onDone }: DateControlProps): VNode {
  const { say } = useWords(formWords);
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const look = ({ validity }: HTMLInputElement): boolean => {
    setWrong(validity.badInput);
    return !validity.badInput;
  };
  return (
    <>
      <input
        {...common}
        ref={own as RefObject<HTMLInputElement>}
        type="date"
        max="9999-12-31"
        value={text}
        {...(isWrong ? { 'aria-invalid': true, 'aria-describedby': id } : {})}
        onInput={({ currentTarget }) => {
          if (currentTarget.validity.badInput) return;
          setWrong(false);
          onType(currentTarget.value);
        }}
        onBlur={({ currentTarget }) => look(currentTarget) && onDone(currentTarget.value)}
        onKeyDown={(event) => {
          const isEnd = event.key === 'Enter' || event.key === 'Tab';
          if (isEnd && !look(event.currentTarget)) return;
          keys(event);
        }}
        onPaste={(event) => {
          event.preventDefault();
          onDone(event.clipboardData?.getData('text/plain').trim());
        }}
      />
      {isWrong && (
        <span class="field-problem" id={id} role="alert">
          {say('noSuchDay')}
        </span>
      )}
    </>
  );
}

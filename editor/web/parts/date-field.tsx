import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Texts } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import { dayAfter, dayOf, isWhole } from './day.ts';
import './parts.css';

const t = (en: string, zh: string): Texts => ({ en, zh });
const words = {
  calendar: t('Choose in a calendar', '在日历中选择'),
  noDay: t('No such day. Write it as 2026-12-31.', '没有这一天。请写成 2026-12-31 的样式。'),
  tooLate: t('This day is still to come.', '此日期尚未到来。'),
} as const;

interface DateFieldProps {
  /** As 2026-12-31; empty where none is given. */
  readonly value: string;
  /** Told of days that the calendar has, and of none where none is needed. */
  readonly onValue: (value: string) => void;
  readonly required?: boolean;
  /** The last day that may be given. */
  readonly max?: string;
  readonly id?: string;
  readonly label?: string;
  readonly described?: string;
}

/**
 * A day, typed or chosen. A browser's own field shows days in the order of the browser's language, not of the page's: 03/04/2026
 * is two days. This one always shows 2026-04-03, as the handbook does.
 */
export function DateField({ value, onValue, required = false, max, id, label, described }: DateFieldProps): VNode {
  const { say } = useWords(words);
  const field = useRef<HTMLInputElement>(null);
  const native = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const [draft, setDraft] = useState<string>();
  const [isLeft, setLeft] = useState(true);
  // Another day from elsewhere; what is being typed stays as it is typed.
  useEffect(() => setDraft((typed) => (typed !== undefined && dayOf(typed) === value ? typed : undefined)), [value]);
  const text = draft ?? value;
  const day = dayOf(text);
  const problem =
    text.trim() === ''
      ? undefined
      : day === undefined
        ? say('noDay')
        : max !== undefined && day > max
          ? say('tooLate')
          : undefined;
  useEffect(() => field.current?.setCustomValidity(problem ?? ''), [problem]);
  const take = (typed: string): void => {
    setDraft(typed);
    if (typed.trim() === '') {
      if (!required) onValue('');
      return;
    }
    const found = dayOf(typed);
    if (found !== undefined && isWhole(typed)) onValue(found);
  };
  /** A day that was written otherwise is shown as all days are; none where one is needed is the one before. */
  const settle = (): void => {
    if (draft === undefined) return;
    if (day !== undefined && day !== value) onValue(day);
    if (day !== undefined || (required && text.trim() === '')) setDraft(undefined);
  };
  const isWrong = isLeft && problem !== undefined;
  return (
    <span class="date-field">
      <input
        ref={field}
        type="text"
        id={id}
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        placeholder="2026-12-31"
        required={required}
        value={text}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : described}
        onFocus={() => setLeft(false)}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onBlur={() => {
          setLeft(true);
          settle();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && day !== undefined && day !== value) {
            event.preventDefault();
            settle();
          }
          const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (by === 0 || day === undefined || event.altKey) return;
          event.preventDefault();
          event.stopPropagation();
          take(dayAfter(day, by));
        }}
      />
      <button
        type="button"
        class="date-open"
        aria-label={say('calendar')}
        title={say('calendar')}
        onClick={() => native.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" fill="none" stroke="currentColor" />
        </svg>
      </button>
      <input
        ref={native}
        type="date"
        class="date-native"
        tabIndex={-1}
        aria-hidden="true"
        max={max ?? '9999-12-31'}
        value={value}
        onInput={({ currentTarget }) => {
          if (currentTarget.value === '') return;
          take(currentTarget.value);
          field.current?.focus();
        }}
      />
      {isWrong && (
        <span class="date-wrong" id={problemId} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}

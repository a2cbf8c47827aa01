import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Texts } from '../../../engine/service/index.ts';
import { nextDay, previousDay } from '../../../engine/value/calendar.ts';
import { useWords } from '../words.ts';
import { dayOf, isWhole } from './day.ts';
import './date-field.css';

const t = (en: string, zh: string): Texts => ({ en, zh });
const words = {
  calendar: t('Choose in a calendar', '在日历中选择'),
  noDay: t('The calendar has no such day. Write it as 2026-12-31.', '日历中没有这一天。请写成 2026-12-31 的样式。'),
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
  readonly id?: string | undefined;
  readonly label?: string;
  readonly described?: string | undefined;
  readonly more?: More;
}

/** What only a form's cells need. */
interface More {
  readonly attributes: Record<string, unknown>;
  readonly onFocus?: (() => void) | undefined;
  readonly own: { current: HTMLElement | null };
  /** The field is left with a day, or with none. */
  readonly onLeft: (value: string) => void;
  /** Keys that leave the field wait until what stands there is a day. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/**
 * A day, typed or chosen. A browser's own field shows days in the order of the browser's language, not of the page's: 03/04/2026
 * is two days. This one always shows 2026-04-03, as the handbook does.
 */
export function DateField(props: DateFieldProps): VNode {
  const { value, onValue, required = false, max, id, label, described, more } = props;
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
  const isTooLate = day !== undefined && max !== undefined && day > max;
  const problem = text.trim() === '' ? '' : day === undefined ? say('noDay') : isTooLate ? say('tooLate') : '';
  useEffect(() => field.current?.setCustomValidity(problem), [problem]);
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
  const isWrong = isLeft && problem !== '';
  return (
    <span class="date-field">
      <input
        {...more?.attributes}
        ref={(element) => {
          field.current = element;
          if (more !== undefined) more.own.current = element;
        }}
        type="text"
        id={id}
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        placeholder="2026-12-31"
        required={required}
        value={text}
        aria-label={label}
        {...(isWrong ? { 'aria-invalid': true } : {})}
        aria-describedby={isWrong ? problemId : described}
        onFocus={() => {
          setLeft(false);
          more?.onFocus?.();
        }}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onPaste={more?.onPaste}
        onBlur={() => {
          setLeft(true);
          settle();
          if (problem === '') more?.onLeft(day ?? '');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(undefined);
          const isEnd = event.key === 'Enter' || event.key === 'Tab';
          if (isEnd && problem !== '') setLeft(true);
          else if (event.key === 'Enter' && more === undefined && day !== undefined && day !== value) {
            event.preventDefault();
            settle();
          } else if (!event.altKey && day !== undefined && /^Arrow(?:Up|Down)$/.test(event.key)) {
            event.preventDefault();
            event.stopPropagation();
            take(event.key === 'ArrowUp' ? nextDay(day) : previousDay(day));
          } else {
            if (isEnd && day !== undefined) event.currentTarget.value = day;
            more?.onKeyDown(event);
          }
        }}
      />
      <button
        type="button"
        class="date-open"
        aria-label={say('calendar')}
        title={say('calendar')}
        disabled={more?.attributes['disabled'] === true}
        // The field keeps the keyboard: leaving it would end it in a grid.
        onMouseDown={(event) => event.preventDefault()}
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

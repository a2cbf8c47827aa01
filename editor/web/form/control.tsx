import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Cell } from '../../../engine/service/form/form.ts';
import { isDay } from '../../../engine/value/calendar.ts';
import { useWords } from '../words.ts';
import { DateControl } from './date-control.tsx';
import { choicesOf, useForm } from './form-context.ts';
import { Suggestions, useSuggestions } from './suggestions.tsx';

interface ControlProps {
  readonly cell: Cell;
  readonly text: string;
  readonly id?: string;
  readonly label?: string;
  readonly described?: string | undefined;
  /** It takes the focus whenever this grows. */
  readonly focusing?: number;
  /** It waits for typing and is not seen. */
  readonly isGhost?: boolean;
  /** A key began it, so that it stays the control that got the key: no list and no calendar takes its place. */
  readonly isTyped?: boolean;
  /** Nothing can be typed. */
  readonly isFixed?: boolean;
  readonly onType: (text: string) => void;
  /** The text is to be written; undefined takes it back. */
  readonly onDone: (text: string | undefined, event?: KeyboardEvent) => void;
  readonly onFocus?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onPaste?: (event: ClipboardEvent) => void;
}

/** What a cell is typed or chosen with. Enter and leaving it write, Escape takes back. */
export function Control(props: ControlProps): VNode {
  const { cell, text } = props;
  const side = useForm();
  const own = useRef<HTMLElement>(null);
  // Before anything else is typed: a key that comes right after a click belongs here.
  useLayoutEffect(() => {
    if ((props.focusing ?? 0) > 0) own.current?.focus();
  }, [props.isGhost, props.focusing]);
  const common = {
    id: props.id,
    'aria-label': props.label,
    'aria-invalid': cell.diagnostics.length > 0,
    'aria-describedby': props.described,
    'aria-required': cell.required,
    ...(props.isGhost === true ? {} : { disabled: side.isStale }),
    onFocus: props.onFocus,
  };
  const keys = (event: KeyboardEvent): void => {
    props.onKeyDown?.(event);
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      props.onDone(undefined, event);
    } else if ((event.key === 'Enter' && !event.altKey) || event.key === 'Tab') {
      if (event.key === 'Enter') event.preventDefault();
      props.onDone((event.currentTarget as HTMLInputElement).value, event);
    }
  };
  if (props.isGhost === true || props.isTyped === true)
    return <TextControl common={common} keys={keys} props={props} own={own} />;
  if (cell.input.is === 'choice' || cell.input.is === 'truth')
    return <Select common={common} keys={keys} props={props} own={own} />;
  if (cell.input.is === 'date' && (cell.text === '' || isDay(cell.text)))
    return (
      <DateControl
        {...{ common, own, text, keys }}
        onType={(typed) => props.onType(typed)}
        onDone={(typed) => props.onDone(typed)}
      />
    );
  return <TextControl common={common} keys={keys} props={props} own={own} />;
}

interface InnerProps {
  readonly common: Record<string, unknown>;
  readonly keys: (event: KeyboardEvent) => void;
  readonly props: ControlProps;
  readonly own: RefObject<HTMLElement | null>;
}

function Select({ common, keys, props: { cell, text, onDone }, own }: InnerProps): VNode {
  const { pick } = useWords();
  const choices = choicesOf(useForm(), cell);
  const isKnown = choices.some(({ value }) => value === text);
  return (
    <select
      {...common}
      ref={own as RefObject<HTMLSelectElement>}
      value={text}
      onChange={(event) => onDone(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') keys(event);
      }}
    >
      {(!cell.required || text === '') && <option value="" />}
      {!isKnown && text !== '' && <option value={text}>{text}</option>}
      {choices.map(({ value, title }) => (
        <option key={value} value={value}>
          {title === undefined ? value : pick(title)}
        </option>
      ))}
    </select>
  );
}

function TextControl({ common, keys, props, own }: InnerProps): VNode {
  const { cell, text, isGhost, isFixed, onType, onDone, onPaste } = props;
  const choices = choicesOf(useForm(), cell);
  const suggest = useSuggestions(text, choices, cell.input.is === 'list', (next) => {
    onType(next);
    own.current?.focus();
  });
  const name = isGhost === true ? 'ghost' : cell.input.is === 'text' ? '' : 'form-value';
  const typing = {
    ...common,
    class: name,
    readOnly: isFixed === true,
    spellcheck: false,
    value: text,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      suggest.open();
      onType(event.currentTarget.value);
    },
    onPaste,
    onBlur: (event: { readonly currentTarget: { readonly value: string } }) => {
      suggest.close();
      onDone(event.currentTarget.value);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (isGhost === true || suggest.key(event)) return;
      keys(event);
    },
  };
  if (choices.length === 0) return <textarea {...typing} ref={own as RefObject<HTMLTextAreaElement>} rows={1} />;
  const isOpen = suggest.found.length > 0;
  return (
    <>
      <input
        {...typing}
        ref={own as RefObject<HTMLInputElement>}
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? suggest.id : undefined}
        aria-activedescendant={isOpen && suggest.chosen >= 0 ? `${suggest.id}-${suggest.chosen}` : undefined}
      />
      <Suggestions of={suggest} />
    </>
  );
}

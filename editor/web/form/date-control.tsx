import type { RefObject, VNode } from 'preact';
import { DateField } from '../parts/date-field.tsx';

interface DateControlProps {
  readonly common: Record<string, unknown>;
  readonly own: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly keys: (event: KeyboardEvent) => void;
  readonly onType: (text: string) => void;
  readonly onDone: (text: string | undefined) => void;
}

/** A day, typed or chosen. One that no calendar has is said to be so and not written. */
export function DateControl({ common, own, text, keys, onType, onDone }: DateControlProps): VNode {
  return (
    <DateField
      id={common['id'] as string | undefined}
      value={text}
      described={common['aria-describedby'] as string | undefined}
      onValue={onType}
      more={{
        attributes: common,
        onFocus: common['onFocus'] as (() => void) | undefined,
        own,
        onLeft: onDone,
        onKeyDown: keys,
        onPaste: (event) => {
          event.preventDefault();
          onDone(event.clipboardData?.getData('text/plain').trim());
        },
      }}
    />
  );
}

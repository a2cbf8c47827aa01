import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Choice } from '../../../engine/service/form/form.ts';
import { useWords } from '../words.ts';
import './suggestions.css';

const most = 8;

interface Suggested {
  readonly id: string;
  readonly found: readonly Choice[];
  /** Which one the arrow keys are on; -1 none. */
  readonly chosen: number;
  readonly open: () => void;
  readonly close: () => void;
  /** Whether the key was for the suggestions. */
  readonly key: (event: KeyboardEvent) => boolean;
  readonly take: (choice: Choice) => void;
}

/** Words that fit what is typed, by id or title; in a list, the last of its words. */
export function useSuggestions(
  text: string,
  choices: readonly Choice[],
  isList: boolean,
  onTake: (text: string) => void,
): Suggested {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const before = isList ? (/^.*[,，、;；]\s*/s.exec(text)?.[0] ?? '') : '';
  const word = text.slice(before.length).trim().toLowerCase();
  const fits = ({ value, title }: Choice): boolean =>
    [value, title?.zh ?? '', title?.en ?? ''].some((name) => name.toLowerCase().includes(word));
  const found = isOpen ? choices.filter((choice) => choice.value !== text && fits(choice)).slice(0, most) : [];
  const close = (): void => {
    setOpen(false);
    setChosen(-1);
  };
  const take = ({ value }: Choice): void => {
    close();
    onTake(before + value);
  };
  return {
    id,
    found,
    chosen,
    open: () => setOpen(choices.length > 0),
    close,
    take,
    key: (event) => {
      if (event.isComposing || choices.length === 0) return false;
      if (!isOpen) {
        if (!(event.altKey && event.key === 'ArrowDown')) return false;
        setOpen(true);
        event.preventDefault();
        return true;
      }
      const picked = found[chosen];
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
        setChosen((chosen + (event.key === 'ArrowDown' ? 1 : found.length)) % Math.max(1, found.length));
      else if (event.key === 'Escape' && found.length > 0) close();
      else if (event.key === 'Enter' && picked !== undefined) take(picked);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

export function Suggestions({ of }: { readonly of: Suggested }): VNode | null {
  const { pick } = useWords();
  if (of.found.length === 0) return null;
  return (
    <ul class="suggestions" role="listbox" id={of.id}>
      {of.found.map((choice, index) => (
        <li
          key={choice.value}
          id={`${of.id}-${index}`}
          role="option"
          aria-selected={index === of.chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            of.take(choice);
          }}
        >
          <span class="form-value">{choice.value}</span> {choice.title !== undefined && pick(choice.title)}
        </li>
      ))}
    </ul>
  );
}

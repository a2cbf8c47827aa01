import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { GroupPart } from '../../../engine/service/form/form.ts';
import { useWords } from '../words.ts';
import { useForm } from './form-context.ts';
import { formWords } from './words.ts';
import './entries.css';

type Open = NonNullable<GroupPart['open']>;

interface EntryToolsProps {
  readonly open: Open;
  readonly index: number;
  readonly isLast: boolean;
}

/** The name of one entry of a group, such as a violation, and what can be done with it as a whole. */
export function EntryTools({ open: { at, names }, index, isLast }: EntryToolsProps): VNode {
  const { say } = useWords(formWords);
  const side = useForm();
  const id = useId();
  const name = names[index] ?? '';
  const [typed, type] = useState<string>();
  const rename = (): void => {
    type(undefined);
    if (typed === undefined || typed.trim() === '' || typed === name) return;
    void side.edit({ edit: 'set', at: [...at, name], key: true, text: typed });
  };
  return (
    <div class="entry-tools">
      <label for={id}>{say('entryName')}</label>
      <input
        id={id}
        type="text"
        class="form-value"
        value={typed ?? name}
        disabled={side.isStale}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) rename();
          else if (event.key === 'Escape') type(undefined);
        }}
      />
      <button
        type="button"
        class="quiet"
        disabled={side.isStale || isLast}
        aria-label={`${say('removeEntry')} ${name}`}
        onClick={() => void side.edit({ edit: 'remove-rows', at, row: index, count: 1 })}
      >
        {say('removeEntry')}
      </button>
    </div>
  );
}

/** Adds an entry to a group under a name. */
export function AddEntry({ open: { at, names } }: { readonly open: Open }): VNode {
  const { say } = useWords(formWords);
  const side = useForm();
  const id = useId();
  const [typed, type] = useState('');
  const name = typed.trim();
  const isFree = name !== '' && !names.includes(name);
  return (
    <form
      class="entry-tools"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFree) return;
        void side.edit({ edit: 'insert-row', at, row: names.length, key: name }).then((made) => {
          if (made !== undefined) type('');
        });
      }}
    >
      <label for={id}>{say('newEntry')}</label>
      <input
        id={id}
        type="text"
        class="form-value"
        value={typed}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <button type="submit" class="quiet" disabled={side.isStale || !isFree}>
        {say('addEntry')}
      </button>
    </form>
  );
}

import type { TargetedEvent, VNode } from 'preact';
import { isBare, type Field } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';

interface FactFieldProps {
  readonly field: Field;
  /** As typed; empty when it is not given. */
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** One fact with its title and unit. What is typed goes to the engine as text, never through a number. */
export function FactField({ field, value, onValue }: FactFieldProps): VNode {
  const { say, pick } = useWords(tryWords);
  const id = `fact-${field.name}`;
  const hints = [field.range === undefined ? '' : field.range, field.computed ? say('optional') : ''].filter(
    (hint) => hint !== '',
  );
  return (
    <div class="field">
      <label for={id}>
        {pick(field.title)} <span class="name">{field.name}</span>
      </label>
      <Control id={id} field={field} value={value} onValue={onValue} />
      {hints.length > 0 && (
        <span class="hint" id={`${id}-hint`}>
          {hints.join(' · ')}
        </span>
      )}
    </div>
  );
}

function Control({ id, field, value, onValue }: FactFieldProps & { readonly id: string }): VNode {
  const { say, pick } = useWords(tryWords);
  const { input } = field;
  const common = {
    id,
    'aria-describedby': `${id}-hint`,
    autocomplete: 'off',
    onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => onValue(currentTarget.value),
  } as const;
  switch (input.is) {
    case 'amount':
      return (
        <span class="amount">
          <input {...common} type="text" inputMode="decimal" value={value} />
          <span class="unit" aria-hidden={!isBare(value)}>
            {pick(input.unitTitle)}
          </span>
        </span>
      );
    case 'date':
      return <input {...common} type="date" value={value} />;
    case 'text':
      return <input {...common} type="text" value={value} placeholder={input.example} />;
    case 'truth':
      return select([
        ['', input.closed ? say('no') : say('notGiven')],
        ['true', say('yes')],
        ['false', say('no')],
      ]);
    case 'choice':
      return select([['', say('notGiven')], ...input.choices.map((one) => [one.value, pick(one.title)] as const)]);
  }

  function select(choices: readonly (readonly [string, string])[]): VNode {
    return (
      <select id={id} value={value} onInput={({ currentTarget }) => onValue(currentTarget.value)}>
        {choices.map(([choice, title]) => (
          <option key={choice} value={choice}>
            {title}
          </option>
        ))}
      </select>
    );
  }
}

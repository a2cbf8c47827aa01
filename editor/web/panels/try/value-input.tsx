import type { TargetedEvent, VNode } from 'preact';
import { isBare, isElements, type Input, type Typed } from '../../../../engine/service/index.ts';
import { DateField } from '../../parts/date-field.tsx';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';

interface ValueInputProps {
  readonly id: string;
  readonly input: Input;
  readonly value: Typed;
  readonly onValue: (value: Typed) => void;
  /** Where no label stands beside it. */
  readonly label?: string;
}

/** Takes a value as text; lists and records take their parts. What is typed goes to the engine as it is, never through a number. */
export function ValueInput(props: ValueInputProps): VNode {
  const { id, input, value, onValue, label } = props;
  const { say, pick } = useWords(tryWords);
  // A whole list may have been typed as the language writes it.
  if (input.is === 'list' && (value === '' || typeof value !== 'string')) {
    return <ListInput {...props} of={input.of} items={isElements(value) ? value : undefined} />;
  }
  if (input.is === 'record' && (value === '' || typeof value !== 'string')) {
    return <RecordInput {...props} fields={input.fields} />;
  }
  const text = typeof value === 'string' ? withoutUnit(value, input) : '';
  const named = label === undefined ? {} : { 'aria-label': label };
  const common = {
    id,
    ...named,
    'aria-describedby': `${id}-hint`,
    autocomplete: 'off',
    value: text,
    onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => onValue(currentTarget.value),
  } as const;
  switch (input.is) {
    case 'amount':
      if (input.unit === '') return <input {...common} type="text" inputMode="decimal" />;
      return (
        <span class="amount">
          <input {...common} type="text" inputMode="decimal" />
          <span class="unit" aria-hidden={!isBare(text)}>
            {pick(input.unitTitle)}
          </span>
        </span>
      );
    case 'date':
      return (
        <DateField
          id={id}
          value={text}
          onValue={onValue}
          described={`${id}-hint`}
          {...(label === undefined ? {} : { label })}
        />
      );
    case 'time':
      return <input {...common} type="time" />;
    case 'date-time':
      return <input {...common} type="datetime-local" />;
    case 'truth':
      return select([
        ['', input.closed ? say('no') : say('notGiven')],
        ['true', say('yes')],
        ['false', say('no')],
      ]);
    case 'choice':
      return select([['', say('notGiven')], ...input.choices.map((one) => [one.value, pick(one.title)] as const)]);
    case 'text':
      return <input {...common} type="text" placeholder={input.example} />;
    case 'list':
    case 'record':
      return <input {...common} type="text" />;
  }

  function select(choices: readonly (readonly [string, string])[]): VNode {
    return (
      <select id={id} {...named} value={text} onInput={({ currentTarget }) => onValue(currentTarget.value)}>
        {choices.map(([choice, title]) => (
          <option key={choice} value={choice}>
            {title}
          </option>
        ))}
      </select>
    );
  }
}

interface ListInputProps extends ValueInputProps {
  readonly of: Input;
  /** Undefined: the list is not given, which is not the same as an empty one. */
  readonly items: readonly Typed[] | undefined;
}

function ListInput({ id, of, items, onValue, label }: ListInputProps): VNode {
  const { say } = useWords(tryWords);
  const all = items ?? [];
  return (
    <div class="elements" role="group" aria-label={label}>
      {items === undefined && <p class="hint">{say('notGiven')}</p>}
      {items?.length === 0 && <p class="hint">{say('emptyList')}</p>}
      {all.map((item, index) => (
        <div class="element" key={index}>
          <span class="element-number">{index + 1}</span>
          <ValueInput
            id={`${id}-${index}`}
            input={of}
            value={item}
            label={`${label ?? ''} ${index + 1}`}
            onValue={(next) => onValue(all.with(index, next))}
          />
          <button
            type="button"
            class="quiet"
            aria-label={`${say('removeElement')} ${index + 1}`}
            title={say('removeElement')}
            onClick={() => onValue(all.toSpliced(index, 1))}
          >
            ×
          </button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={() => onValue([...all, of.is === 'record' ? {} : ''])}>
        + {say('addElement')}
      </button>
      {items === undefined ? (
        <button type="button" class="quiet" onClick={() => onValue([])}>
          {say('makeEmpty')}
        </button>
      ) : (
        <button type="button" class="quiet" onClick={() => onValue('')}>
          {say('makeNotGiven')}
        </button>
      )}
    </div>
  );
}

interface RecordInputProps extends ValueInputProps {
  readonly fields: Extract<Input, { is: 'record' }>['fields'];
}

function RecordInput({ id, fields, value, onValue }: RecordInputProps): VNode {
  const parts = typeof value === 'string' || isElements(value) ? {} : value;
  return (
    <div class="parts">
      {fields.map(({ name, input }) => (
        <div class="part" key={name}>
          <label for={`${id}-${name}`}>{name}</label>
          <ValueInput
            id={`${id}-${name}`}
            input={input}
            value={parts[name] ?? ''}
            label={name}
            onValue={(next) => onValue({ ...parts, [name]: next })}
          />
        </div>
      ))}
    </div>
  );
}

/** The unit stands beside the field already. */
function withoutUnit(text: string, input: Input): string {
  if (input.is !== 'amount' || input.unit === '' || !text.endsWith(input.unit)) return text;
  const digits = text.slice(0, -input.unit.length);
  return digits !== '' && isBare(digits) ? digits : text;
}

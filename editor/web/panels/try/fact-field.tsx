import type { VNode } from 'preact';
import type { Field, Typed } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { rangeWords, tryWords } from './words.ts';
import { ValueInput } from './value-input.tsx';

interface FactFieldProps {
  readonly field: Field;
  /** As typed; empty when it is not given. */
  readonly value: Typed;
  /** The outcome waits for it. */
  readonly isMissing: boolean;
  readonly onValue: (value: Typed) => void;
}

/** One fact with its title, its unit and what values it can have. */
export function FactField({ field, value, isMissing, onValue }: FactFieldProps): VNode {
  const { say, pick, language } = useWords(tryWords);
  const id = `fact-${field.name}`;
  const isWide = field.input.is === 'list' || field.input.is === 'record';
  const hints = [
    isMissing ? say('needed') : '',
    field.range === undefined || isWide ? '' : rangeWords(field.range, language),
    field.computed ? say('optional') : '',
  ].filter((hint) => hint !== '');
  return (
    <div class={`field${isWide ? ' wide' : ''}${isMissing ? ' missing' : ''}`}>
      <label for={isWide ? undefined : id}>
        {pick(field.title)} <span class="name">{field.name}</span>
      </label>
      <ValueInput id={id} input={field.input} value={value} label={pick(field.title)} onValue={onValue} />
      {hints.length > 0 && (
        <span class="hint" id={`${id}-hint`}>
          {hints.join(' · ')}
        </span>
      )}
    </div>
  );
}

import type { VNode } from 'preact';
import type { Attempt, Field, Typed } from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';
import { FactField } from './fact-field.tsx';

type Facts = Readonly<Record<string, Typed>>;

interface FactsFormProps {
  readonly attempt: Attempt;
  readonly facts: Facts;
  readonly onFacts: (facts: Facts) => void;
  readonly sourceOnly: boolean;
  readonly onSource: (only: boolean) => void;
}

/** The facts that matter with what is given so far; the others stand behind a fold. */
export function FactsForm({ attempt, facts, onFacts, sourceOnly, onSource }: FactsFormProps): VNode {
  const { say } = useWords(tryWords);
  const { fields, looked, explanations } = attempt;
  const missing = new Set(
    explanations.flatMap(({ outcome }) =>
      outcome.reasons.flatMap(({ code, fact }) => (code === 'missing-fact' && fact !== undefined ? [fact] : [])),
    ),
  );
  const isGiven = ({ name }: Field): boolean => (facts[name] ?? '') !== '';
  const matters = fields.filter((field) => looked.includes(field.name) || isGiven(field));
  const others = fields.filter((field) => !matters.includes(field));
  const one = (field: Field): VNode => (
    <FactField
      key={field.name}
      field={field}
      value={facts[field.name] ?? ''}
      isMissing={missing.has(field.name)}
      onValue={(value) => onFacts({ ...facts, [field.name]: value })}
    />
  );
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <div class="try-head">
        <h3>{say('facts')}</h3>
        <button type="button" class="quiet" onClick={() => onFacts({})}>
          {say('clear')}
        </button>
      </div>
      {matters.map(one)}
      {others.length > 0 && (
        <details class="other-facts">
          <summary>
            {say('otherFacts')} ({others.length})
          </summary>
          {others.map(one)}
        </details>
      )}
      <label class="check">
        <input type="checkbox" checked={sourceOnly} onInput={({ currentTarget }) => onSource(currentTarget.checked)} />
        <span>
          {say('sourceOnly')} <span class="hint">{say('sourceOnlyHint')}</span>
        </span>
      </label>
    </form>
  );
}

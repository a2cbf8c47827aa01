import type { VNode } from 'preact';
import type { Attempt, Span } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import { FactField } from './fact-field.tsx';
import { OutcomeCard } from './outcome.tsx';

interface TryPanelProps {
  readonly attempt: Attempt | undefined | 'waiting';
  readonly at: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly sourceOnly: boolean;
  readonly onFacts: (facts: Readonly<Record<string, string>>) => void;
  readonly onSourceOnly: (sourceOnly: boolean) => void;
  readonly onAt: (at: string) => void;
  readonly onShow: (span: Span) => void;
}

/** A form of the facts that the policy reads, and at once what it decides. */
export function TryPanel(props: TryPanelProps): VNode {
  const { attempt, facts, sourceOnly, onFacts, onSourceOnly, onShow } = props;
  const { say } = useWords();
  if (attempt === 'waiting') return <p class="hint">…</p>;
  if (
    attempt === undefined ||
    (attempt.explanations.length === 0 && attempt.inForce?.version === attempt.shown.version)
  ) {
    return <p class="hint">{say('noDecisions')}</p>;
  }
  const last = attempt.explanations.length - 1;
  return (
    <div class="try">
      <OtherVersion {...props} attempt={attempt} />
      <form onSubmit={(event) => event.preventDefault()}>
        <div class="try-head">
          <h3>{say('facts')}</h3>
          <button type="button" class="quiet" onClick={() => onFacts({})}>
            {say('clear')}
          </button>
        </div>
        {attempt.fields.map((field) => (
          <FactField
            key={field.name}
            field={field}
            value={facts[field.name] ?? ''}
            onValue={(value) => onFacts({ ...facts, [field.name]: value })}
          />
        ))}
        <label class="check">
          <input
            type="checkbox"
            checked={sourceOnly}
            onInput={({ currentTarget }) => onSourceOnly(currentTarget.checked)}
          />
          <span>
            {say('sourceOnly')} <span class="hint">{say('sourceOnlyHint')}</span>
          </span>
        </label>
      </form>
      <div class="outcomes" aria-live="polite">
        {attempt.explanations.map((explanation, index) => (
          <OutcomeCard
            key={explanation.outcome.decision}
            explanation={explanation}
            interpretations={attempt.interpretations}
            contradictions={attempt.contradictions[explanation.outcome.decision] ?? []}
            isOpen={index === last}
            onShow={onShow}
          />
        ))}
      </div>
    </div>
  );
}

function OtherVersion({ attempt, at, onAt }: TryPanelProps & { readonly attempt: Attempt }): VNode | null {
  const { say } = useWords();
  const { inForce, shown } = attempt;
  if (inForce?.version === shown.version) return null;
  const target = shown.from > at ? shown.from : (shown.to ?? shown.from);
  return (
    <p class="warn">
      {inForce === undefined ? say('noVersion') : `${say('otherVersion')}: ${say('version')} ${inForce.version}.`}{' '}
      <button type="button" class="quiet" onClick={() => onAt(target)}>
        {say('tryOn')} {target}
      </button>
    </p>
  );
}

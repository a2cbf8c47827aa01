import type { VNode } from 'preact';
import type { Attempt } from '../../../../engine/service/index.ts';
import { useAsk, useKept, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';
import { FactField } from './fact-field.tsx';
import { OutcomeCard } from './outcome.tsx';
import './try.css';

/** A form of the facts that the policy reads, and at once what it decides. */
export function TryPanel(): VNode {
  const { path, at, show } = usePage();
  const { say } = useWords(tryWords);
  const [facts, setFacts] = useKept<Readonly<Record<string, string>>>('try/facts', {});
  const [sourceOnly, setSourceOnly] = useKept('try/sourceOnly', false);
  const attempt = useAsk('trying/attempt', [{ path, at, facts, sourceOnly }]);
  if (attempt === 'waiting') return <p class="hint">{say('reading')}</p>;
  if (
    attempt === undefined ||
    (attempt.explanations.length === 0 && attempt.inForce?.version === attempt.shown.version)
  ) {
    return <p class="hint">{say('noDecisions')}</p>;
  }
  const last = attempt.explanations.length - 1;
  return (
    <div class="try">
      <OtherVersion attempt={attempt} />
      <form onSubmit={(event) => event.preventDefault()}>
        <div class="try-head">
          <h3>{say('facts')}</h3>
          <button type="button" class="quiet" onClick={() => setFacts({})}>
            {say('clear')}
          </button>
        </div>
        {attempt.fields.map((field) => (
          <FactField
            key={field.name}
            field={field}
            value={facts[field.name] ?? ''}
            onValue={(value) => setFacts({ ...facts, [field.name]: value })}
          />
        ))}
        <label class="check">
          <input
            type="checkbox"
            checked={sourceOnly}
            onInput={({ currentTarget }) => setSourceOnly(currentTarget.checked)}
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
            onShow={show}
          />
        ))}
      </div>
    </div>
  );
}

function OtherVersion({ attempt }: { readonly attempt: Attempt }): VNode | null {
  const { at, setAt } = usePage();
  const { say } = useWords(tryWords);
  const { inForce, shown } = attempt;
  if (inForce?.version === shown.version) return null;
  const target = shown.from > at ? shown.from : (shown.to ?? shown.from);
  return (
    <p class="warn">
      {inForce === undefined ? say('noVersion') : `${say('otherVersion')}: ${say('version')} ${inForce.version}.`}{' '}
      <button type="button" class="quiet" onClick={() => setAt(target)}>
        {say('tryOn')} {target}
      </button>
    </p>
  );
}

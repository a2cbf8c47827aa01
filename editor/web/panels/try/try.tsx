import type { VNode } from 'preact';
import type { Attempt, Question, Typed } from '../../../../engine/service/index.ts';
import { useAsk, useKept, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { tryWords } from './words.ts';
import { AddAsCase } from '../cases/add-as-case.tsx';
import { WhatWouldChange } from './edges.tsx';
import { FactsForm } from './facts-form.tsx';
import { OutcomeCard } from './outcome.tsx';
import { PrefillChoice } from './prefill.tsx';

type Facts = Readonly<Record<string, Typed>>;

/** A form of the facts that the decision reads, at once what it comes to, and what would change that. */
export function TryPanel(): VNode {
  const { path, at, show, setAt } = usePage();
  const { say, pick } = useWords(tryWords);
  const [facts, setFacts] = useKept<Facts>('try/facts', {});
  const [sourceOnly, setSourceOnly] = useKept('try/sourceOnly', false);
  const [decision, setDecision] = useKept('try/decision', '');
  const asked: Question = { path, at, facts, sourceOnly, decision };
  const answer = useAsk('trying/attempt', [asked]);
  // What was said last stays until there is more, so that nobody types into a field that is taken away.
  const [last, setLast] = useKept<{ path: string; attempt: Attempt | undefined } | undefined>('try/last', undefined);
  if (answer !== 'waiting' && (last?.path !== path || last.attempt !== answer)) setLast({ path, attempt: answer });
  const attempt = answer === 'waiting' ? (last?.path === path ? last.attempt : 'waiting') : answer;
  if (attempt === 'waiting') return <p class="hint working">{say('reading')}</p>;
  if (
    attempt === undefined ||
    (attempt.explanations.length === 0 && attempt.inForce?.version === attempt.shown.version)
  ) {
    return <p class="hint">{say('noDecisions')}</p>;
  }
  const chosen = attempt.decisions.some(({ name }) => name === decision) ? decision : '';
  const lastOne = attempt.explanations.length - 1;
  const fieldOf = (fact: string): string | undefined =>
    attempt.fields.some(({ name }) => name === fact) ? `fact-${fact}` : undefined;
  return (
    <div class="try" aria-busy={answer === 'waiting'}>
      <OtherVersion attempt={attempt} />
      <div class="try-choices">
        {attempt.decisions.length > 1 && (
          <label class="prefill">
            <span>{say('decision')}</span>
            <select id="try-decision" value={chosen} onInput={({ currentTarget }) => setDecision(currentTarget.value)}>
              <option value="">{say('allDecisions')}</option>
              {attempt.decisions.map(({ name, title }) => (
                <option key={name} value={name}>
                  {pick(title)}
                </option>
              ))}
            </select>
          </label>
        )}
        <PrefillChoice
          key={path}
          fields={attempt.fields}
          onChoose={(prefill) => {
            setFacts(prefill.facts);
            if (prefill.at !== undefined) setAt(prefill.at);
          }}
        />
      </div>
      <FactsForm attempt={attempt} facts={facts} onFacts={setFacts} sourceOnly={sourceOnly} onSource={setSourceOnly} />
      <div class="outcomes" aria-live="polite">
        {attempt.explanations.map((explanation, index) => (
          <OutcomeCard
            key={explanation.outcome.decision}
            explanation={explanation}
            interpretations={attempt.interpretations}
            contradictions={attempt.contradictions[explanation.outcome.decision] ?? []}
            isOpen={index === lastOne && chosen === ''}
            fieldOf={fieldOf}
            onShow={show}
          >
            <Changes
              key={explanation.outcome.decision}
              isOpen={chosen !== ''}
              question={{ ...asked, decision: explanation.outcome.decision }}
              onTry={(fact, typed) => setFacts({ ...facts, [fact]: typed })}
            />
          </OutcomeCard>
        ))}
      </div>
      <AddAsCase question={asked} attempt={attempt} />
    </div>
  );
}

interface ChangesProps {
  readonly isOpen: boolean;
  readonly question: Question;
  readonly onTry: (fact: string, typed: string) => void;
}

/** Asked only once somebody wants to know. */
function Changes({ isOpen, question, onTry }: ChangesProps): VNode {
  const { say } = useWords(tryWords);
  const [open, setOpen] = useKept(`try/changes/${question.decision ?? ''}`, isOpen);
  return (
    <details class="changes" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('whatChanges')}</summary>
      {open && <WhatWouldChange question={question} onTry={onTry} />}
    </details>
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

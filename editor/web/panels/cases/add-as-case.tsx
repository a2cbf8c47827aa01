import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Attempt, Question, Texts } from '../../../../engine/service/index.ts';
import { usePage } from '../../page.ts';
import { valueWords } from '../../parts/value-words.ts';
import { useWords } from '../../words.ts';
import { casesWords } from './words.ts';

interface AddAsCaseProps {
  readonly question: Question;
  readonly attempt: Attempt;
}

/** Keeps what was tried as a case. Expected is what is shown; whoever did not check it gets a case that says so. */
export function AddAsCase({ question, attempt }: AddAsCaseProps): VNode {
  const { client, apply, failed, openPanel } = usePage();
  const { say, pick, language } = useWords(casesWords);
  const [name, setName] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const clauses = [
    ...new Set([...attempt.explanations.flatMap(({ outcome }) => outcome.cites), ...attempt.shown.cites]),
  ];
  const [left, setLeft] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<{ readonly refused: Texts } | { readonly file: string }>();
  const add = async (): Promise<void> => {
    const cites = clauses.filter((clause) => !left.includes(clause));
    const change = await client.ask('cases/add', { question, id: name, cites, confirmed: isConfirmed });
    if ('refused' in change) return setAnswer(change);
    apply(change);
    setAnswer({ file: change.files?.[0]?.path ?? change.edits[0]?.span.file ?? '' });
    setName('');
    setConfirmed(false);
  };
  return (
    <details class="add-case">
      <summary>{say('addTried')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add().catch(failed);
        }}
      >
        <label>
          <span>{say('name')}</span>
          <input
            id="case-name"
            type="text"
            autocomplete="off"
            value={name}
            placeholder={say('nameHint')}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <fieldset>
          <legend>{say('clauses')}</legend>
          {clauses.map((clause) => (
            <label key={clause} class="clause-choice">
              <input
                type="checkbox"
                checked={!left.includes(clause)}
                onInput={({ currentTarget }) =>
                  setLeft(currentTarget.checked ? left.filter((one) => one !== clause) : [...left, clause])
                }
              />
              {clause}
            </label>
          ))}
        </fieldset>
        <p>{say('outcomes')}</p>
        <ul class="expected">
          {attempt.explanations.map(({ title, outcome }) => (
            <li key={outcome.decision}>
              {pick(title)}{' '}
              <strong>
                {outcome.status === 'determined'
                  ? valueWords(outcome.value ?? '', outcome.type, language)
                  : say(outcome.status)}
              </strong>
            </li>
          ))}
        </ul>
        <label class="check">
          <input
            id="case-confirmed"
            type="checkbox"
            checked={isConfirmed}
            onInput={({ currentTarget }) => setConfirmed(currentTarget.checked)}
          />
          <span>{say('confirm')}</span>
        </label>
        {!isConfirmed && <p class="hint">{say('notConfirmed')}</p>}
        <button type="submit" class="main-action" disabled={name.trim() === ''}>
          {say(isConfirmed ? 'add' : 'addRecorded')}
        </button>
        <p role="status" class="hint">
          {answer !== undefined && 'refused' in answer && <span class="warn">{pick(answer.refused)}</span>}
          {answer !== undefined && 'file' in answer && (
            <>
              {say('added')} {answer.file} · {say('notSaved')}{' '}
              <button type="button" class="link" onClick={() => openPanel('cases')}>
                {say('title')}
              </button>
            </>
          )}
        </p>
      </form>
    </details>
  );
}

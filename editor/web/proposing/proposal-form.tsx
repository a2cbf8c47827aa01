import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { GitState } from '../../server/api.ts';
import type { Approver } from '../../../engine/service/index.ts';
import { useWords } from '../words.ts';
import type { Refusal } from './refusal.ts';
import { proposingWords } from './words.ts';

interface ProposalFormProps {
  readonly git: GitState;
  readonly message: string;
  readonly branch: string;
  readonly approvers: readonly Approver[];
  /** Why it would not be accepted as it stands. */
  readonly refusal: Refusal | undefined;
  readonly isBusy: boolean;
  readonly canPropose: boolean;
  readonly onPropose: (wish: {
    readonly message: string;
    readonly branch?: string;
    readonly approver?: string;
    readonly push?: boolean;
  }) => void;
}

/** What is told, who approved, and under which name; each proposed by the page and each to be changed. */
export function ProposalForm(props: ProposalFormProps): VNode {
  const { git, approvers, refusal, isBusy, canPropose, onPropose } = props;
  const { say, pick } = useWords(proposingWords);
  // Undefined until somebody writes another one: it follows the change.
  const [written, setWritten] = useState<string>();
  const [named, setNamed] = useState<string>();
  const [approver, setApprover] = useState('');
  const [push, setPush] = useState(true);
  const [isAsking, setAsking] = useState(false);
  const [message, branch] = [written ?? props.message, named ?? props.branch];
  const remote = git.repository ? git.remote : undefined;
  const isNobody = git.repository && git.author === undefined;
  const submit = (): void => {
    if (refusal !== undefined && !isAsking) {
      setAsking(true);
      return;
    }
    onPropose({
      message,
      ...(approver.trim() === '' ? {} : { approver: approver.trim() }),
      ...(git.repository && branch.trim() !== '' ? { branch: branch.trim() } : {}),
      ...(remote === undefined ? {} : { push }),
    });
  };
  return (
    <form
      class="proposal"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="proposal-fields">
        <label class="labelled">
          <span>
            {say('message')} <span class="hint">{say('messageHint')}</span>
          </span>
          <textarea
            rows={Math.min(14, message.split('\n').length + 2)}
            value={message}
            onInput={({ currentTarget }) => setWritten(currentTarget.value)}
          />
        </label>
        <label class="labelled">
          <span>
            {say('approver')}{' '}
            <span class="hint">
              {say('approverHint')}
              {approvers.length > 0 &&
                ` ${say('ownerIs')} ${approvers.map(({ title }) => pick(title)).join(say('and'))}`}
            </span>
          </span>
          <input
            type="text"
            maxLength={200}
            value={approver}
            list="approvers"
            onInput={({ currentTarget }) => setApprover(currentTarget.value)}
          />
          <datalist id="approvers">
            {approvers.map(({ owner, title }) => (
              <option key={owner} value={owner}>
                {pick(title)}
              </option>
            ))}
          </datalist>
        </label>
        {git.repository ? (
          <label class="labelled">
            <span>{say('branch')}</span>
            <input
              type="text"
              maxLength={200}
              value={branch}
              onInput={({ currentTarget }) => setNamed(currentTarget.value)}
            />
          </label>
        ) : (
          <p class="hint">
            {pick(git.message)} {say('outside')}
          </p>
        )}
        {remote !== undefined && (
          <label class="check">
            <input type="checkbox" checked={push} onInput={({ currentTarget }) => setPush(currentTarget.checked)} />
            <span>
              {say('send')} ({remote.page ?? remote.name}) <span class="hint">{say('sendHint')}</span>
            </span>
          </label>
        )}
        {git.repository && git.author !== undefined && (
          <p class="hint">
            {say('authorIs')} {git.author}
          </p>
        )}
        {isNobody && (
          <p class="banner" role="alert">
            {say('noAuthor')}
          </p>
        )}
        {refusal !== undefined && (
          <p class="banner" role="alert">
            {say(refusal)}
          </p>
        )}
      </div>
      <div class="acts">
        <button
          type="submit"
          class={refusal === undefined ? 'main-action' : 'main-action lesser'}
          disabled={!canPropose || isBusy || isNobody || message.trim() === ''}
        >
          {isBusy
            ? say('proposing')
            : isAsking && refusal !== undefined
              ? say('proposeAnyway')
              : say(git.repository ? 'proposeNow' : 'saveNow')}
        </button>
      </div>
    </form>
  );
}

import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Approver } from '../../../engine/service/index.ts';
import type { Proposed } from '../../server/api.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { resultWords } from './result-words.ts';
import './result.css';

interface ResultProps {
  readonly proposed: Proposed;
  /** Whose approval it needs. */
  readonly approvers: readonly Approver[];
}

/** What came of a proposal, who is next, and how it is taken back. */
export function Result({ proposed, approvers }: ResultProps): VNode {
  return (
    <div class="proposed" role="status">
      {proposed.is === 'files' ? <InFiles files={proposed.files} /> : <InBranch {...proposed} approvers={approvers} />}
    </div>
  );
}

function InFiles({ files }: Pick<Extract<Proposed, { is: 'files' }>, 'files'>): VNode {
  const { say } = useWords(resultWords);
  return (
    <>
      <p class="fine">{say('doneFiles')}</p>
      <ul class="changed-files">
        {files.map(({ path }) => (
          <li key={path} class="code">
            {path}
          </li>
        ))}
      </ul>
      <h3>{say('next')}</h3>
      <ol class="steps">
        <li>{say('filesNext')}</li>
        <li>{say('filesBack')}</li>
      </ol>
    </>
  );
}

type Branched = Extract<Proposed, { is: 'branch' }>;

function InBranch({
  branch,
  commit,
  pushed,
  link,
  notPushed,
  heldUncommitted,
  skippedHooks,
  approvers,
}: Branched & Pick<ResultProps, 'approvers'>): VNode {
  const { standing } = usePage();
  const { say, pick } = useWords(resultWords);
  const remote = standing.git?.repository === true ? standing.git.remote : undefined;
  const reviewers = approvers.map(({ title }) => pick(title)).join(say('and'));
  const [next, back] = pushed
    ? link === undefined
      ? (['tell', 'backSent'] as const)
      : (['ask', 'backSent'] as const)
    : (['sendIt', 'backHere'] as const);
  return (
    <>
      <p class="fine">{say('done')}</p>
      <dl>
        <dt>{say('reviewers')}</dt>
        <dd>{reviewers === '' ? say('noReviewer') : reviewers}</dd>
        <dt>{say('inBranch')}</dt>
        <dd>
          <Copied text={branch} />
        </dd>
        <dt>{say('where')}</dt>
        <dd>{pushed && remote !== undefined ? (remote.page ?? remote.name) : say('onlyHere')}</dd>
        <dt>{say('commit')}</dt>
        <dd class="code" title={commit}>
          {commit.slice(0, 10)}
        </dd>
      </dl>
      {notPushed !== undefined && (
        <p class="warn">
          {say('notSent')} {pick(notPushed)}
        </p>
      )}
      <h3>{say('next')}</h3>
      <ol class="steps">
        <li>
          {say(next)}{' '}
          {link !== undefined && pushed && (
            <a href={link} target="_blank" rel="noreferrer">
              {say('openRequest')}
            </a>
          )}
        </li>
        <li>{say('pageAgain')}</li>
        <li>
          {say(back)} {!pushed && <code>git branch -D {branch}</code>}
        </li>
      </ol>
      {heldUncommitted.length > 0 && (
        <p class="warn">
          {say('held')} {heldUncommitted.join(say('and'))}
        </p>
      )}
      {skippedHooks.length > 0 && (
        <p class="hint">
          {say('hooks')} {skippedHooks.join(say('and'))}
        </p>
      )}
    </>
  );
}

/** A name that is wanted elsewhere, with a button that copies it. */
function Copied({ text }: { readonly text: string }): VNode {
  const { say } = useWords(resultWords);
  const name = useRef<HTMLSpanElement>(null);
  const [came, setCame] = useState<'copied' | 'notCopied'>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCame('copied');
    } catch {
      if (name.current !== null) getSelection()?.selectAllChildren(name.current);
      setCame('notCopied');
    }
  };
  return (
    <>
      <span class="code copied-name" ref={name}>
        {text}
      </span>{' '}
      <button type="button" class="quiet" onClick={() => void copy()}>
        {say('copy')}
      </button>{' '}
      <span class="hint" role="status">
        {came !== undefined && say(came)}
      </span>
    </>
  );
}

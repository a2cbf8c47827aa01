import type { VNode } from 'preact';
import type { Proposed } from '../../server/api.ts';
import { useWords } from '../words.ts';
import { proposingWords } from './words.ts';

/** What came of a proposal, and where it goes on. */
export function Result({ proposed }: { readonly proposed: Proposed }): VNode {
  const { say, pick } = useWords(proposingWords);
  if (proposed.is === 'files')
    return (
      <div class="proposed" role="status">
        <p class="fine">{say('doneFiles')}</p>
        <ul class="changed-files">
          {proposed.files.map(({ path }) => (
            <li key={path} class="code">
              {path}
            </li>
          ))}
        </ul>
      </div>
    );
  const { branch, commit, link, notPushed, heldUncommitted, skippedHooks } = proposed;
  return (
    <div class="proposed" role="status">
      <p class="fine">{say('done')}</p>
      <dl>
        <dt>{say('inBranch')}</dt>
        <dd class="code">{branch}</dd>
        <dt>{say('commit')}</dt>
        <dd class="code" title={commit}>
          {commit.slice(0, 10)}
        </dd>
      </dl>
      {link !== undefined && proposed.pushed && (
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            {say('openRequest')}
          </a>
        </p>
      )}
      {notPushed !== undefined && (
        <p class="warn">
          {say('notSent')} {pick(notPushed)} {say('notSentHint')}
        </p>
      )}
      <p class="hint">{say('pageAgain')}</p>
      {heldUncommitted.length > 0 && (
        <p class="warn">
          {say('held')} {heldUncommitted.join(', ')}
        </p>
      )}
      {skippedHooks.length > 0 && (
        <p class="hint">
          {say('hooks')} {skippedHooks.join(', ')}
        </p>
      )}
    </div>
  );
}

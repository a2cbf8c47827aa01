import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { messageOf, type ChangeInWords, type PolicyInWords } from '../../../engine/service/index.ts';
import { proposedOf } from '../git/changed-files.ts';
import { Dialog } from '../parts/dialog.tsx';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { ChangeWords } from './change-words.tsx';
import { Checks } from './checks.tsx';
import { EffectLine } from './effect-line.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { refusalOf } from './refusal.ts';
import { Result } from './result.tsx';
import { useDifference } from './use-difference.ts';
import { useProposal } from './use-proposal.ts';
import { proposingWords } from './words.ts';
import './propose-dialog.css';

/** All that is changed, in words; and, once it is agreed with, how it is put forward. */
export function ProposeDialog({ onClose }: { readonly onClose: () => void }): VNode {
  const { go, standing, language } = usePage();
  const { say, pick } = useWords(proposingWords);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { files, leftOut, words, isWorking } = useDifference(undefined, left);
  const proposed = proposedOf({ files, leftOut });
  const [state, send] = useProposal(proposed, words?.approvers ?? []);
  const about = words === undefined ? undefined : firstOf(words);
  const conflicts = proposed.filter(({ document }) => document.state === 'conflict');
  const open = (path: string): void => {
    onClose();
    go(path);
  };
  if (state.is === 'done')
    return (
      <Dialog title={say('propose')} onClose={onClose}>
        <Result proposed={state.proposed} approvers={state.approvers} />
      </Dialog>
    );
  return (
    <Dialog title={say('propose')} onClose={onClose}>
      <div class="propose-dialog">
        <div class="propose-notes">
          {state.is === 'away' && (
            <p class="banner" role="alert">
              {say('away')}
            </p>
          )}
          {state.is === 'refused' && (
            <p class="banner" role="alert">
              {pick(state.says)} {state.isStale && say('settleHint')}
            </p>
          )}
          {conflicts.length > 0 && (
            <p class="banner" role="alert">
              {say('conflictFirst')}{' '}
              {conflicts.map(({ document: { path } }) => (
                <button key={path} type="button" class="link" onClick={() => open(path)}>
                  {path}
                </button>
              ))}
            </p>
          )}
        </div>
        <div class="propose-change">
          <h3>{say('whatChanges')}</h3>
          {proposed.length === 0 ? (
            <p class="hint">{say('nothingProposed')}</p>
          ) : words === undefined ? (
            <p class="hint working">{say('working')}</p>
          ) : (
            <ChangeWords {...words} onLeave={onClose} />
          )}
          <h3>{say('checks')}</h3>
          {words !== undefined && <Checks findings={words.newFindings} />}
          <EffectLine choice={{ files, leftOut }} policy={about?.policy} onMore={onClose} />
          <details open={files.length > 1}>
            <summary>
              {say('files')} ({files.length === proposed.length ? files.length : `${proposed.length} / ${files.length}`}
              )
            </summary>
            {files.length > 1 && <p class="hint">{say('leaveOutHint')}</p>}
            <ul class="changed-files">
              {files.map(({ document: { path }, before, isGone }) => (
                <li key={path}>
                  {files.length > 1 && (
                    <input
                      type="checkbox"
                      aria-label={`${say('proposeNow')}: ${path}`}
                      checked={!left.has(path)}
                      disabled={proposed.length === 1 && !left.has(path)}
                      onInput={({ currentTarget }) => setLeft(withPath(left, path, !currentTarget.checked))}
                    />
                  )}
                  <button
                    type="button"
                    class="link"
                    title={say('showFile')}
                    disabled={isGone}
                    onClick={() => open(path)}
                  >
                    {path}
                  </button>
                  {before === null && <span class="tag">{say('newFile')}</span>}
                  {isGone === true && <span class="tag bad">{say('goneFile')}</span>}
                </li>
              ))}
            </ul>
          </details>
        </div>
        {words !== undefined && standing.git !== undefined && (
          <ProposalForm
            key={language}
            git={standing.git}
            message={messageOf(words, language)}
            branch={branchOf(about)}
            approvers={words.approvers}
            refusal={refusalOf(words)}
            isBusy={state.is === 'busy'}
            canPropose={!isWorking && conflicts.length === 0}
            onPropose={(wish) => void send(wish)}
          />
        )}
      </div>
    </Dialog>
  );
}

/** The paths, with one more or without it. */
function withPath(paths: ReadonlySet<string>, path: string, isIn: boolean): ReadonlySet<string> {
  const others = [...paths].filter((one) => one !== path);
  return new Set(isIn ? [...others, path] : others);
}

/** What a change is about. */
const firstOf = ({ policies }: ChangeInWords): PolicyInWords | undefined =>
  policies.find(({ meaning }) => meaning.length > 0) ?? policies[0];

/** `commission.promoter-2027-01-01`: what it is about, and from when on. */
const branchOf = (about: PolicyInWords | undefined): string =>
  about === undefined ? 'handbook' : `${about.policy}-${about.from}`;

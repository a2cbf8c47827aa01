import type { VNode } from 'preact';
import { messageOf, type ChangeInWords, type PolicyInWords } from '../../../engine/service/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { ChangeWords } from './change-words.tsx';
import { Checks } from './checks.tsx';
import { EffectLine } from './effect-line.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { Result } from './result.tsx';
import { useDifference } from './use-difference.ts';
import { useProposal } from './use-proposal.ts';
import { proposingWords } from './words.ts';
import './propose-dialog.css';

/** All that is changed, in words; and, once it is agreed with, how it is put forward. */
export function ProposeDialog({ onClose }: { readonly onClose: () => void }): VNode {
  const { go, standing, language } = usePage();
  const { say, pick } = useWords(proposingWords);
  const { files, words, isWorking } = useDifference();
  const [state, send] = useProposal(files, words?.approvers ?? []);
  const about = words === undefined ? undefined : firstOf(words);
  const conflicts = files.filter(({ document }) => document.state === 'conflict');
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
          {words === undefined ? <p class="hint working">{say('working')}</p> : <ChangeWords {...words} />}
          <h3>{say('checks')}</h3>
          {words === undefined ? <p class="hint">{say('working')}</p> : <Checks findings={words.newFindings} />}
          <EffectLine files={files} policy={about?.policy} onMore={onClose} />
          <details>
            <summary>
              {say('files')} ({files.length})
            </summary>
            <ul class="changed-files">
              {files.map(({ document: { path }, before, isGone }) => (
                <li key={path}>
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
            hasErrors={words.refused}
            isBusy={state.is === 'busy'}
            canPropose={!isWorking && conflicts.length === 0 && files.length > 0}
            onPropose={(wish) => void send(wish)}
          />
        )}
      </div>
    </Dialog>
  );
}

/** What a change is about. */
const firstOf = ({ policies }: ChangeInWords): PolicyInWords | undefined =>
  policies.find(({ meaning }) => meaning.length > 0) ?? policies[0];

/** `commission.promoter-2027-01-01`: what it is about, and from when on. */
const branchOf = (about: PolicyInWords | undefined): string =>
  about === undefined ? 'handbook' : `${about.policy}-${about.from}`;

import { useState } from 'preact/hooks';
import type { Proposed } from '../../server/api.ts';
import type { Approver, Texts } from '../../../engine/service/index.ts';
import { proposedFiles, type ChangedFile } from '../git/changed-files.ts';
import { propose } from '../git/remote.ts';
import { usePage } from '../page.ts';

interface Proposing {
  readonly message: string;
  readonly branch?: string;
  readonly approver?: string;
  readonly push?: boolean;
}

type ProposalState =
  | { readonly is: 'open' }
  | { readonly is: 'busy' }
  | { readonly is: 'away' }
  | { readonly is: 'refused'; readonly says: Texts; readonly isStale: boolean }
  | { readonly is: 'done'; readonly proposed: Proposed; readonly approvers: readonly Approver[] };

/** Under keys that begin so the page keeps the day and the reason of a new version, until it is proposed. */
export const wishes = 'amend/wish ';

/** Proposing, and what becomes of the page's texts: what is in a branch is no longer typed here; what is in files is saved. */
export function useProposal(
  files: readonly ChangedFile[],
  approvers: readonly Approver[],
): readonly [ProposalState, (wish: Proposing) => Promise<void>] {
  const { documents, standing, askStanding, kept } = usePage();
  const [state, setState] = useState<ProposalState>({ is: 'open' });
  const send = async (wish: Proposing): Promise<void> => {
    setState({ is: 'busy' });
    const sent = proposedFiles(files);
    const texts = new Map(files.map(({ document: { path, text } }) => [path, text]));
    const commit = standing.git?.repository === true ? standing.git.commit : null;
    const answer = await propose({ files: sent, ...wish, ...(commit === null ? {} : { basedOnCommit: commit }) });
    if (answer === undefined) {
      setState({ is: 'away' });
      return;
    }
    if ('message' in answer) {
      const isStale = 'conflicts' in answer;
      // Whoever wrote meanwhile is shown beside what was typed here.
      if (isStale || answer.error === 'moved') await documents.refresh();
      if (answer.error === 'moved') await askStanding();
      setState({ is: 'refused', says: answer.message, isStale });
      return;
    }
    // What was wished for is made; the next new version begins anew.
    for (const key of [...kept.keys()]) if (key.startsWith(wishes)) kept.delete(key);
    if (answer.is === 'files')
      documents.written(answer.files.map(({ path, version }) => ({ path, version, text: texts.get(path) ?? '' })));
    else
      for (const [path, text] of texts)
        // What was typed while it was under way is in no commit.
        if (documents.get(path)?.text === text) documents.takeBack(path);
    setState({ is: 'done', proposed: answer, approvers });
  };
  return [state, send];
}

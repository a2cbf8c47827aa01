import type { Conflicts, GitState, HistoryAnswer, Proposal, Proposed, Refused } from '../../server/api.ts';
import { address, request } from '../documents/request.ts';

/** What git knows of the handbook; undefined: the server is away. */
export async function gitState(): Promise<GitState | undefined> {
  const answer = await request<GitState>('GET', 'api/git');
  return answer?.status === 200 ? answer.body : undefined;
}

/** The commits that changed a file, newest first; none outside of git. */
export async function historyOf(path: string): Promise<HistoryAnswer | undefined> {
  const answer = await request<HistoryAnswer>('GET', `api/history/${address(path)}`);
  return answer?.status === 200 ? answer.body : undefined;
}

/** Puts a change forward. Either it is proposed whole, or nothing was done. */
export async function propose(proposal: Proposal): Promise<Proposed | Conflicts | Refused | undefined> {
  const answer = await request<Proposed | Conflicts | Refused>('POST', 'api/propose', proposal);
  return answer?.body;
}

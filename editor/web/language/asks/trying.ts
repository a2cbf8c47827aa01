import { tryPolicy, type Attempt, type Question, type Workspace } from '../../../../engine/service/index.ts';

/** What the Try panel asks. */
export const tryingAsks = {
  attempt: (workspace: Workspace, question: Question): Attempt | undefined => tryPolicy(workspace, question),
} as const;

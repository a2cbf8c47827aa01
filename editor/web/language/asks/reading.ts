import { readPolicy, type Reading, type Workspace } from '../../../../engine/service/index.ts';

/** What the Reading panel asks. */
export const readingAsks = {
  policy: (workspace: Workspace, path: string, at: string): Reading | undefined => readPolicy(workspace, path, at),
} as const;

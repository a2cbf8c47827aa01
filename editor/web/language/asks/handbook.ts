import { overview, type Overview, type Workspace } from '../../../../engine/service/index.ts';

/** What the page asks of the whole handbook. */
export const handbookAsks = {
  overview: (workspace: Workspace, at: string): Overview => overview(workspace, at),
} as const;

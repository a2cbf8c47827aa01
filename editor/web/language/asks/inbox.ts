import type { Change, FileText, Texts, Workspace } from '../../../../engine/service/index.ts';
import type * as Inbox from '../../../../engine/service/inbox/index.ts';
import type { Deciding, InboxEntry, Standing, Touched } from '../../../../engine/service/inbox/index.ts';

const inbox = (): Promise<typeof Inbox> => import('../../../../engine/service/inbox/index.ts');

/** What the inbox asks. The last one takes long, and is asked of the worker in the background. */
export const inboxAsks = {
  list: async (workspace: Workspace): Promise<readonly InboxEntry[]> => (await inbox()).inboxOf(workspace),
  standing: async (workspace: Workspace, id: string, today: string): Promise<Standing | undefined> =>
    (await inbox()).standingOf(workspace, id, today),
  decide: async (workspace: Workspace, deciding: Deciding): Promise<Change | { readonly refused: Texts }> =>
    (await inbox()).decide(workspace, deciding),
  touched: async (
    workspace: Workspace,
    id: string,
    tables: readonly FileText[],
    at: string,
  ): Promise<readonly Touched[]> => (await inbox()).touchedBy(workspace, id, tables, at),
} as const;

import type {
  Conflict,
  Draft,
  DraftKept,
  DraftsAnswer,
  DraftSave,
  Gone,
  HandbookAnswer,
  Refused,
  Save,
  Saved as SavedAnswer,
} from '../../server/api.ts';
import type { Disk } from './disk.ts';
import { listen, type Connection } from './events.ts';
import { heldText, writtenText } from './line-ends.ts';
import { address, request } from './request.ts';

/** The server, as the page asks it. Nothing here throws: who is away answers `undefined`, or that. */
export interface Remote extends Disk {
  readonly drafts: () => Promise<readonly Draft[]>;
  /** Whether it is kept, or needs not be. `isLast`: the page is being left, and waits for nothing. */
  readonly keepDraft: (draft: Draft, isLast?: boolean) => Promise<boolean>;
  readonly dropDraft: (path: string, window: string) => Promise<void>;
  /** Tells which versions files have on disk: of all at each connection, then of each that changes. Ends when what it returns is called. */
  readonly watch: (
    told: (versions: ReadonlyMap<string, string | null>, isAll: boolean) => void,
    connected: (connection: Connection) => void,
  ) => () => void;
}

/** What a browser still sends of a page that is gone. */
const mostAfterwards = 60_000;

/** The server that the page came from. */
export const server: Remote = {
  async handbook() {
    const answer = await request<HandbookAnswer>('GET', 'api/handbook');
    if (answer?.status !== 200) return undefined;
    const { files, diagnostics } = answer.body;
    return { files: files.map(({ path, text, version }) => ({ path, saved: heldText(text, version) })), diagnostics };
  },
  async save(path, text, saved) {
    const body: Save = { text: writtenText(text, saved), basedOn: saved.version };
    const answer = await request<SavedAnswer | Conflict | Refused>('PUT', `api/files/${address(path)}`, body);
    if (answer === undefined) return { failure: { why: 'away' } };
    const said = answer.body;
    if (answer.status === 200 && 'version' in said && said.version !== null) return { version: said.version };
    if ('text' in said) return { theirs: heldText(said.text ?? '', said.version) };
    return { failure: 'message' in said ? { why: 'refused', says: said.message } : { why: 'away' } };
  },
  async remove(path, version) {
    const answer = await request<Gone | Conflict | Refused>('DELETE', `api/files/${address(path)}?basedOn=${version}`);
    if (answer === undefined) return { failure: { why: 'away' } };
    if ('gone' in answer.body) return 'gone';
    if ('text' in answer.body) return { theirs: heldText(answer.body.text ?? '', answer.body.version) };
    return { failure: { why: 'refused', says: answer.body.message } };
  },
  async drafts() {
    const answer = await request<DraftsAnswer>('GET', 'api/drafts');
    return answer?.status === 200 ? answer.body.drafts : [];
  },
  async keepDraft({ path, text, basedOn, window }, isLast = false) {
    const body: DraftSave = { text, basedOn, window };
    if (isLast && JSON.stringify(body).length > mostAfterwards) return false;
    const answer = await request<DraftKept>('PUT', `api/drafts/${address(path)}`, body, isLast);
    return answer?.status === 200;
  },
  async dropDraft(path, window) {
    await request('DELETE', `api/drafts/${address(path)}?window=${window}`);
  },
  watch(told, connected) {
    return listen((said) => {
      if (said.is === 'connection') connected(said.connection);
      else told(said.versions, said.isAll);
    });
  },
};

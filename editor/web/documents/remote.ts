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
import type { Diagnostic } from '../../../engine/service/index.ts';
import type { Saved, SaveFailure } from './document.ts';
import { listen, type Connection } from './events.ts';
import { heldText, writtenText } from './line-ends.ts';
import { address, request } from './request.ts';

export interface HandbookFiles {
  readonly files: readonly { readonly path: string; readonly saved: Saved }[];
  /** What lies in the folder and was not read. */
  readonly diagnostics: readonly Diagnostic[];
}

type SaveAnswer =
  | { readonly version: string }
  /** Nothing was written: the disk holds something else than what the text was made from. */
  | { readonly theirs: Saved }
  | { readonly failure: SaveFailure };

/** Where the documents come from and go to. Nothing here throws: who is away answers `undefined`, or that. */
export interface Remote {
  readonly handbook: () => Promise<HandbookFiles | undefined>;
  readonly save: (path: string, text: string, saved: Saved) => Promise<SaveAnswer>;
  /** Takes a file away; `theirs` where it is not what the page has seen. */
  readonly remove: (path: string, version: string) => Promise<'gone' | Exclude<SaveAnswer, { version: string }>>;
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

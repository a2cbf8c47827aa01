import type { Diagnostic } from '../../../engine/service/index.ts';
import type { Saved, SaveFailure } from './document.ts';
import { heldText, writtenText } from './line-ends.ts';

/** A text that was typed and not saved, and the version that it was made from. */
export interface Draft {
  readonly text: string;
  readonly basedOn: string | null;
}

export interface HandbookFiles {
  readonly files: readonly { readonly path: string; readonly saved: Saved }[];
  /** What lies in the folder and was not read. */
  readonly diagnostics: readonly Diagnostic[];
}

export type SaveAnswer =
  | { readonly version: string }
  /** Nothing was written: the disk holds something else than what the text was made from. */
  | { readonly theirs: Saved }
  | { readonly failure: SaveFailure };

/** Where the documents come from and go to. Nothing here throws: who is away answers nothing. */
export interface Remote {
  readonly handbook: () => Promise<HandbookFiles | undefined>;
  readonly save: (path: string, text: string, saved: Saved) => Promise<SaveAnswer>;
  /** Undefined where the server keeps none, or is away. */
  readonly drafts: () => Promise<ReadonlyMap<string, Draft> | undefined>;
  /** Whether it is kept. */
  readonly keepDraft: (path: string, draft: Draft) => Promise<boolean>;
  readonly dropDraft: (path: string) => Promise<void>;
  /** Tells each time that files may have changed on disk, also when the server is back; ends when what it returns is called. */
  readonly watch: (changed: () => void) => () => void;
}

/** The server that the page came from. A server that only reads answers as such. */
export function serverRemote(): Remote {
  return {
    async handbook() {
      const answer = await request('GET', 'api/handbook');
      if (answer?.status !== 200) return undefined;
      const { files, diagnostics } = answer.body as {
        readonly files: readonly { readonly path: string; readonly text: string; readonly version: string }[];
        readonly diagnostics: readonly Diagnostic[];
      };
      return { files: files.map(({ path, text, version }) => ({ path, saved: heldText(text, version) })), diagnostics };
    },
    async save(path, text, saved) {
      const body = { text: writtenText(text, saved), basedOn: saved.version };
      const answer = await request('PUT', `api/files/${address(path)}`, body);
      if (answer === undefined) return { failure: { why: 'away' } };
      const { status } = answer;
      const said = (answer.body ?? {}) as {
        readonly version?: string | null;
        readonly text?: string | null;
        readonly says?: string;
      };
      if (status === 200 && typeof said.version === 'string') return { version: said.version };
      if (status === 409) return { theirs: heldText(said.text ?? '', said.version ?? null) };
      if (status === 405 || status === 404) return { failure: { why: 'read-only' } };
      return { failure: { why: 'refused', ...(answer.text === '' ? {} : { says: answer.text }) } };
    },
    async drafts() {
      const answer = await request('GET', 'api/drafts');
      if (answer?.status !== 200) return undefined;
      const { drafts = [] } = answer.body as {
        readonly drafts?: readonly { readonly path: string; readonly text: string; readonly basedOn: string | null }[];
      };
      return new Map(drafts.map(({ path, text, basedOn }) => [path, { text, basedOn }]));
    },
    async keepDraft(path, draft) {
      const answer = await request('PUT', `api/drafts/${address(path)}`, draft);
      return answer !== undefined && answer.status < 300;
    },
    async dropDraft(path) {
      await request('DELETE', `api/drafts/${address(path)}`);
    },
    watch(changed) {
      const events = new EventSource('api/events');
      let wasAway = false;
      events.addEventListener('message', changed);
      events.addEventListener('changed', changed);
      events.addEventListener('error', () => {
        wasAway = true;
        // A refusal is no connection that could come back.
        if (events.readyState === EventSource.CLOSED) events.close();
      });
      events.addEventListener('open', () => {
        if (wasAway) changed();
        wasAway = false;
      });
      return () => events.close();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
}

async function request(method: string, path: string, body?: unknown): Promise<Answer | undefined> {
  try {
    const response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, text, body: isJson ? (JSON.parse(text) as unknown) : undefined };
  } catch {
    return undefined;
  }
}

const address = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

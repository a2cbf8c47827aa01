import { render } from 'preact';
import type { Draft } from '../server/api.ts';
import { App } from './app.tsx';
import { createDocuments, type Documents } from './documents/store.ts';
import { keepDrafts, type Drafts } from './documents/drafts.ts';
import { connectionOf } from './documents/connection.ts';
import { followDisk } from './documents/follow-disk.ts';
import { recordChanges } from './documents/early-undo.ts';
import { localDrafts } from './documents/local-drafts.ts';
import { server } from './documents/remote.ts';
import { openWindows, windowName } from './documents/window-name.ts';
import { startBackground } from './language/background.ts';
import { startLanguage } from './language/client.ts';
import { connect } from './language/connect.ts';
import { later, once } from './later.ts';
import { rememberedLanguage } from './language-choice.ts';
import { loadMonaco } from './text-side.ts';
import { createNotices } from './notices.ts';
import { rememberedView } from './view-choice.ts';
import { today } from './today.ts';
import { pageWords } from './words.ts';

/** Loads the handbook, starts the worker and Monaco beside it, and draws the page. */
export async function startPage(): Promise<void> {
  const root = document.querySelector('#page');
  if (root === null) throw new Error('index.html has no #page');
  const language = rememberedLanguage();
  const alone = (word: 'loading' | 'cannotLoad' | 'broken'): void =>
    render(<p class="alone">{pageWords[word][language]}</p>, root);
  alone('loading');
  // Both workers are there by the time the handbook is.
  const client = startLanguage(connect('bylaw-reading'));
  const monaco = later(loadMonaco);
  // Who saw texts last sees them first; whoever shows them hears if they cannot come.
  if (rememberedView() !== 'form') void monaco.get().catch(() => undefined);
  const [handbook, found] = await Promise.all([server.handbook(), server.drafts()]);
  if (handbook === undefined) return alone('cannotLoad');
  const documents = createDocuments(handbook, server);
  const notices = createNotices();
  const drafts = await startDrafts(documents, found);
  const earlyUndo = recordChanges(documents);
  const textSide = once(monaco, (start) => start({ documents, client, tell: notices.tell, before: earlyUndo }));
  const connection = connectionOf((tell) => followDisk(documents, server, tell), drafts);
  try {
    const texts = [...documents.all().values()].map(({ path, text }) => ({ path, text }));
    const outline = await client.open(texts);
    const rest = { firstLanguage: language, firstDay: today(outline.timeZone) };
    render(
      <App
        documents={documents}
        drafts={drafts}
        connection={connection}
        notices={notices}
        client={client}
        background={startBackground(documents)}
        firstOutline={outline}
        unread={handbook.diagnostics}
        textSide={textSide}
        earlyUndo={earlyUndo}
        {...rest}
      />,
      root,
    );
  } catch (error) {
    console.error(error);
    alone('broken');
  }
}

/** Brings back what this window had before it was reloaded, and from now on keeps what is typed. */
async function startDrafts(documents: Documents, found: readonly Draft[]): Promise<Drafts> {
  const window = await windowName();
  const others = new Set([...(await openWindows())].filter((name) => name !== window));
  const now = (): string => new Date().toISOString();
  const all = [...found, ...localDrafts.all()];
  const drafts = keepDrafts({ documents, remote: server, window, others, found: all, now });
  addEventListener('beforeunload', (event) => {
    if (!drafts.keepAll()) event.preventDefault();
  });
  return drafts;
}

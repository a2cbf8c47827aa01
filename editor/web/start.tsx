import { render } from 'preact';
import { App } from './app.tsx';
import { createDocuments } from './documents/store.ts';
import { serverRemote } from './documents/remote.ts';
import { startLanguage } from './language/client.ts';
import { rememberedLanguage } from './language-choice.ts';
import { loadTextSide } from './text-side.ts';
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
  const client = startLanguage();
  const remote = serverRemote();
  const handbook = await remote.handbook();
  if (handbook === undefined) return alone('cannotLoad');
  const documents = createDocuments(handbook, remote);
  const textSide = loadTextSide(documents);
  try {
    const outline = await client.open(handbook.files.map(({ path, saved }) => ({ path, text: saved.text })));
    const rest = { firstLanguage: language, firstDay: today(outline.timeZone) };
    render(
      <App
        documents={documents}
        client={client}
        outline={outline}
        unread={handbook.diagnostics}
        textSide={textSide}
        {...rest}
      />,
      root,
    );
  } catch (error) {
    console.error(error);
    alone('broken');
  }
}

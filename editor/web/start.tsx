import { render } from 'preact';
import type { Diagnostic, FileText } from '../../engine/service/index.ts';
import { App } from './app.tsx';
import { startLanguage } from './language/client.ts';
import { rememberedLanguage } from './language-choice.ts';
import { offerFixes } from './monaco/diagnostics.ts';
import { createModel } from './monaco/models.ts';
import { setUpMonaco } from './monaco/setup.ts';
import { today } from './today.ts';
import { pageWords } from './words.ts';

interface Handbook {
  readonly files: readonly FileText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads the handbook, starts the worker, and draws the page. */
export async function startPage(): Promise<void> {
  const root = document.querySelector('#page');
  if (root === null) throw new Error('index.html has no #page');
  const language = rememberedLanguage();
  render(<p class="alone">{pageWords.loading[language]}</p>, root);
  const handbook = await loadHandbook();
  if (handbook === undefined) {
    render(<p class="alone">{pageWords.cannotLoad[language]}</p>, root);
    return;
  }
  setUpMonaco();
  offerFixes();
  // Monaco's text is the one that counts: it drops a byte order mark and makes line ends alike.
  const files = handbook.files.map((file) => ({ path: file.path, text: createModel(file).getValue() }));
  const client = startLanguage();
  let firstDay: string;
  try {
    await client.ask('open', files);
    firstDay = today((await client.ask('overview', today())).timeZone);
  } catch (error) {
    console.error(error);
    render(<p class="alone">{pageWords.broken[language]}</p>, root);
    return;
  }
  const first = { firstLanguage: language, firstDay };
  render(<App files={files} unread={handbook.diagnostics} client={client} {...first} />, root);
}

async function loadHandbook(): Promise<Handbook | undefined> {
  const response = await fetch('api/handbook').catch(() => undefined);
  // Our own server: its shape is known.
  return response?.ok === true ? ((await response.json()) as Handbook) : undefined;
}

import type { FunctionComponent } from 'preact';
import type { Change, Span } from '../../engine/service/index.ts';
import type { EarlyUndo } from './documents/early-undo.ts';
import type { Documents } from './documents/store.ts';
import type { LanguageClient } from './language/client.ts';
import { rememberedLanguage } from './language-choice.ts';
import type { CompareProps } from './monaco/compare.tsx';
import type { Notices } from './notices.ts';
import type { Models } from './monaco/models.ts';

/** Monaco, once it has come: it is most of the page's weight, and nothing else waits for it. */
export interface TextSide {
  readonly models: Models;
  readonly TextPane: FunctionComponent<{ readonly models: Models; readonly target: Span | undefined }>;
  /** Two texts beside each other. */
  readonly CompareView: FunctionComponent<CompareProps>;
  readonly apply: (change: Change) => void;
  readonly undo: (path: string) => void;
  readonly redo: (path: string) => void;
}

interface Around {
  readonly documents: Documents;
  readonly client: LanguageClient;
  readonly tell: Notices['tell'];
  /** Undo before Monaco came, which goes on in its texts. */
  readonly before: EarlyUndo;
}

/** Monaco's script; it starts when there are documents. */
export async function loadMonaco(): Promise<(around: Around) => TextSide> {
  // Monaco reads its own menus' language when it is loaded.
  if (rememberedLanguage() === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  const { applyChange, CompareView, startMonaco, TextPane } = await import('./monaco/index.ts');
  return ({ documents, client, tell, before }) => {
    const models = startMonaco(documents, client, tell, before.handOver());
    return {
      models,
      TextPane,
      CompareView,
      apply: (change) => applyChange(change, documents, models, tell),
      undo: (path) => void models.of(path)?.undo(),
      redo: (path) => void models.of(path)?.redo(),
    };
  };
}

import type { FunctionComponent } from 'preact';
import type { Change, Span } from '../../engine/service/index.ts';
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

/** Monaco's script begins to come at once; it starts when there are documents. */
export async function loadMonaco(): Promise<
  (documents: Documents, client: LanguageClient, tell: Notices['tell']) => TextSide
> {
  // Monaco reads its own menus' language when it is loaded.
  if (rememberedLanguage() === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  const { applyChange, CompareView, startMonaco, TextPane } = await import('./monaco/index.ts');
  return (documents, client, tell) => {
    const models = startMonaco(documents, client, tell);
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

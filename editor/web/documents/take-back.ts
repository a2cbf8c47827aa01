import type { Texts } from '../../../engine/service/index.ts';
import type { Notices } from '../notices.ts';
import type { Documents } from './store.ts';

/**
 * Takes back what is not saved in some files, says so with `words`, and offers to bring it back for as long as that is told; then `back`
 * follows. Where somebody has typed since, that stays, and is said.
 */
export function takeBackTelling(
  paths: readonly string[],
  words: Texts,
  { documents, tell }: { readonly documents: Documents; readonly tell: Notices['tell'] },
  back: () => void = () => undefined,
): void {
  const texts = paths.flatMap((path) => {
    const document = documents.get(path);
    return document === undefined ? [] : [{ path, text: document.text }];
  });
  for (const path of paths) documents.takeBack(path);
  const left = texts.map(({ path }) => documents.get(path)?.text);
  tell(words, {
    title: { en: 'Bring back', zh: '恢复' },
    act: () => {
      if (texts.some(({ path }, i) => documents.get(path)?.text !== left[i])) return tell(changedSince);
      for (const { path, text } of texts) documents.type(path, text);
      back();
    },
  });
}

const changedSince: Texts = {
  en: 'Something was changed since, and stays as it is: nothing was brought back. Ctrl+Z in the file goes back step by step.',
  zh: '此后又有修改，已保持现状，未恢复。可在文件中按 Ctrl+Z 逐步撤销。',
};

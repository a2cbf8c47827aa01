import type { FileText } from '../../../engine/service/index.ts';
import type { Documents } from '../documents/store.ts';
import type { Notices } from '../notices.ts';
import type { monaco } from './setup.ts';

/**
 * Files that a change has made go when the text that it was made in is undone to where it was (`before`), and come back when it is done
 * again. What was saved or typed into meanwhile stays, and that is said.
 */
export function goWith(
  model: monaco.editor.ITextModel,
  before: number,
  made: readonly FileText[],
  documents: Documents,
  tell: Notices['tell'],
): void {
  const after = model.getAlternativeVersionId();
  let isUndone = false;
  model.onDidChangeContent(() => {
    const now = model.getAlternativeVersionId();
    if (now === before && !isUndone) {
      isUndone = true;
      const kept = made.filter(({ path, text }) => {
        const document = documents.get(path);
        if (document === undefined) return false;
        if (document.saved.version !== null || document.text !== text) return true;
        documents.takeBack(path);
        return false;
      });
      if (kept.length > 0) tell(stays(kept.map(({ path }) => path)));
    } else if (now === after && isUndone) {
      isUndone = false;
      for (const { path, text } of made) if (documents.get(path) === undefined) documents.type(path, text);
    }
  });
}

const stays = (paths: readonly string[]): Parameters<Notices['tell']>[0] => ({
  en: `Undone. ${paths.join(', ')} stays: it was saved or changed since it was made. Delete it if it is not wanted.`,
  zh: `已撤销。${paths.join('、')} 仍保留：建立之后已保存或修改过。如不需要，请删除。`,
});

import type { FileText } from '../../../engine/service/index.ts';

import type { Notices } from '../notices.ts';
import type { Documents } from './store.ts';

/**
 * Files that a change has made go when the text that it was made in is again what it was (`before`), and come back when it is done again,
 * whoever keeps undo. What was saved or typed into meanwhile stays, and that is said. Called when the change stands in that text.
 */
export function goWith(
  path: string,
  before: string,
  made: readonly FileText[],
  documents: Documents,
  tell: Notices['tell'],
): void {
  const after = documents.get(path)?.text;
  let isUndone = false;
  documents.onChange((changed, now) => {
    if (changed !== path) return;
    if (now?.text === before && !isUndone) {
      isUndone = true;
      const kept = made.filter(({ path: one, text }) => {
        const document = documents.get(one);
        if (document === undefined) return false;
        if (document.saved.version !== null || document.text !== text) return true;
        documents.takeBack(one);
        return false;
      });
      if (kept.length > 0) tell(stays(kept.map((one) => one.path)));
    } else if (now?.text === after && isUndone) {
      isUndone = false;
      for (const one of made) if (documents.get(one.path) === undefined) documents.type(one.path, one.text);
    }
  });
}

const stays = (paths: readonly string[]): Parameters<Notices['tell']>[0] => ({
  en: `Undone. ${paths.join(', ')} stays: it was saved or changed since it was made. Delete it if it is not wanted.`,
  zh: `已撤销。${paths.join('、')} 仍保留：建立之后已保存或修改过。如不需要，请删除。`,
});

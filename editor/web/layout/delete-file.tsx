import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words.ts';
import { layoutWords } from './words.ts';

/** Takes the file that is shown away, after a question; it can be brought back for as long as that is told. */
export function DeleteFile(): VNode | null {
  const { path, documents, tell, go, failed } = usePage();
  const { say } = useWords(layoutWords);
  const [isAsking, setAsking] = useState(false);
  // Without the manifest there is no handbook.
  if (path === 'handbook.yaml') return null;
  const remove = async (): Promise<void> => {
    const text = documents.get(path)?.text ?? '';
    setAsking(false);
    if (!(await documents.remove(path))) return;
    const bringBack = (): void => {
      if (documents.get(path) === undefined) documents.type(path, text);
      go(path);
    };
    tell({ en: `${path} is deleted.`, zh: `${path} 已删除。` }, { title: layoutWords.bringBack, act: bringBack });
  };
  return (
    <>
      <button type="button" class="quiet" title={say('deleteHint')} onClick={() => setAsking(true)}>
        {say('deleteFile')}
      </button>
      {isAsking && (
        <Dialog title={say('deleteAsk')} onClose={() => setAsking(false)}>
          <p class="code">{path}</p>
          <p>{say('deleteSays')}</p>
          <div class="acts">
            <button type="button" class="quiet" onClick={() => void remove().catch(failed)}>
              {say('deleteDo')}
            </button>
            <button type="button" class="main-action" onClick={() => setAsking(false)}>
              {say('keepIt')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

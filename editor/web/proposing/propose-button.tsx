import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useChangedFiles } from '../git/changed-files.ts';
import { useWords } from '../words.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import { proposingWords } from './words.ts';

/** Opens the dialog that puts the changes forward. */
export function ProposeButton(): VNode {
  const { say } = useWords(proposingWords);
  const [isOpen, setOpen] = useState(false);
  const files = useChangedFiles();
  return (
    <>
      <button
        type="button"
        class="main-action propose"
        disabled={files.length === 0}
        title={say('proposeHint')}
        onClick={() => setOpen(true)}
      >
        {say('propose')}
      </button>
      {isOpen && <ProposeDialog onClose={() => setOpen(false)} />}
    </>
  );
}

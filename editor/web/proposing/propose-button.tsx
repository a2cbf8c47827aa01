import type { VNode } from 'preact';
import { useChangedFiles } from '../git/changed-files.ts';
import { usePage } from '../page.ts';
import { useWords } from '../words.ts';
import { proposingWords } from './words.ts';

/** Opens the dialog that puts the changes forward. */
export function ProposeButton(): VNode {
  const { propose } = usePage();
  const { say } = useWords(proposingWords);
  const files = useChangedFiles();
  return (
    <button
      type="button"
      class="main-action propose"
      disabled={files.length === 0}
      title={say('proposeHint')}
      onClick={propose}
    >
      {say('propose')}
    </button>
  );
}

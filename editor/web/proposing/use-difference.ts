import type { ChangeInWords } from '../../../engine/service/index.ts';
import { useAnswer } from '../answer.ts';
import { savedTexts, useChangedFiles, type ChangedFile } from '../git/changed-files.ts';
import { useCalmRevision, usePage } from '../page.ts';
import { today } from '../today.ts';

interface WorkedOut {
  readonly key: string;
  readonly revision: number;
  readonly words: ChangeInWords | undefined;
}

interface Difference {
  readonly files: readonly ChangedFile[];
  /** The newest that was worked out; undefined before the first, and where nothing is changed. */
  readonly words: ChangeInWords | undefined;
  /** The texts went on since. */
  readonly isWorking: boolean;
}

// Under it the page keeps the newest answer, so that the dialog begins with what the panel has already told.
const kept = 'proposing/difference';

/** What the page's texts say otherwise than what is committed or saved; worked out when nobody types. */
export function useDifference(): Difference {
  const { background, revision, failed, outline, kept: answers } = usePage();
  const files = useChangedFiles();
  const calm = useCalmRevision();
  const saved = savedTexts(files);
  const key = JSON.stringify(saved);
  // Only this hook writes under the key.
  const known = answers.get(kept) as WorkedOut | undefined;
  const workOut = async (): Promise<WorkedOut> => {
    if (known?.key === key && known.revision === calm) return known;
    const words =
      files.length === 0 ? undefined : await background.ask('amending/difference', saved, today(outline.timeZone));
    const answer = { key, revision: calm, words };
    answers.set(kept, answer);
    return answer;
  };
  const given = useAnswer(workOut, [calm, key], failed) ?? known;
  return {
    files,
    words: files.length === 0 ? undefined : given?.words,
    isWorking: files.length > 0 && (given?.key !== key || given.revision !== revision),
  };
}

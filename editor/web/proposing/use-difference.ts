import type { ChangeInWords } from '../../../engine/service/index.ts';
import { savedTexts, useChangedFiles, type ChangedFile } from '../git/changed-files.ts';
import { useCalmRevision, usePage } from '../page.ts';
import { today } from '../today.ts';
import { useSharedAnswer } from './use-shared-answer.ts';

interface Difference {
  readonly files: readonly ChangedFile[];
  /** The newest that was worked out; undefined before the first, and where nothing is changed. */
  readonly words: ChangeInWords | undefined;
  /** The texts went on since. */
  readonly isWorking: boolean;
}

/** What the page's texts say otherwise than what is committed or saved; worked out when nobody types. */
export function useDifference(): Difference {
  const { background, revision, outline } = usePage();
  const files = useChangedFiles();
  const calm = useCalmRevision();
  const saved = savedTexts(files);
  const key = JSON.stringify(saved);
  const given = useSharedAnswer('proposing/difference', key, calm, async () =>
    files.length === 0 ? undefined : background.ask('amending/difference', saved, today(outline.timeZone)),
  );
  return {
    files,
    words: files.length === 0 ? undefined : given?.answer,
    isWorking: files.length > 0 && (given?.key !== key || given.revision !== revision),
  };
}

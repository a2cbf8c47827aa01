import type { ChangeInWords } from '../../../engine/service/index.ts';
import { proposedOf, savedTexts, useChangedFiles, type ChangedFile } from '../git/changed-files.ts';
import { useCalmRevision, usePage } from '../page.ts';
import { today } from '../today.ts';
import { useSharedAnswer } from './use-shared-answer.ts';

interface Difference {
  /** All that changed, also what is left out. */
  readonly files: readonly ChangedFile[];
  readonly leftOut: readonly ChangedFile[];
  /** The newest that was worked out; undefined before the first, and where nothing is changed. */
  readonly words: ChangeInWords | undefined;
  /** The texts went on since. */
  readonly isWorking: boolean;
}

const none: ReadonlySet<string> = new Set();

/**
 * What the page's texts say otherwise than what is committed or saved; worked out when nobody types for
 * `pause` milliseconds. `left`: paths of files that are not proposed.
 */
export function useDifference(pause?: number, left: ReadonlySet<string> = none): Difference {
  const { background, revision, outline } = usePage();
  const files = useChangedFiles();
  const calm = useCalmRevision(pause);
  const leftOut = files.filter(({ document }) => left.has(document.path));
  const isNothing = proposedOf({ files, leftOut }).length === 0;
  const [saved, others] = [savedTexts(files), savedTexts(leftOut)];
  const key = JSON.stringify([saved, leftOut.map(({ document }) => document.path)]);
  const given = useSharedAnswer('proposing/difference', key, calm, async () =>
    isNothing ? undefined : background.ask('amending/difference', saved, today(outline.timeZone), others),
  );
  return {
    files,
    leftOut,
    words: isNothing ? undefined : given?.answer,
    isWorking: !isNothing && (given?.key !== key || given.revision !== revision),
  };
}

import {
  amendPolicy,
  beforeAmending,
  differenceBetween,
  differenceOf,
  savedWorkspace,
  type ChangeInWords,
  type SavedText,
  type Workspace,
} from '../../../../engine/service/index.ts';

/** What is asked about a change before it is proposed. `changed`: what is saved of files that are otherwise now. */
export const amendingAsks = {
  amend: amendPolicy,
  beforeAmending,
  between: differenceBetween,
  difference: (now: Workspace, changed: readonly SavedText[], today: string): ChangeInWords =>
    differenceOf(savedWorkspace(now, changed), now, today),
} as const;

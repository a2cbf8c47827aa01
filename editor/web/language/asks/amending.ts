import {
  amendPolicy,
  beforeAmending,
  differenceBetween,
  differenceOf,
  effectOf,
  namedPopulation,
  savedWorkspace,
  type ChangeInWords,
  type EffectInWords,
  type PopulationTexts,
  type SavedText,
  type Workspace,
} from '../../../../engine/service/index.ts';

/** What is asked about a change before it is proposed. `changed`: what is saved of files that are otherwise now. */
export const amendingAsks = {
  amend: amendPolicy,
  namedPopulation,
  beforeAmending,
  between: differenceBetween,
  difference: (now: Workspace, changed: readonly SavedText[], today: string): ChangeInWords =>
    differenceOf(savedWorkspace(now, changed), now, today),
  effect: (
    now: Workspace,
    changed: readonly SavedText[],
    population: PopulationTexts,
  ): Promise<EffectInWords | undefined> => effectOf(savedWorkspace(now, changed), now, population),
} as const;

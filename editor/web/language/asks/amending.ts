import { amendPolicy, beforeAmending } from '../../../../engine/service/amending/amend-policy.ts';
import { differenceBetween } from '../../../../engine/service/amending/between.ts';
import { differenceOf } from '../../../../engine/service/amending/difference.ts';
import { effectOf, namedPopulation } from '../../../../engine/service/amending/effect.ts';
import { savedWorkspace } from '../../../../engine/service/amending/saved.ts';
import type {
  ChangeInWords,
  EffectInWords,
  PopulationTexts,
  SavedText,
  Workspace,
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
    today: string,
  ): Promise<EffectInWords | undefined> => effectOf(savedWorkspace(now, changed), now, population, today),
} as const;

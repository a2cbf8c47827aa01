import { amendPolicy, beforeAmending } from '../../../../engine/service/amending/amend-policy.ts';
import { differenceBetween } from '../../../../engine/service/amending/between.ts';
import { differenceOf } from '../../../../engine/service/amending/difference.ts';
import { effectOf, namedPopulation } from '../../../../engine/service/amending/effect.ts';
import { savedWorkspace, without } from '../../../../engine/service/amending/saved.ts';
import type {
  ChangeInWords,
  EffectInWords,
  PopulationTexts,
  SavedText,
  Workspace,
} from '../../../../engine/service/index.ts';

/**
 * What is asked about a change before it is proposed. `changed`: what is saved of files that are otherwise now; `leftOut`: those of
 * them that are not proposed.
 */
export const amendingAsks = {
  amend: amendPolicy,
  namedPopulation,
  beforeAmending,
  between: differenceBetween,
  difference: (
    now: Workspace,
    changed: readonly SavedText[],
    today: string,
    leftOut: readonly SavedText[] = [],
  ): ChangeInWords => differenceOf(savedWorkspace(now, changed), without(now, leftOut), today),
  effect: (
    now: Workspace,
    changed: readonly SavedText[],
    population: PopulationTexts,
    today: string,
    leftOut: readonly SavedText[] = [],
  ): Promise<EffectInWords | undefined> =>
    effectOf(savedWorkspace(now, changed), without(now, leftOut), population, today),
} as const;

import type { Call } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Meanings } from '../symbolic/meaning-key.ts';
import { replays, witnessOf, type Witness } from './replays.ts';
import type { Survey } from './survey.ts';

/** A division whose denominator can be zero or less; without a witness nobody could show it. */
export interface Division {
  readonly division: Call;
  readonly witness?: Witness;
}

/** Divisions without a guard: where the denominator is zero or less nothing is decided. */
export function openDivisions(survey: Survey, program: Program, meanings: Meanings): readonly Division[] {
  return survey.written.divisions.flatMap((division) => {
    const boxes = survey.answers.get(division)?.false ?? [];
    if (boxes.length === 0) return [];
    for (const box of boxes) {
      for (const { facts, outcome } of replays(survey.name, box, program, meanings)) {
        if (outcome.reasons.some(({ code }) => code === 'denominator'))
          return [{ division, witness: witnessOf(facts, program) }];
      }
    }
    return [{ division }];
  });
}

import { csvAnswerer } from './csv-block.ts';
import { linesAnswerer } from './lines-block.ts';
import type { BlockPlan } from './plan.ts';
import type { BlockAnswerer } from './text.ts';

/** Answers blocks of a text table by its format. */
export function blockAnswerer(plan: BlockPlan): BlockAnswerer {
  return plan.format === 'csv' ? csvAnswerer(plan) : linesAnswerer(plan);
}

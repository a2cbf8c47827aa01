import type { Program } from '../ir/program.ts';
import { unknownDecision } from '../value/failures.ts';
import { wrongUse } from './refusals.ts';
import type { Refusal } from './verb.ts';

/** The decisions that were named, else all that can be asked. */
export function decisionsAsked(names: readonly string[], program: Program): readonly string[] | Refusal {
  if (names.length === 0) {
    return Object.values(program.decisions).flatMap(({ name, hidden }) => (hidden ? [] : [name]));
  }
  for (const name of names) {
    if (Object.hasOwn(program.decisions, name) && program.decisions[name]?.hidden === false) continue;
    const { en, zh } = unknownDecision(name, program).message;
    return wrongUse(en, zh);
  }
  return [...new Set(names)];
}

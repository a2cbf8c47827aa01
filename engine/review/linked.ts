import type { Program } from '../ir/program.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { newMeanings } from '../symbolic/meaning-key.ts';
import type { Compared, Handbooks } from './difference.ts';

/** Several seconds of cutting; of what is beyond only is said that it is computed differently. */
export const mostParts = 150_000;

/** Links two handbooks to the first days of two versions; each day once, and only when somebody asks. */
export function linkerOf(handbooks: Handbooks, most = mostParts): (before: Version, after: Version) => Compared {
  const [base, head] = [linkedDays(handbooks.base), linkedDays(handbooks.head)];
  const [meanings, allowance] = [newMeanings(), { left: most }];
  return (before, after) => ({
    ...handbooks,
    sides: () => ({ before: base(before.head.from), after: head(after.head.from), meanings, allowance }),
  });
}

function linkedDays(handbook: Handbook): (at: string) => Program {
  const programs = new Map<string, Program>();
  return (at) => {
    const program = programs.get(at) ?? link(handbook, { at });
    programs.set(at, program);
    return program;
  };
}

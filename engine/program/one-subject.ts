import type { Ir } from '../ir/ir.ts';
import { lieApart } from './check-subjects.ts';
import { readsOf } from '../ir/reads.ts';

/**
 * Do these read facts about one thing only, also through other decisions? What answers for several things at once, such as
 * a list of findings, is there only then.
 */
export function areOfOneSubject(
  irs: readonly Ir[],
  within: ReadonlyMap<string, string | undefined>,
  subjectOf: (fact: string) => string | undefined,
  bodyOf: (decision: string) => Ir | undefined,
): boolean {
  const seen = new Set<string>();
  const subjects = new Set<string>();
  const visit = (parts: readonly Ir[]): void => {
    for (const { is, name } of readsOf(parts)) {
      if (seen.has(`${is} ${name}`)) continue;
      seen.add(`${is} ${name}`);
      const subject = is === 'fact' ? subjectOf(name) : undefined;
      if (subject !== undefined) subjects.add(subject);
      const body = is === 'decision' ? bodyOf(name) : undefined;
      if (body !== undefined) visit([body]);
    }
  };
  visit(irs);
  return !lieApart([...subjects], within);
}

import type { Ir } from '../ir/ir.ts';
import { lieApart } from './check-subjects.ts';
import { readsOf } from './cycles.ts';
import type { Symbols } from './symbols.ts';

/**
 * Do these read facts about one thing only, also through other decisions? What answers for several things at once, such as
 * a list of findings, is there only then.
 */
export function areOfOneSubject(
  irs: readonly Ir[],
  symbols: Symbols,
  bodyOf: (decision: string) => Ir | undefined,
): boolean {
  const seen = new Set<string>();
  const subjects = new Set<string>();
  const visit = (parts: readonly Ir[]): void => {
    for (const { is, name } of readsOf(parts)) {
      if (seen.has(`${is} ${name}`)) continue;
      seen.add(`${is} ${name}`);
      const subject = is === 'fact' ? symbols.facts.get(name)?.value.subject?.text : undefined;
      if (subject !== undefined) subjects.add(subject);
      const body = is === 'decision' ? bodyOf(name) : undefined;
      if (body !== undefined) visit([body]);
    }
  };
  visit(irs);
  return !lieApart([...subjects], symbols.subjects);
}

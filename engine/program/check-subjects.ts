import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Fact } from '../ir/program.ts';
import type { Word } from '../shape/schema.ts';
import { factsReadBy } from './cycles.ts';
import { declaredMessages } from './declared-messages.ts';
import type { Version } from './handbook.ts';
import type { Sources } from './read.ts';
import { subjectsOf } from './symbols.ts';

/** What facts are about (semantics 2.5): names that are declared, and no decision about two things that lie apart. */
export function checkSubjects(
  { vocabularies }: Sources,
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
): readonly Diagnostic[] {
  const declared = vocabularies.flatMap(({ value }) => value.subjects ?? []);
  const within = subjectsOf(vocabularies);
  const named: readonly (Word | undefined)[] = [
    ...declared.map(({ value }) => value.within),
    ...vocabularies.flatMap(({ value }) => (value.facts ?? []).map((fact) => fact.value.subject)),
  ];
  return [
    ...named.flatMap((word) =>
      word === undefined || within.has(word.text)
        ? []
        : [
            declaredMessages['unknown-subject'](
              { name: word.text, near: suggest(word.text, within.keys()) },
              word.span,
            ),
          ],
    ),
    ...(within.size === 0 ? [] : versions.flatMap((version) => apart(version, facts, within))),
  ];
}

/** Is one of two subjects neither the other nor within it? */
export function lieApart(subjects: readonly string[], within: ReadonlyMap<string, string | undefined>): boolean {
  const known = subjects.filter((subject) => within.has(subject));
  return known.some((one, i) =>
    known.slice(i + 1).some((other) => !lies(one, other, within) && !lies(other, one, within)),
  );
}

/** Elements of lists are read through the list, which is a fact of its own: their fields do not count. */
function apart(
  { decisions }: Version,
  facts: Readonly<Record<string, Fact>>,
  within: ReadonlyMap<string, string | undefined>,
): readonly Diagnostic[] {
  return decisions.flatMap((decision) => {
    const about = [...factsReadBy(decision)].flatMap((name) => {
      const subject = facts[name]?.subject;
      return subject === undefined || !within.has(subject) ? [] : [{ name, subject }];
    });
    if (about.every(({ subject }) => subject === about[0]?.subject)) return [];
    for (const one of about) {
      const other = about.find(
        ({ subject }) => !lies(one.subject, subject, within) && !lies(subject, one.subject, within),
      );
      if (other === undefined) continue;
      const args = {
        decision: decision.name,
        fact: one.name,
        of: one.subject,
        other: other.name,
        apart: other.subject,
      };
      return [declaredMessages['subjects-apart'](args, decision.origin)];
    }
    return [];
  });
}

/** Does a subject lie within another one, or is it the same? A circle ends where it began. */
export function lies(inner: string, outer: string, within: ReadonlyMap<string, string | undefined>): boolean {
  const passed = new Set<string>();
  for (let at: string | undefined = inner; at !== undefined && !passed.has(at); at = within.get(at)) {
    if (at === outer) return true;
    passed.add(at);
  }
  return false;
}

import type { Handbook, Version } from '../program/handbook.ts';
import type { PolicyPages } from './book.ts';
import { address, anchor, decisionAnchor } from './file-names.ts';
import type { Named } from './words/names.ts';
import { vocabularyFile } from './vocabulary-files.ts';

/** What every name of the handbook stands for, and where it is explained. `list[].field` are fields of a list's elements. */
export function namesOf(
  handbook: Handbook,
  policies: readonly PolicyPages[],
  files: ReadonlyMap<Version, string>,
): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  const declaring = new Map(policies.flatMap(({ versions }) => versions.map((one) => [one.head.file, one] as const)));
  for (const fact of Object.values(handbook.facts)) {
    const href = factAddress(fact.origin.file, fact.name, declaring, files);
    const named: Named = { title: fact.title, type: fact.type, ...(href === undefined ? {} : { href }) };
    for (const name of [fact.name, ...fact.alias]) names.set(name, named);
  }
  for (const { value } of handbook.sources.vocabularies) {
    for (const { key, value: fact } of value.facts ?? []) {
      for (const { key: field, value: type } of fact.fields ?? []) {
        const like = type.form === 'plain' ? names.get(type.value.text) : undefined;
        if (like !== undefined) names.set(`${key.text}[].${field.text}`, like);
      }
    }
  }
  const decided = policies.flatMap(({ main }) => main.decisions.map((decision) => ({ main, decision })));
  const alike = Map.groupBy(decided, ({ decision }) => decision.title.en);
  for (const { main, decision } of decided) {
    const { name, title, type } = decision;
    // Some kinds call what they decide alike in all policies: the amount of tiers.
    const isOwn = (alike.get(title.en)?.length ?? 0) < 2 || title.en === main.head.title.en;
    const whole = isOwn
      ? title
      : { en: `${main.head.title.en}: ${title.en}`, zh: `${main.head.title.zh}：${title.zh}` };
    names.set(name, { title: whole, type, href: address(files.get(main) ?? '', decisionAnchor(name)) });
  }
  for (const { main } of policies) {
    for (const { name, title, type } of main.parameters) {
      names.set(name, { title, type, href: address(files.get(main) ?? '', anchor('parameter', name)) });
    }
  }
  return names;
}

/** Facts stand in the vocabulary, or in the policy that declares them. */
function factAddress(
  origin: string,
  name: string,
  declaring: ReadonlyMap<string, Version>,
  files: ReadonlyMap<Version, string>,
): string | undefined {
  const version = declaring.get(origin);
  if (version === undefined) return address(vocabularyFile(origin), anchor('fact', name));
  const file = files.get(version);
  return file === undefined ? undefined : address(file);
}

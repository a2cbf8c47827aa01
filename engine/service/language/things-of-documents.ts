import type { Handbook } from '../../program/handbook.ts';
import type { Thing } from './things.ts';

/** What vocabularies, registers, cases and the manifest declare. */
export function thingsOfDocuments(
  handbook: Handbook,
): Readonly<
  Record<
    'fact' | 'clause' | 'scope' | 'source' | 'subject' | 'unit' | 'enumeration' | 'member' | 'case',
    () => readonly Thing[]
  >
> {
  const { sources } = handbook;
  const vocabularies = sources.vocabularies.map(({ value }) => value);
  const scopes = sources.manifest?.value.scopes ?? [];
  return {
    fact: () =>
      Object.values(handbook.facts).map((fact) => ({
        sort: 'fact',
        name: fact.name,
        title: fact.title,
        fact,
        ats: [fact.origin],
      })),
    clause: () =>
      sources.registers.flatMap(({ value }) =>
        value.clauses.map((clause) => ({
          sort: 'clause',
          name: clause.id.text,
          title: clause.title,
          clause,
          ats: [clause.id.span],
        })),
      ),
    scope: () =>
      scopes.map(({ key, value }) => ({ sort: 'scope', name: key.text, title: value.title, ats: [key.span] })),
    source: () =>
      (sources.manifest?.value.sources ?? []).map(({ key, value }) => ({
        sort: 'source',
        name: key.text,
        title: value.title,
        ats: [key.span],
      })),
    subject: () =>
      vocabularies.flatMap(({ subjects = [] }) =>
        subjects.map(({ key, value }) => ({ sort: 'subject', name: key.text, title: value.title, ats: [key.span] })),
      ),
    unit: () =>
      vocabularies.flatMap(({ units = [] }) =>
        units.map(({ id, en, zh }) => ({
          sort: 'unit',
          name: id.text,
          title: { en: en.at(-1) ?? id.text, zh: zh[0] ?? id.text },
          ats: [id.span],
        })),
      ),
    enumeration: () =>
      vocabularies.flatMap(({ enumerations = [] }) =>
        enumerations.map(({ key }) => ({ sort: 'enumeration', name: key.text, ats: [key.span] })),
      ),
    member: () =>
      vocabularies.flatMap(({ enumerations = [] }) =>
        enumerations.flatMap(({ key: of, value }) =>
          value.map(({ key, value: title }) => ({
            sort: 'member',
            name: key.text,
            enumeration: of.text,
            title,
            ats: [key.span],
          })),
        ),
      ),
    case: () =>
      sources.cases.flatMap(({ value }) =>
        value.cases.map(({ id, title }) => ({
          sort: 'case',
          name: id.text,
          policy: value['cases-of'][0]?.text ?? '',
          ...(title === undefined ? {} : { title }),
          ats: [id.span],
        })),
      ),
  };
}

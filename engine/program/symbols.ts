import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import { weekdays } from '../ir/weekday.ts';
import type { Unit } from '../ir/program.ts';
import { unknown, type Type } from '../ir/type.ts';
import type { FactEntry } from '../kinds/documents/vocabulary.ts';
import type { Output } from '../kinds/kind.ts';
import type { Entry, Word } from '../shape/schema.ts';
import { handbookMessages } from './messages.ts';
import type { ReadPolicy, Sources } from './read.ts';
import { declaredType, type TypeWords } from './types.ts';

export type NamedFact = Entry<FactEntry>;

/** All names of a handbook and what they stand for; types of facts are known, expressions are not looked at yet. */
export interface Symbols extends TypeWords {
  readonly units: Readonly<Record<string, Unit>>;
  readonly enumerationTitles: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
  /** Every form of a unit, and which. */
  readonly unitForms: ReadonlyMap<string, string>;
  readonly facts: ReadonlyMap<string, NamedFact>;
  readonly factTypes: ReadonlyMap<string, Type>;
  readonly aliases: ReadonlyMap<string, string>;
  /** Versions of each policy, newest first. */
  readonly policies: ReadonlyMap<string, readonly ReadPolicy[]>;
  /** Policies of which some file could not be read, and that file. */
  readonly broken: ReadonlyMap<string, string>;
  readonly clauses: ReadonlySet<string>;
  /** What each subject lies within (semantics 2.5). */
  readonly subjects: ReadonlyMap<string, string | undefined>;
}

/** The currency of a handbook whose manifest cannot be read; its own diagnostic blocks all else. */
const noCurrency = 'XXX';

export function collectSymbols(sources: Sources, report: (diagnostic: Diagnostic) => void): Symbols {
  const unique = uniqueNames(report);
  const vocabularies = sources.vocabularies.map(({ value }) => value);
  const units: Record<string, Unit> = {};
  const unitForms = new Map<string, string>();
  for (const unit of vocabularies.flatMap((vocabulary) => vocabulary.units ?? [])) {
    unique('unit', unit.id);
    units[unit.id.text] = { en: unit.en, zh: unit.zh, whole: unit.whole };
    for (const form of [unit.id.text, ...unit.en, ...unit.zh]) unitForms.set(form, unit.id.text);
  }
  const enumerationTitles: Record<string, Record<string, Texts>> = {};
  for (const { key, value } of vocabularies.flatMap((vocabulary) => vocabulary.enumerations ?? [])) {
    unique('enumeration', key);
    enumerationTitles[key.text] = Object.fromEntries(value.map((member) => [member.key.text, member.value]));
  }
  const facts = new Map<string, NamedFact>();
  const aliases = new Map<string, string>();
  for (const fact of vocabularies.flatMap((vocabulary) => vocabulary.facts ?? [])) {
    unique('fact', fact.key);
    facts.set(fact.key.text, fact);
    for (const alias of [fact.value.alias?.en, fact.value.alias?.zh]) {
      if (alias !== undefined) aliases.set(alias, fact.key.text);
    }
  }
  const factTypes = new Map<string, Type>();
  const enumerations = new Map<string, readonly string[]>([['weekday', weekdays]]);
  for (const [name, members] of Object.entries(enumerationTitles)) enumerations.set(name, Object.keys(members));
  const words: TypeWords = {
    currency: sources.manifest?.value.currency.text ?? noCurrency,
    enumerations,
    unit: (form) => unitForms.get(form),
    factType: (name) => typeOfFact(name),
    report,
  };
  const open = new Set<string>();
  function typeOfFact(name: Word): Type {
    const known = factTypes.get(name.text);
    if (known !== undefined) return known;
    const fact = facts.get(name.text);
    if (fact === undefined || open.has(name.text)) {
      report(handbookMessages['unknown-type']({ name: name.text, near: [] }, name.span));
      return unknown;
    }
    open.add(name.text);
    const type = declaredType(fact.value, fact.value.fields, words, '');
    open.delete(name.text);
    factTypes.set(name.text, type);
    return type;
  }
  for (const { key } of facts.values()) typeOfFact(key);
  return {
    ...words,
    units,
    unitForms,
    enumerationTitles,
    facts,
    factTypes,
    aliases,
    policies: versionsOf(sources.policies, report),
    broken: new Map(sources.broken.map(({ name, file }) => [name, file.name])),
    clauses: new Set(sources.registers.flatMap(({ value }) => value.clauses.map(({ id }) => id.text))),
    subjects: subjectsOf(sources.vocabularies),
  };
}

export function subjectsOf(vocabularies: Sources['vocabularies']): Symbols['subjects'] {
  const declared = vocabularies.flatMap(({ value }) => value.subjects ?? []);
  return new Map(declared.map(({ key, value }) => [key.text, value.within?.text]));
}

function uniqueNames(report: (diagnostic: Diagnostic) => void): (what: string, name: Word) => void {
  const seen = new Map<string, Word>();
  return (what, name) => {
    const first = seen.get(`${what} ${name.text}`);
    if (first === undefined) seen.set(`${what} ${name.text}`, name);
    else {
      const related = [{ span: first.span, message: { en: 'First here.', zh: '首次声明于此。' } }];
      report(handbookMessages.duplicate({ what, name: name.text }, name.span, { related }));
    }
  };
}

function versionsOf(
  policies: readonly ReadPolicy[],
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, readonly ReadPolicy[]> {
  const byName = Map.groupBy(policies, ({ policy }) => policy.policy.text);
  for (const [name, versions] of byName) {
    versions.sort((a, b) => b.policy.version - a.policy.version);
    versions.forEach((version, i) => {
      const newer = versions[i - 1];
      if (newer?.policy.version !== version.policy.version) return;
      const message = handbookMessages['same-version'];
      report(message({ policy: name, version: String(version.policy.version) }, version.policy.policy.span));
    });
  }
  return byName;
}

/** The newest version that has the output: what its name means to other policies. */
export function ownerOf(decision: string, symbols: Symbols): { version: ReadPolicy; output: Output } | undefined {
  for (let dot = decision.lastIndexOf('.'); dot > 0; dot = decision.lastIndexOf('.', dot - 1)) {
    const name = decision.slice(dot + 1);
    for (const version of symbols.policies.get(decision.slice(0, dot)) ?? []) {
      const output = version.declaration.outputs.find((candidate) => candidate.name.text === name);
      if (output !== undefined) return { version, output };
    }
  }
  return undefined;
}

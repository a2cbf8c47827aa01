import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { defineDiagnostics } from '../diagnostic/define.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Fact, Program } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';
import { invalid, numberNotAsText, shortened, wrongType, type Invalid, type ReadWords } from './invalid.ts';
import { placed } from './placed.ts';
import { readFields, readItems } from './read-parts.ts';
import { readValue } from './read.ts';
import { checked, type Rule } from './rule.ts';

/** A fact as a caller hands it over. A JSON number comes by its source text, so that it never was a float. */
export type RawFact =
  string | boolean | null | { readonly source: string } | readonly RawFact[] | { readonly [field: string]: RawFact };
export type RawFacts = Readonly<Record<string, RawFact>>;

/** The facts of one question, read and checked. Absent facts are not there; unusable ones are `invalid` values. */
export interface Facts {
  readonly values: Readonly<Record<string, Value>>;
  /** A diagnostic for each name that is no fact, with that name. */
  readonly unknown: readonly UnknownFact[];
}

interface UnknownFact extends Diagnostic {
  readonly fact?: string;
}

type Vocabulary = ReadWords & Pick<Program, 'facts'>;

const span: Span = { file: '<facts>', start: 0, end: 0 };
export const factMessages = defineDiagnostics('fact', {
  none: {
    severity: 'error',
    blocks: false,
    message: () => ({
      en: 'Give the facts as an object.',
      zh: '请以对象给出事实。',
    }),
  },
  unknown: {
    severity: 'error',
    blocks: false,
    message: ({ name, near, inside }: { name: string; near: readonly string[]; inside: string | undefined }) =>
      inside === undefined
        ? {
            en: `There is no fact “${name}”.${didYouMean(near).en}`,
            zh: `没有名为“${name}”的事实。${didYouMean(near).zh}`,
          }
        : {
            en: `There is no fact “${name}”. Facts do not stand inside one another: write "${inside}".`,
            zh: `没有名为“${name}”的事实。事实不能嵌套，请写成"${inside}"。`,
          },
  },
});

/** Reads what a caller gave, by name or alias, each by its declared type; `null` means absent. */
export function readFacts(vocabulary: Vocabulary, raw: RawFacts): Facts {
  const values: Record<string, Value> = {};
  const unknown: UnknownFact[] = [];
  // The type forbids it; JavaScript does not, and of a number there would be no facts without a word.
  const given: unknown = raw;
  if (typeof given !== 'object' || given === null) return { values, unknown: [factMessages.none({}, span)] };
  for (const [name, rawFact] of Object.entries(raw)) {
    const fact = factNamed(vocabulary, name);
    if (fact === undefined) {
      const [near, inside] = [factsNear(name, vocabulary.facts), nestedIn(name, rawFact, vocabulary.facts)];
      unknown.push({ ...factMessages.unknown({ name: shortened(name), near, inside }, span), fact: name });
    } else if (rawFact !== null) {
      const value = values[fact.name] === undefined ? readFact(rawFact, fact, vocabulary) : givenTwice(fact);
      values[fact.name] = value.is === 'invalid' ? { ...value, fact: fact.name } : value;
    }
  }
  return { values, unknown };
}

/** What a decision is asked about, read like a fact; undefined when nothing was given. */
export function readArgument(
  words: ReadWords & Pick<Program, 'decisions'>,
  decision: string,
  raw: RawFact = null,
): Value | undefined {
  const [taken] = Object.hasOwn(words.decisions, decision) ? (words.decisions[decision]?.takes ?? []) : [];
  const name = taken?.name ?? 'on';
  const fact: Fact = {
    name,
    type: taken?.type ?? { is: 'text' },
    title: { en: name, zh: name },
    alias: [],
    closed: false,
    origin: span,
  };
  return raw === null ? undefined : readFact(raw, fact, words);
}

/** The fact that a caller means by its name or an alias. */
export function factNamed({ facts }: Pick<Vocabulary, 'facts'>, given: string): Fact | undefined {
  const names = namesOf(facts);
  return facts[names.get(given) ?? names.get(given.normalize('NFKC').trim()) ?? ''];
}

/** Names that somebody who wrote `given` probably meant; a fact's title leads to its name. */
export function factsNear(given: string, facts: Program['facts']): readonly string[] {
  const titles = new Map(Object.values(facts).flatMap(({ name, title }) => [title.en, title.zh].map((t) => [t, name])));
  const exactly = titles.get(given.trim());
  if (exactly !== undefined) return [exactly];
  const names = namesOf(facts);
  const near = suggest(given, [...names.keys(), ...titles.keys()]);
  return [...new Set(near.map((one) => (names.has(one) ? one : (titles.get(one) ?? one))))];
}

/** `sales.ordered` for `{ "sales": { "ordered": … } }`. */
function nestedIn(given: string, raw: RawFact, facts: Program['facts']): string | undefined {
  if (typeof raw !== 'object' || raw === null || isList(raw)) return undefined;
  const below = Object.keys(facts).filter((name) => name.startsWith(`${given}.`));
  return (
    Object.keys(raw)
      .map((key) => `${given}.${key}`)
      .find((name) => below.includes(name)) ?? below[0]
  );
}

const namesByFacts = new WeakMap<Program['facts'], ReadonlyMap<string, string>>();

function namesOf(facts: Program['facts']): ReadonlyMap<string, string> {
  const known = namesByFacts.get(facts);
  if (known !== undefined) return known;
  const aliases = Object.values(facts).flatMap(({ name, alias }) => alias.map((other) => [other, name] as const));
  const names = new Map([...aliases, ...Object.keys(facts).map((name) => [name, name] as const)]);
  namesByFacts.set(facts, names);
  return names;
}

function readFact(raw: RawFact, fact: Fact, words: ReadWords): Value {
  const value = readRaw(raw, fact.type, fact, words) ?? wrongType('null', fact.type, words);
  return value.is === 'invalid' ? named(value, fact) : placed(value, fact, fact.name);
}

/** `undefined` when nothing was given. */
function readRaw(raw: RawFact, type: Type, rule: Rule, words: ReadWords): Value | undefined {
  if (raw === null) return undefined;
  // The type forbids it; JavaScript does not.
  const given: unknown = raw;
  if (typeof given === 'number') return numberNotAsText(String(given));
  if (typeof given !== 'object' && typeof given !== 'string' && typeof given !== 'boolean')
    return wrongType(typeof given, type, words);
  if (typeof raw === 'string') return checked(readValue(raw, type, words), type, rule, words);
  if (typeof raw === 'boolean') {
    return type.is === 'boolean' ? { is: 'boolean', truth: raw } : wrongType(String(raw), type, words);
  }
  if (isList(raw)) {
    if (type.is !== 'list') return wrongType('[…]', type, words);
    return readItems(raw, (item) => readRaw(item, type.of, rule, words) ?? wrongType('null', type.of, words));
  }
  if (type.is === 'record') {
    const fields = Object.entries(raw).map(([name, part]): [string, RawField] => [name, { name, part }]);
    return readFields(fields, type, ({ name, part }, of) => readRaw(part, of, rule.fields?.[name] ?? {}, words));
  }
  const { source } = raw;
  const isNumber = typeof source === 'string' && Object.keys(raw).length === 1;
  if (!isNumber || type.is === 'text') return wrongType(isNumber ? source : '{…}', type, words);
  return checked(readValue(source, type, words), type, rule, words);
}

interface RawField {
  readonly name: string;
  readonly part: RawFact;
}

export function isList(raw: RawFact): raw is readonly RawFact[] {
  return Array.isArray(raw);
}

function givenTwice({ name, title }: Fact): Invalid {
  return invalid('given-twice', {
    en: `${title.en} (${name}) is given twice, under its name and an alias.`,
    zh: `${title.zh}（${name}）给出了两次：名称和别名各一次。`,
  });
}

function named(value: Invalid, { name, title }: Fact): Invalid {
  return {
    ...value,
    message: {
      en: `${title.en} (${name}): ${value.message.en}`,
      zh: `${title.zh}（${name}）：${value.message.zh}`,
    },
  };
}

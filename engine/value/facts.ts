import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { defineDiagnostics } from '../diagnostic/define.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Fact, FieldRule, Program } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';
import { isInside } from './compare.ts';
import { invalid, shortened, wrongType, type Invalid, type ReadWords } from './invalid.ts';
import { printRange, printValue } from './print.ts';
import { readFields, readItems } from './read-parts.ts';
import { readValue } from './read.ts';

/** A fact as a caller hands it over. A JSON number comes by its source text, so that it never was a float. */
export type RawFact =
  string | boolean | null | { readonly source: string } | readonly RawFact[] | { readonly [field: string]: RawFact };
export type RawFacts = Readonly<Record<string, RawFact>>;

/** The facts of one question, read and checked. Absent facts are not there; unusable ones are `invalid` values. */
export interface Facts {
  readonly values: Readonly<Record<string, Value>>;
  /** A diagnostic for each name that is no fact. */
  readonly unknown: readonly Diagnostic[];
}

type Vocabulary = ReadWords & Pick<Program, 'facts'>;

const span: Span = { file: '<facts>', start: 0, end: 0 };
export const factMessages = defineDiagnostics('fact', {
  unknown: {
    severity: 'error',
    blocks: false,
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `There is no fact “${name}”.${didYouMean(near).en}`,
      zh: `没有名为“${name}”的事实。${didYouMean(near).zh}`,
    }),
  },
});

/** Reads what a caller gave, by name or alias, each by its declared type; `null` and `''` mean absent. */
export function readFacts(vocabulary: Vocabulary, raw: RawFacts): Facts {
  const names = namesOf(vocabulary.facts);
  const values: Record<string, Value> = {};
  const unknown: Diagnostic[] = [];
  for (const [given, rawFact] of Object.entries(raw)) {
    const fact = vocabulary.facts[names.get(given.normalize('NFKC').trim()) ?? ''];
    if (fact === undefined) {
      unknown.push(factMessages.unknown({ name: shortened(given), near: suggest(given, names.keys()) }, span));
    } else if (rawFact !== null && rawFact !== '') {
      values[fact.name] = values[fact.name] === undefined ? readFact(rawFact, fact, vocabulary) : givenTwice(fact);
    }
  }
  return { values, unknown };
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
  return value.is === 'invalid' ? named(value, fact) : value;
}

/** What is checked beside the type; of a list, for the fields of its elements. */
type Rule = Pick<FieldRule, 'range' | 'scale'> & Pick<Fact, 'fields'>;

/** `undefined` when nothing was given. */
function readRaw(raw: RawFact, type: Type, rule: Rule, words: ReadWords): Value | undefined {
  if (raw === null || raw === '') return undefined;
  if (typeof raw === 'string') return checked(readValue(raw, type, words), type, rule, words);
  if (typeof raw === 'boolean') {
    return type.is === 'boolean' ? { is: 'boolean', truth: raw } : wrongType(String(raw), type, words);
  }
  if (isList(raw)) {
    if (type.is !== 'list') return wrongType('[…]', type, words);
    const element: Rule = rule.fields === undefined ? {} : { fields: rule.fields };
    return readItems(raw, (item) => readRaw(item, type.of, element, words) ?? wrongType('null', type.of, words));
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

function isList(raw: RawFact): raw is readonly RawFact[] {
  return Array.isArray(raw);
}

/** The value, or why it may not be: its parts likewise when it was read from text as a whole. */
function checked(value: Value, type: Type, rule: Rule, words: ReadWords): Value {
  if (value.is === 'list' && type.is === 'list') {
    return readItems(value.items, (item) => checked(item, type.of, rule, words));
  }
  if (value.is === 'record' && type.is === 'record') {
    const fields = Object.entries(value.fields).map(([name, field]): [string, Value] => [
      name,
      checked(field, type.fields[name] ?? type, rule.fields?.[name] ?? {}, words),
    ]);
    return { is: 'record', fields: Object.fromEntries(fields) };
  }
  return tooManyDecimals(value, rule, words) ?? outOfRange(value, rule, words) ?? value;
}

function tooManyDecimals(value: Value, { scale }: Rule, words: ReadWords): Invalid | undefined {
  if (scale === undefined || !('digits' in value)) return undefined;
  const part = value.digits.split('.')[1] ?? '';
  const decimals = Math.max(0, part.length - (value.is === 'percent' ? 2 : 0));
  if (decimals <= scale) return undefined;
  const text = printValue(value, words);
  return scale === 0
    ? invalid('not-whole', { en: `${text} is not whole.`, zh: `${text}不是整数。` })
    : invalid('too-many-decimals', {
        en: `${text} has ${decimals} decimals; at most ${scale} are read.`,
        zh: `${text}有${decimals}位小数，最多${scale}位。`,
      });
}

function outOfRange(value: Value, { range }: Rule, words: ReadWords): Invalid | undefined {
  if (range === undefined || value.is === 'invalid' || isInside(value, range)) return undefined;
  const [text, allowed] = [printValue(value, words), printRange(range, words)];
  return invalid('out-of-range', {
    en: `${text} is out of range; expected is ${allowed}.`,
    zh: `${text}超出范围，应为${allowed}。`,
  });
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

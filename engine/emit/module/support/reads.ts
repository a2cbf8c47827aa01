import type { Fact } from '../../../ir/program.ts';
import { isInside } from '../../../value/compare.ts';
import { computedOutOfRange, contradiction, unusable } from '../../../value/failures.ts';
import { printRange, printValue } from '../../../value/print.ts';
import { missingFact, missingKey, ownParameter, unsetParameter } from '../../../value/reasons.ts';
import type { Value } from '../../../ir/value.ts';
import { datumOf, isInvalid, isRecord, recordDatum, same, valueOf, type Datum, type RecordDatum } from './datum.ts';
import { spanOf } from './place.ts';
import { givenFact, type Question } from './question.ts';
import { determined, strict, undetermined, type Result } from './result.ts';

/** A fact as it was given, else what follows from others. */
export function fact(q: Question, name: string, place: string): Result {
  const given = givenFact(q, name);
  if (given?.is === 'invalid') return unusable(given, spanOf(place));
  const before = q.read.get(name);
  const read = before ?? readFact(q, entry(q.handbook.facts, name), given);
  if (before === undefined) q.read.set(name, read);
  // What is wrong with the fact itself is told at the place that reads it.
  return read.status === 'error' && read.span === undefined ? { ...read, span: spanOf(place) } : read;
}

function readFact(q: Question, declared: Fact, given: Value | undefined): Result {
  const { name, type, closed } = declared;
  const follows = q.follows[name];
  if (given === undefined) {
    if (closed) return determined(false);
    return follows === undefined ? undetermined([missingFact(q.handbook, name)]) : following(q, declared, follows(q));
  }
  const value = factDatum(given, declared);
  const other = follows?.(q);
  if (other?.status !== 'determined' || same(other.value, value)) return determined(value);
  const text = (datum: Datum): string => printValue(valueOf(datum, type), q.handbook);
  return contradiction(declared, text(value), text(other.value));
}

/** Elements of a list know their places, for what they lack. */
function factDatum(value: Value, { name, fields }: Fact): Datum {
  if (value.is !== 'list') return datumOf(value);
  return value.items.map((item, i) => {
    if (item.is !== 'record') return datumOf(item);
    const placed = { ...recordDatum(item.fields), place: `${name}[${i + 1}]` };
    return fields === undefined ? placed : { ...placed, rules: fields };
  });
}

function following({ handbook }: Question, declared: Fact, result: Result): Result {
  if (result.status === 'undetermined') {
    const unset = result.reasons.filter(({ code }) => code === 'unset-parameter');
    const missing = [missingFact(handbook, declared.name, result.reasons)];
    return undetermined(unset.length > 0 ? unset : missing, result.flags);
  }
  const { type, range } = declared;
  if (result.status !== 'determined' || range === undefined) return result;
  const value = valueOf(result.value, type);
  if (isInside(value, range)) return result;
  return computedOutOfRange(declared, printValue(value, handbook), printRange(range, handbook));
}

/** Was the fact given, usable or not? */
export function isGiven(q: Question, name: string): Result {
  return determined(givenFact(q, name) !== undefined);
}

export function isMissing(q: Question, name: string): Result {
  return determined(givenFact(q, name) === undefined);
}

/** What the company has set, by its keys if it has some. */
export function parameter(q: Question, name: string, ...keys: readonly Result[]): Result {
  const { value, entries, keys: types } = entry(q.handbook.parameters, name);
  return strict(keys, (...data) => {
    const set = (found: Value): Result =>
      q.sourceOnly ? undetermined([ownParameter(q.handbook, name)]) : setValue(found);
    if (value !== undefined) return set(value);
    if (entries === undefined) return undetermined([unsetParameter(q.handbook, name)]);
    const texts = data.map((datum, i) => printValue(valueOf(datum, types[i] ?? { is: 'unknown' }), q.handbook));
    const found = entries.find(
      (each) => each.keys.length === texts.length && each.keys.every((key, i) => key === texts[i]),
    );
    return found === undefined ? undetermined([missingKey(q.handbook, name, texts)]) : set(found.value);
  });
}

const setValues = new WeakMap<Value, Result>();

/** What the company has set, read when it is first asked for: the handbook outlives all questions. */
function setValue(value: Value): Result {
  const before = setValues.get(value);
  if (before !== undefined) return before;
  const read = determined(datumOf(value));
  setValues.set(value, read);
  return read;
}

/** A field of a record, as it was given. */
export function field(q: Question, of: Result, name: string, place: string): Result {
  return strict([of], (datum) => {
    const { fields, place: where, rules } = recordIn(datum);
    const given = fields.get(name);
    if (given !== undefined) return isInvalid(given) ? unusable(given, spanOf(place)) : determined(given);
    if (rules?.[name]?.closed === true) return determined(false);
    return undetermined([missingFact(q.handbook, where === undefined ? name : `${where}.${name}`)]);
  });
}

export function hasField(of: Result, name: string): Result {
  return strict([of], (datum) => determined(recordIn(datum).fields.has(name)));
}

export function lacksField(of: Result, name: string): Result {
  return strict([of], (datum) => determined(!recordIn(datum).fields.has(name)));
}

/** What a decision was asked about. */
export function asked(datum: Datum, place: string): Result {
  return isInvalid(datum) ? unusable(datum, spanOf(place)) : determined(datum);
}

function recordIn(datum: Datum | undefined): RecordDatum {
  if (!isRecord(datum)) throw new TypeError('a record was expected');
  return datum;
}

/** Every name that the module reads is among what it says of the handbook. */
function entry<T>(entries: Readonly<Record<string, T>>, name: string): T {
  const found = entries[name];
  if (found === undefined) throw new TypeError(`there is no ${name}`);
  return found;
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { isDay } from './calendar.ts';
import { noSuchDay, unknownMember, wrongType, type ReadWords } from './invalid.ts';
import { readAmount } from './read-amount.ts';
import { plainForm } from './plain-form.ts';
import { readFields, readItems } from './read-parts.ts';
import { bracketed, entryOf } from './split.ts';

/**
 * Reads a fact's text as a value of the type. Nothing is guessed: what does not read gives an `invalid` value that says why.
 * Full-width forms are understood (NFKC).
 */
export function readValue(text: string, type: Type, words: ReadWords): Value {
  return read(plainForm(text), type, words, false);
}

function read(text: string, type: Type, words: ReadWords, inside: boolean): Value {
  const trimmed = text.trim();
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return readAmount(trimmed, type, words);
    case 'date':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return wrongType(trimmed, type, words);
      return isDay(trimmed) ? { is: 'date', iso: trimmed } : noSuchDay(trimmed);
    case 'time': {
      const iso = readClock(trimmed);
      return iso === undefined ? wrongType(trimmed, type, words) : { is: 'time', iso };
    }
    case 'date-time':
      return readMoment(trimmed, type, words);
    case 'text':
    case 'unknown':
      return { is: 'text', text: (inside ? unquoted(trimmed) : text).normalize('NFKC') };
    case 'boolean':
      return readTruth(trimmed, type, words);
    case 'enumeration':
      return readMember(trimmed.normalize('NFKC'), type, words);
    case 'post':
      return readPost(trimmed.normalize('NFKC'), type, words);
    case 'list': {
      const parts = bracketed(trimmed, '[', ']');
      if (parts === undefined) return wrongType(trimmed, type, words);
      return readItems(parts, (part) => read(part, type.of, words, true));
    }
    case 'record':
      return readRecord(trimmed, type, words);
  }
}

/** `9:05` or `17:00:30` with all its parts; undefined when it is no time of day. */
function readClock(text: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, hour = '', minute = '', second = '00'] = match;
  const iso = `${hour.padStart(2, '0')}:${minute}:${second}`;
  return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(iso) ? iso : undefined;
}

function readMoment(text: string, type: Type, words: ReadWords): Value {
  const match = /^(\d{4}-\d{2}-\d{2})[T ]([\d:]+)$/.exec(text);
  const clock = readClock(match?.[2] ?? '');
  const day = match?.[1];
  if (day === undefined || clock === undefined) return wrongType(text, type, words);
  return isDay(day) ? { is: 'date-time', iso: `${day}T${clock}` } : noSuchDay(day);
}

function readTruth(text: string, type: Type, words: ReadWords): Value {
  const lower = text.toLowerCase();
  if (lower === 'true' || text === '是') return { is: 'boolean', truth: true };
  if (lower === 'false' || text === '否') return { is: 'boolean', truth: false };
  return wrongType(text, type, words);
}

/** A member by its id, or by its title in either language when only one has it. */
function readMember(text: string, { name }: Extract<Type, { is: 'enumeration' }>, words: ReadWords): Value {
  const members = Object.entries(words.enumerations[name] ?? {});
  const titled = ([, title]: readonly [string, Texts]): boolean =>
    title.en.normalize('NFKC') === text || title.zh.normalize('NFKC') === text;
  const found = members.filter(([id]) => id === text);
  const [only, ...more] = found.length > 0 ? found : members.filter(titled);
  if (only !== undefined && more.length === 0) return { is: 'member', enumeration: name, name: only[0] };
  const of = { en: `one of the list “${name}”`, zh: `“${name}”中的一项` };
  return unknownMember(
    text,
    of,
    members.map(([id, title]) => `${id} (${title.zh})`),
  );
}

function readPost(text: string, { scope }: Extract<Type, { is: 'post' }>, words: ReadWords): Value {
  const organization = words.organizations[scope];
  const posts = Object.keys(organization?.posts ?? {});
  // Without an organization nobody knows which posts there are.
  if (text !== '' && (organization === undefined || posts.includes(text))) return { is: 'post', scope, name: text };
  return unknownMember(text, { en: `a post of “${scope}”`, zh: `“${scope}”的岗位` }, posts);
}

function readRecord(text: string, type: Extract<Type, { is: 'record' }>, words: ReadWords): Value {
  const entries = bracketed(text, '{', '}')?.map(entryOf);
  if (entries === undefined) return wrongType(text, type, words);
  const fields: [string, string][] = [];
  for (const entry of entries) {
    if (entry === undefined) return wrongType(text, type, words);
    fields.push(entry);
  }
  return readFields(fields, type, (part, of) => read(part, of, words, true));
}

function unquoted(text: string): string {
  const match = /^"((?:[^"\\]|\\.)*)"$/su.exec(text);
  return match === null ? text : (match[1] ?? '').replace(/\\(.)/gsu, '$1');
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';
import { isDay } from '../value/calendar.ts';
import { either, keyed } from './record.ts';
import { count, flag, list, misfit, names, oneOf, rawList, readIn, text, word, type Shape } from './shape.ts';

export const texts: Shape<Texts> = keyed<Texts>({ en: word, zh: word });

/** Numbers are decimal text, or a quotient that does not end; a longer one could not be computed with. */
export const digits: Shape<string> = text(
  (digits) => digits.length <= 4000 && /^-?\d+(\.\d+)?$|^-?\d+\/[1-9]\d*$/.test(digits),
  'a decimal number as text',
  '以文本书写的十进制数',
);
/** What amounts are rounded to: a decimal above zero. */
export const step: Shape<string> = text(
  (digits) => digits.length <= 100 && /^\d+(\.\d+)?$/.test(digits) && /[1-9]/.test(digits),
  'a decimal number above zero',
  '大于零的十进制数',
);
/** Decimals that amounts are printed with, or that facts may have: not more than what they are rounded to can have. */
export const decimals: Shape<number> = {
  write: count.write,
  read: (raw, from) => {
    const given = count.read(raw, from);
    return given <= 100 ? given : misfit('at most 100 decimals', '不超过 100 位小数');
  },
};
export const day: Shape<string> = text(isDay, 'a day such as 2026-10-31', '如 2026-10-31 的日期');
const clock = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const time = text((iso) => clock.test(iso), 'a time such as 17:00:00', '如 17:00:00 的时刻');
const dateTime = text(
  (iso) => isDay(iso.slice(0, 10)) && iso[10] === 'T' && clock.test(iso.slice(11)),
  'a moment such as 2026-10-31T17:00:00',
  '如 2026-10-31T17:00:00 的时点',
);

/** A place: start and length, and its file where that is not the section's own. */
export const span: Shape<Span> = {
  write: ({ file, start, end }, out) => (file === out.file ? [start, end - start] : [start, end - start, file]),
  read: (raw, from) => {
    const [start, length, file, ...more] = rawList(raw);
    if (more.length > 0) misfit('start, length and perhaps a file', '起点、长度，或另加文件');
    const first = readIn('start', count, start, from);
    const long = readIn('length', count, length, from);
    return { file: file === undefined ? from.file : word.read(file, from), start: first, end: first + long };
  },
};

/** A type by its number in the section's table. */
export const type: Shape<Type> = {
  write: (value, out) => out.type(value),
  read: (raw, from) =>
    from.types[count.read(raw, from)] ?? misfit('the number of a type that stands before', '前面某个类型的编号'),
};

const family = oneOf('days', 'months', 'minutes');

/** A type in the table; the parts of lists and records stand before it. */
export const typeRow: Shape<Type> = either<Type, 'is'>('is', {
  number: {},
  percent: {},
  money: { currency: word },
  quantity: { unit: word },
  duration: { family },
  date: {},
  time: {},
  'date-time': {},
  text: {},
  boolean: {},
  enumeration: { name: word },
  post: { scope: word },
  list: { of: type },
  record: { fields: names(type) },
  unknown: {},
});

/** Values lie in one another, a fixed part of the way that reading goes. */
const inner: Shape<Value> = {
  write: (given, out) => value.write(given, out),
  read: (raw, from) => value.read(raw, from),
};

export const value: Shape<Value> = either<Value, 'is'>('is', {
  number: { digits },
  percent: { digits },
  money: { digits, currency: word },
  quantity: { digits, unit: word },
  duration: { digits, family },
  'no-duration': {},
  date: { iso: day },
  time: { iso: time },
  'date-time': { iso: dateTime },
  text: { text: word },
  boolean: { truth: flag },
  member: { enumeration: word, name: word },
  post: { scope: word, name: word },
  list: { items: list(inner) },
  record: { fields: names(inner) },
  invalid: { code: word, message: texts, place: { optional: texts }, fact: { optional: word } },
});

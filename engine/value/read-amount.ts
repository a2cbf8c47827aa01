import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { shiftDigits, timesWhole } from './digits.ts';
import { durationWords } from './duration-words.ts';
import {
  needsUnit,
  thousandSeparators,
  tooLong,
  withExponent,
  wrongType,
  wrongUnit,
  type Invalid,
  type ReadWords,
} from './invalid.ts';
import { splitMultiple } from './multiples.ts';

/** Digits in their usual form with a sign, the unit that stands before or behind them, and whether a multiple such as 万 stood between. */
interface Amount {
  readonly digits: string;
  readonly unit: string;
  readonly multiplied: boolean;
}

const mostDigits = 60;
const mostCharacters = 1_000;

/** Number, percentage, money, quantity or duration from text in its plain form, trimmed. */
export function readAmount(text: string, type: Type, words: ReadWords): Value {
  if (type.is === 'duration' && (text === 'none' || text === '无')) return { is: 'no-duration' };
  // No amount is nearly as long, and the longest text that a caller can send need not be looked at further.
  if (text.length > mostCharacters) return /^-?\d{61}/.test(text) ? tooLong(text) : wrongType(text, type, words);
  const amount = splitAmount(text);
  if (amount === undefined) return separated(text) ? thousandSeparators(text) : wrongType(text, type, words);
  const exponent = exponentIn(text, amount);
  if (exponent !== undefined) return exponent;
  const { digits } = amount;
  if (digits.length > mostDigits && digits.replace(/\D/g, '').length > mostDigits) return tooLong(text);
  switch (type.is) {
    case 'number':
      if (amount.unit !== '') return wrongType(text, type, words);
      return { is: 'number', digits };
    case 'percent':
      return readPercent(text, amount, type, words);
    case 'money':
      return readMoney(text, amount, type, words);
    case 'quantity':
      return readQuantity(text, amount, type, words);
    case 'duration':
      return readDuration(text, amount, type, words);
    default:
      throw new Error(`${type.is} is no amount`);
  }
}

/** `-¥500`, `40 cans`, `5万元`, `85%`; undefined when there is no plain number in it. */
function splitAmount(text: string): Amount | undefined {
  const plain = /^(-?\d+(?:\.\d+)?) ?([A-Z%]*)$/i.exec(text);
  if (plain !== null) return { digits: shiftDigits(plain[1] ?? '', 0), unit: plain[2] ?? '', multiplied: false };
  const match = /^(-?)(¥?)(-?)(\d+(?:\.\d+)?)\s*([\p{L}%¥].*)?$/u.exec(text.replace('\u2212', '-'));
  if (match === null) return undefined;
  const [, sign = '', before = '', innerSign = '', digits = '', behind = ''] = match;
  if (sign !== '' && innerSign !== '') return undefined;
  if (before === '' && innerSign !== '') return undefined;
  const { unit, places } = splitMultiple(behind);
  return {
    digits: shiftDigits(`${sign}${innerSign}${digits}`, places),
    unit: (before + unit).normalize('NFKC'),
    multiplied: places > 0,
  };
}

/** `1e5`, `8.8E+04 CNY`: refused rather than computed, since what stands before the E may be rounded. */
function exponentIn(text: string, { digits, unit }: Amount): Invalid | undefined {
  const [found, sign = '', places = '', behind = ''] = /^[eE]([+-]?)(\d{1,2})(?!\d)\s*(.*)$/.exec(unit) ?? [];
  if (found === undefined) return undefined;
  const plain = shiftDigits(digits, sign === '-' ? -Number(places) : Number(places));
  return withExponent(text, behind === '' || behind === '%' ? plain + behind : `${plain} ${behind}`);
}

function separated(text: string): boolean {
  return /^-?¥?\d{1,3}(,\d{3})+(\.\d+)?(?!\d)/u.test(text);
}

function readPercent(text: string, { digits, unit, multiplied }: Amount, type: Type, words: ReadWords): Value {
  if (multiplied) return wrongType(text, type, words);
  if (unit === '%') return { is: 'percent', digits: shiftDigits(digits, -2) };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  return needsUnit(text, [`${digits}%`, `${shiftDigits(digits, 2)}%`]);
}

function readMoney(
  text: string,
  { digits, unit, multiplied }: Amount,
  type: Extract<Type, { is: 'money' }>,
  words: ReadWords,
): Value {
  const { currency } = type;
  const own = currency === words.currency;
  if (unit === currency || (own && (unit === '¥' || unit === '元' || unit === '¥元'))) {
    return { is: 'money', digits, currency };
  }
  if (unit !== '') return wrongUnit(text, unit, type, words);
  return needsUnit(text, [`${digits} ${currency}`, ...(own && !multiplied ? [`${digits}万元`] : [])]);
}

function readQuantity(
  text: string,
  { digits, unit }: Amount,
  type: Extract<Type, { is: 'quantity' }>,
  words: ReadWords,
): Value {
  const forms = words.units[type.unit];
  const known = [type.unit, ...(forms?.en ?? []), ...(forms?.zh ?? [])];
  if (known.includes(unit)) return { is: 'quantity', digits, unit: type.unit };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  const readings = [
    `${digits} ${forms?.en.at(-1) ?? type.unit}`,
    ...(forms?.zh ?? []).map((form) => `${digits}${form}`),
  ];
  return needsUnit(text, readings);
}

function readDuration(
  text: string,
  { digits, unit }: Amount,
  type: Extract<Type, { is: 'duration' }>,
  words: ReadWords,
): Value | Invalid {
  const { family } = type;
  const word = durationWords.get(unit);
  if (word?.family === family) return { is: 'duration', digits: timesWhole(digits, word.factor), family };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  const plurals = [...durationWords.values()].flatMap((each) => (each.family === family ? [each.many] : []));
  return needsUnit(
    text,
    [...new Set(plurals)].map((many) => `${digits} ${many}`),
  );
}

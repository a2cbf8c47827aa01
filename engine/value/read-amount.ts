import type { DurationFamily, Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { shiftDigits, timesWhole } from './digits.ts';
import {
  needsUnit,
  thousandSeparators,
  tooLong,
  wrongType,
  wrongUnit,
  type Invalid,
  type ReadWords,
} from './invalid.ts';

/** Digits with a sign, and the unit that stands before or behind them. */
interface Amount {
  readonly digits: string;
  readonly unit: string;
}

const mostDigits = 60;

/** Number, percentage, money, quantity or duration from text that is NFKC-normalised and trimmed. */
export function readAmount(text: string, type: Type, words: ReadWords): Value {
  if (type.is === 'duration' && (text === 'none' || text === '无')) return { is: 'no-duration' };
  const amount = splitAmount(text);
  if (amount === undefined) return separated(text) ? thousandSeparators(text) : wrongType(text, type, words);
  if (amount.digits.replace(/\D/g, '').length > mostDigits) return tooLong(text);
  switch (type.is) {
    case 'number':
      if (amount.unit !== '') return wrongType(text, type, words);
      return { is: 'number', digits: shiftDigits(amount.digits, 0) };
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
  const match = /^(-?)(¥?)(-?)(\d+(?:\.\d+)?)\s*([\p{L}%¥].*)?$/u.exec(text.replace('\u2212', '-'));
  if (match === null) return undefined;
  const [, sign = '', before = '', innerSign = '', digits = '', behind = ''] = match;
  if (sign !== '' && innerSign !== '') return undefined;
  if (before === '' && innerSign !== '') return undefined;
  return { digits: `${sign}${innerSign}${digits}`, unit: before + behind };
}

function separated(text: string): boolean {
  return /^-?¥?\d{1,3}(,\d{3})+(\.\d+)?(?!\d)/u.test(text);
}

function readPercent(text: string, { digits, unit }: Amount, type: Type, words: ReadWords): Value {
  if (unit === '%') return { is: 'percent', digits: shiftDigits(digits, -2) };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  return needsUnit(text, [`${shiftDigits(digits, 0)}%`, `${shiftDigits(digits, 2)}%`]);
}

function readMoney(
  text: string,
  { digits, unit }: Amount,
  type: Extract<Type, { is: 'money' }>,
  words: ReadWords,
): Value {
  const { currency } = type;
  const own = currency === words.currency;
  if (unit === currency || (own && (unit === '¥' || unit === '元'))) {
    return { is: 'money', digits: shiftDigits(digits, 0), currency };
  }
  if (own && unit === '万元') return { is: 'money', digits: shiftDigits(digits, 4), currency };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  const plain = shiftDigits(digits, 0);
  return needsUnit(text, [`${plain} ${currency}`, ...(own ? [`${plain}万元`] : [])]);
}

function readQuantity(
  text: string,
  { digits, unit }: Amount,
  type: Extract<Type, { is: 'quantity' }>,
  words: ReadWords,
): Value {
  const forms = words.units[type.unit];
  const known = [type.unit, ...(forms?.en ?? []), ...(forms?.zh ?? [])];
  if (known.includes(unit)) return { is: 'quantity', digits: shiftDigits(digits, 0), unit: type.unit };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  const plain = shiftDigits(digits, 0);
  const readings = [`${plain} ${forms?.en.at(-1) ?? type.unit}`, ...(forms?.zh ?? []).map((form) => `${plain}${form}`)];
  return needsUnit(text, readings);
}

/** How many days, months or minutes a word for a length of time stands for. */
const durations: Readonly<Record<DurationFamily, readonly (readonly [factor: bigint, ...words: string[]])[]>> = {
  days: [
    [1n, 'days', 'day', '天', '日'],
    [7n, 'weeks', 'week', '周', '星期', '个星期'],
  ],
  months: [
    [1n, 'months', 'month', '个月', '月'],
    [12n, 'years', 'year', '年'],
  ],
  minutes: [
    [1n, 'minutes', 'minute', '分钟', '分'],
    [60n, 'hours', 'hour', '小时', '个小时'],
  ],
};

function readDuration(
  text: string,
  { digits, unit }: Amount,
  type: Extract<Type, { is: 'duration' }>,
  words: ReadWords,
): Value | Invalid {
  const { family } = type;
  const named = durations[family].find(([, ...forms]) => forms.includes(unit));
  if (named !== undefined) return { is: 'duration', digits: timesWhole(digits, named[0]), family };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  return needsUnit(
    text,
    durations[family].map(([, word = '']) => `${shiftDigits(digits, 0)} ${word}`),
  );
}

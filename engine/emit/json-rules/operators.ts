import type { Texts } from '../../diagnostic/diagnostic.ts';
import { compareText } from '../../value/compare.ts';
import { compareExact, parseExact } from '../../value/exact.ts';
import { noDurationText, type Family } from './crossing.ts';

type Relation = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'in' | 'not-in' | 'one-of' | 'none-of';
type State = 'known' | 'unknown' | 'failed' | 'none';
export type OperatorName = `${Family}.${Relation}` | `state.${State}`;

/**
 * An operator that a host installs. Total and strictly boolean: where one side is undetermined (null) or failed, it is false,
 * and so is its contrary. A side that is not of the operator's form throws, since a wrong answer would be worse.
 */
interface Operator {
  readonly name: OperatorName;
  readonly says: Texts;
  readonly evaluate: (fact: unknown, value: unknown) => boolean;
}

const relations: Readonly<Record<Relation, Texts>> = {
  eq: { en: 'equals the value', zh: '等于该值' },
  ne: { en: 'is known and differs from the value', zh: '已知且不等于该值' },
  lt: { en: 'lies below the value', zh: '小于该值' },
  le: { en: 'is at most the value', zh: '不大于该值' },
  gt: { en: 'lies above the value', zh: '大于该值' },
  ge: { en: 'is at least the value', zh: '不小于该值' },
  in: { en: 'lies in the interval, such as [0.3..0.5)', zh: '在区间内，例如 [0.3..0.5)' },
  'not-in': { en: 'is known and lies outside the interval', zh: '已知且在区间外' },
  'one-of': { en: 'is one of the values, a JSON list as text', zh: '是所列值之一，以文本形式的 JSON 列表给出' },
  'none-of': { en: 'is known and none of the values', zh: '已知且不在所列值之中' },
};

const families: Readonly<Record<Family, { readonly says: Texts; readonly has: readonly Relation[] }>> = {
  dec: {
    says: { en: 'exact decimal text or quotient (1/3)', zh: '精确的十进制文本或商（1/3）' },
    has: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'not-in', 'one-of', 'none-of'],
  },
  dur: {
    says: { en: 'length of time in the fact’s unit, or none', zh: '以该事实的单位计的时长，或 none' },
    has: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'not-in', 'one-of', 'none-of'],
  },
  iso: {
    says: { en: 'ISO day, time or moment', zh: 'ISO 格式的日期、时刻或日期时间' },
    has: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'not-in', 'one-of', 'none-of'],
  },
  text: {
    says: { en: 'text by code points', zh: '按码位比较的文本' },
    has: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'one-of', 'none-of'],
  },
  is: { says: { en: 'truth, member or post', zh: '是非值、枚举成员或岗位' }, has: ['eq', 'ne', 'one-of', 'none-of'] },
};

const states: Readonly<Record<State, Operator>> = {
  known: state('known', { en: 'has a value', zh: '有值' }, (fact) => isKnown(fact)),
  unknown: state('unknown', { en: 'is undetermined (null)', zh: '未定（null）' }, (fact) => fact === null),
  failed: state('failed', { en: 'cannot be used ({ failed: code })', zh: '不可用（{ failed: 代码 }）' }, isFailed),
  none: state('none', { en: 'is the duration none', zh: '时长为 none' }, (fact) => fact === noDurationText),
};

/** All operators, by name. */
export const operators: readonly Operator[] = [
  ...Object.entries(families).flatMap(([family, { says, has }]) =>
    has.map((relation) => operator(family as Family, relation, says)),
  ),
  ...Object.values(states),
];

function state(name: State, says: Texts, evaluate: (fact: unknown) => boolean): Operator {
  return { name: `state.${name}`, says, evaluate: (fact, value) => evaluate(fact) === (value === true) };
}

function operator(family: Family, relation: Relation, of: Texts): Operator {
  const words = relations[relation];
  return {
    name: `${family}.${relation}`,
    says: { en: `${of.en}: ${words.en}`, zh: `${of.zh}：${words.zh}` },
    evaluate: (fact, value) => isKnown(fact) && isKnown(value) && related(family, relation, fact, value),
  };
}

function isFailed(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'failed' in given && typeof given.failed === 'string';
}

function isKnown(given: unknown): given is string | boolean {
  if (given === null || isFailed(given)) return false;
  if (typeof given === 'string' || typeof given === 'boolean') return true;
  throw new TypeError(`${JSON.stringify(given)} is no text and no truth: amounts cross as text, such as "12.5"`);
}

function related(family: Family, relation: Relation, fact: string | boolean, value: string | boolean): boolean {
  const ordered = (holds: (order: number) => boolean): boolean => {
    const order = compare(family, fact, value);
    return order !== undefined && holds(order);
  };
  switch (relation) {
    case 'eq':
      return same(family, fact, value);
    case 'ne':
      return !same(family, fact, value);
    case 'lt':
      return ordered((order) => order < 0);
    case 'le':
      return ordered((order) => order <= 0);
    case 'gt':
      return ordered((order) => order > 0);
    case 'ge':
      return ordered((order) => order >= 0);
    case 'in':
      return inside(family, fact, value) === true;
    case 'not-in':
      return inside(family, fact, value) === false;
    case 'one-of':
      return items(value).some((item) => same(family, fact, item));
    case 'none-of':
      return !items(value).some((item) => same(family, fact, item));
  }
}

function same(family: Family, a: string | boolean, b: string | boolean): boolean {
  if (family === 'dur' && (a === noDurationText || b === noDurationText)) return a === b;
  if (family === 'is') {
    if (typeof a !== typeof b) throw new TypeError(`${JSON.stringify(a)} is never compared with ${JSON.stringify(b)}`);
    return a === b;
  }
  return compare(family, a, b) === 0;
}

/** Nothing where `none` is met, which stands in no order. */
function compare(family: Family, a: string | boolean, b: string | boolean): number | undefined {
  const [left, right] = [textOf(family, a), textOf(family, b)];
  switch (family) {
    case 'dur':
    case 'dec':
      if (left === noDurationText || right === noDurationText) return undefined;
      return compareExact(parseExact(left), parseExact(right));
    case 'iso':
      if (left.length !== right.length) throw new TypeError(`${left} and ${right} are not of one sort`);
      return left < right ? -1 : left > right ? 1 : 0;
    case 'text':
      return compareText(left, right);
    case 'is':
      throw new TypeError('these have no order');
  }
}

const forms: Readonly<Record<Family, RegExp>> = {
  dec: /^-?\d+(\.\d+|\/\d+)?$/,
  dur: /^(-?\d+(\.\d+|\/\d+)?|none)$/,
  iso: /^(\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)$/,
  text: /^/,
  is: /^/,
};

function textOf(family: Family, given: string | boolean): string {
  if (typeof given === 'string' && forms[family].test(given)) return given;
  throw new TypeError(`${JSON.stringify(given)} is no ${families[family].says.en}`);
}

/** `[0.3..0.5)`: a side that is left empty has no end. */
function inside(family: Family, fact: string | boolean, interval: string | boolean): boolean | undefined {
  const [, from, low, high, to] = /^([[(])(.*)\.\.(.*)([\])])$/.exec(String(interval)) ?? [];
  if (low === undefined || high === undefined) throw new TypeError(`${String(interval)} is no interval`);
  const above = low === '' ? 1 : compare(family, fact, low);
  const below = high === '' ? 1 : compare(family, high, fact);
  if (above === undefined || below === undefined) return undefined;
  const reaches = (order: number, closed: boolean): boolean => order > 0 || (order === 0 && closed);
  return reaches(above, from === '[') && reaches(below, to === ']');
}

function items(list: string | boolean): readonly (string | boolean)[] {
  return JSON.parse(String(list)) as readonly (string | boolean)[];
}

import type { Fact, FieldRule } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { isInside } from './compare.ts';
import { invalid, type Invalid, type ReadWords } from './invalid.ts';
import { printRange, printValue } from './print.ts';
import { readItems } from './read-parts.ts';

/** What is checked beside the type. Of a list, `range` and `scale` are about each element, `fields` about its fields. */
export type Rule = Pick<FieldRule, 'range' | 'scale'> & Pick<Fact, 'fields'>;

/** The value, or why it may not be: its parts likewise when it was read from text as a whole. */
export function checked(value: Value, type: Type, rule: Rule, words: ReadWords): Value {
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
  const point = value.digits.indexOf('.');
  const written = point < 0 ? 0 : value.digits.length - point - 1;
  const decimals = Math.max(0, written - (value.is === 'percent' ? 2 : 0));
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
    zh: `${text} 超出范围，应为 ${allowed}。`,
  });
}

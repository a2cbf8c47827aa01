import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { BinaryOperator } from '../../expression/ast.ts';

const sign = (text: string): Texts => ({ en: ` ${text} `, zh: ` ${text} ` });

/** The signs and small words between names, with the blanks around them. */
export const operatorWords: Readonly<Record<BinaryOperator | 'not' | 'negative', Texts>> = {
  or: { en: ' or ', zh: '，或 ' },
  and: { en: ' and ', zh: '，且 ' },
  '=': sign('='),
  '!=': sign('≠'),
  '<': sign('<'),
  '<=': sign('≤'),
  '>': sign('>'),
  '>=': sign('≥'),
  '+': sign('+'),
  '-': sign('−'),
  '*': sign('×'),
  '/': sign('÷'),
  not: { en: 'not ', zh: '并非' },
  negative: { en: '−', zh: '−' },
};

export const smallWords = {
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  none: { en: 'none', zh: '无' },
  any: { en: 'any', zh: '任意' },
  in: { en: ' is ', zh: '为 ' },
  notIn: { en: ' is not ', zh: '不为 ' },
  or: { en: ' or ', zh: '或' },
  and: { en: ' and ', zh: ' 且 ' },
  known: { en: ' is known', zh: '已提供' },
  unknown: { en: ' is not known', zh: '未提供' },
} as const satisfies Record<string, Texts>;

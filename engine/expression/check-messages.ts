import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';

interface Unknown {
  readonly name: string;
  readonly near: readonly string[];
}

/** What can be wrong with an expression's meaning: names, types, units. */
export const checkMessages = defineDiagnostics('expression', {
  'unknown-name': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `Nothing is called “${name}”: no fact, parameter, decision or local name.${didYouMean(near).en}`,
      zh: `没有名为“${name}”的事实、参数、决定或局部名称。${didYouMean(near).zh}`,
    }),
  },
  'unknown-member': {
    severity: 'error',
    message: ({ name, of, near }: Unknown & { of: Texts }) => ({
      en: `“${name}” is not one of ${of.en}.${didYouMean(near).en}`,
      zh: `“${name}”不属于${of.zh}。${didYouMean(near).zh}`,
    }),
  },
  'unknown-field': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `There is no field “${name}” here.${didYouMean(near).en}`,
      zh: `此处没有字段“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'unknown-unit': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `“${name}” is no unit of the vocabulary, no currency and no length of time.${didYouMean(near).en}`,
      zh: `“${name}”不是词汇表中的单位、币种或时长。${didYouMean(near).zh}`,
    }),
  },
  'unknown-function': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `There is no function or keyed parameter “${name}”.${didYouMean(near).en}`,
      zh: `没有名为“${name}”的函数或带键参数。${didYouMean(near).zh}`,
    }),
  },
  'unknown-interpretation': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `This policy has no interpretation “${name}”.${didYouMean(near).en}`,
      zh: `本制度没有解释“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'unknown-gap': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `This policy lists no gap “${name}” under \`gaps\`.${didYouMean(near).en}`,
      zh: `本制度的 gaps 中没有“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'wrong-type': {
    severity: 'error',
    message: ({ found, expected, meant = [] }: { found: Texts; expected: Texts; meant?: readonly string[] }) => ({
      en: `This is ${found.en}, but ${expected.en} is needed here.${meant.length > 0 ? ` Is it ${meant.join(' or ')}?` : ''}`,
      zh: `此处是${found.zh}，而需要的是${expected.zh}。${meant.length > 0 ? `是 ${meant.join(' 还是 ')} 吗？` : ''}`,
    }),
  },
  'unit-clash': {
    severity: 'error',
    message: ({ operator, left, right }: { operator: string; left: Texts; right: Texts }) => ({
      en: `${left.en} ${operator} ${right.en} has no meaning: the units do not go together.`,
      zh: `${left.zh} ${operator} ${right.zh} 没有意义：单位不相容。`,
    }),
  },
  'days-and-months': {
    severity: 'error',
    message: ({ left, right }: { left: Texts; right: Texts }) => ({
      en: `${left.en} and ${right.en} cannot be compared: a month has no fixed number of days. Use one of the two, or dates.`,
      zh: `${left.zh}与${right.zh}不可比较：一个月的天数不固定。请统一单位或改用日期。`,
    }),
  },
  'no-order': {
    severity: 'error',
    message: ({ type }: { type: Texts }) => ({
      en: `Values of ${type.en} have no order: only = and != are possible.`,
      zh: `${type.zh}的值没有大小之分，只能用 = 或 !=。`,
    }),
  },
  'wrong-arguments': {
    severity: 'error',
    message: ({ signature, found }: { signature: string; found: Texts }) => ({
      en: `The arguments (${found.en}) do not fit ${signature}.`,
      zh: `参数（${found.zh}）不符合 ${signature}。`,
    }),
  },
  'may-not-apply': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” may be not applicable. Say what holds then: when-applies(${name}, …).`,
      zh: `“${name}”可能不适用。请写明不适用时的值：when-applies(${name}, …)。`,
    }),
  },
  'needs-argument': {
    severity: 'error',
    message: ({ name, needs }: { name: string; needs: Texts }) => ({
      en: `“${name}” is asked about a ${needs.en}: write “${name} on …”.`,
      zh: `“${name}”须指定${needs.zh}：请写“${name} on …”。`,
    }),
  },
  'takes-no-argument': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” takes no argument, so “on” has no meaning here.`,
      zh: `“${name}”没有参数，此处不能用 on。`,
    }),
  },
  'known-of-fact': {
    severity: 'error',
    message: () => ({
      en: '“is known” asks for facts, not for decisions or results.',
      zh: '“is known”只能询问事实，不能询问决定或计算结果。',
    }),
  },
  clash: {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” already names something else. Local names shadow nothing: choose another.`,
      zh: `“${name}”已另有所指。局部名称不能遮蔽其他名称，请换一个。`,
    }),
  },
  'no-such-day': {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `${text} is no day of the calendar or no time of day.`,
      zh: `${text} 不是有效的日期或时刻。`,
    }),
  },
  'rounding-step': {
    severity: 'error',
    message: () => ({
      en: 'The second argument of round is the step: a written value above zero, such as 0.01 CNY.',
      zh: 'round 的第二个参数是取整单位：大于零的字面值，例如 0.01 CNY。',
    }),
  },
  'rounding-mode': {
    severity: 'error',
    message: () => ({
      en: 'The rounding mode is one of half-up, half-even, up, down.',
      zh: '取整方式为 half-up（四舍五入）、half-even、up、down 之一。',
    }),
  },
  'type-open': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `The type of “${name}” does not follow from its text. Name it with \`type:\`.`,
      zh: `无法从内容推断“${name}”的类型，请用 type: 写明。`,
    }),
  },
});

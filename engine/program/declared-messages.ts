import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';

interface Apart {
  readonly decision: string;
  readonly fact: string;
  readonly of: string;
  readonly other: string;
  readonly apart: string;
}

/** What can be wrong in what the vocabulary and the parameters declare. */
export const declaredMessages = defineDiagnostics('handbook', {
  'parameter-value': {
    severity: 'error',
    message: ({ name, why }: { name: string; why: Texts }) => ({
      en: `“${name}” cannot be set to this: ${why.en}`,
      zh: `不能如此设定“${name}”：${why.zh}`,
    }),
  },
  'parameter-key': {
    severity: 'error',
    message: ({ name, why }: { name: string; why: Texts }) => ({
      en: `This is no key of “${name}”: ${why.en}`,
      zh: `这不是“${name}”的键：${why.zh}`,
    }),
  },
  'key-twice': {
    severity: 'error',
    message: ({ key }: { key: string }) => ({
      en: `The key ${key} stands here twice, written in two ways. Keep one of the two.`,
      zh: `键 ${key} 以两种写法出现了两次，请保留其一。`,
    }),
  },
  'reserved-word': {
    severity: 'error',
    message: ({ form }: { form: string }) => ({
      en: `“${form}” has a meaning of its own in expressions, so nothing could ever be compared with it by that name. Call it something else.`,
      zh: `“${form}”在表达式中另有含义，以此为名将永远无法与之比较。请换一个名称。`,
    }),
  },
  'unit-word': {
    severity: 'error',
    message: ({ form }: { form: string }) => ({
      en: `“${form}” has a meaning of its own behind a number: a length of time, the currency or a multiple such as 万. Give the unit another form.`,
      zh: `“${form}”在数字之后另有含义（时长、币种或“万”一类的倍数）。请为该单位另取写法。`,
    }),
  },
  'id-twice': {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `Two interpretations or gaps have the id “${id}”. A flag could not say which one is meant: rename one.`,
      zh: `有两条解释或缺口的编号同为“${id}”，标记无法说明所指何者：请更名其一。`,
    }),
  },
  'proposed-or-decided': {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `“${id}” must say either \`status: proposed\` or \`decided: { by, date }\`, and not both.`,
      zh: `“${id}”须写 status: proposed 或 decided: { by, date }，二者取一。`,
    }),
  },
  'closed-and-computed': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `Absence of “${name}” cannot both be false (\`closed\`) and follow from other facts (\`or-from\`). Keep one of the two.`,
      zh: `“${name}”未提供时不能既视为否（closed）又由其他事实推算（or-from），请保留其一。`,
    }),
  },
  'empty-range': {
    severity: 'error',
    message: () => ({
      en: 'No value lies in this range. Write the smaller end first, as in `[1 .. 5]`.',
      zh: '此范围不含任何值。请先写较小的一端，例如 [1 .. 5]。',
    }),
  },
  'scale-and-whole': {
    severity: 'error',
    message: ({ scale, whole }: { scale: string; whole: string }) => ({
      en: `\`scale: ${scale}\` and \`whole: ${whole}\` contradict each other. Keep the one that is meant.`,
      zh: `scale: ${scale} 与 whole: ${whole} 相互矛盾，请保留所要的一项。`,
    }),
  },
  'no-decimals': {
    severity: 'error',
    message: ({ type }: { type: string }) => ({
      en: `Only amounts have decimals; this is ${type}. Take \`scale:\` and \`whole:\` out.`,
      zh: `只有数量才有小数；此处为 ${type}。请删去 scale 与 whole。`,
    }),
  },
  'unknown-subject': {
    severity: 'error',
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `No vocabulary declares the subject “${name}”.${didYouMean(near).en}`,
      zh: `词汇表中没有主体“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'subjects-apart': {
    severity: 'error',
    message: ({ decision, fact, of, other, apart }: Apart) => ({
      en: `“${decision}” reads “${fact}” of a ${of} and “${other}” of a ${apart}, and neither lies within the other: nobody knows which ${apart} is meant. Read one of them through a list, such as \`sum of x.sales for x in list\`.`,
      zh: `“${decision}”既读取${of}的“${fact}”，又读取${apart}的“${other}”，两者互不隶属，无从知道是哪一个。请通过列表读取其一，例如 sum of x.sales for x in list。`,
    }),
  },
  'unknown-fact': {
    severity: 'error',
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `\`renamed-to\` names no fact: “${name}”.${didYouMean(near).en}`,
      zh: `renamed-to 所指的事实“${name}”不存在。${didYouMean(near).zh}`,
    }),
  },
  'old-fact': {
    severity: 'warning',
    message: ({ name, to }: { name: string; to: string }) => ({
      en: `The fact “${name}” is kept for older versions only.${to === '' ? ' Read another one.' : ` Write “${to}”.`}`,
      zh: `事实“${name}”仅供旧版本使用。${to === '' ? '请改用其他事实。' : `请改写为“${to}”。`}`,
    }),
  },
});

import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';

const plus = (message: Texts, more: Texts): Texts => ({ en: message.en + more.en, zh: message.zh + more.zh });

const most = 12;
const some = (keys: readonly string[], separator: string): string =>
  [...keys.slice(0, most), ...(keys.length > most ? ['…'] : [])].join(separator);

/** What is wrong with the structure of a file, whatever its kind. */
export const shapeMessages = defineDiagnostics('shape', {
  'unknown-key': {
    severity: 'error',
    message: (args: { key: string; near: readonly string[]; keys: readonly string[] }) =>
      plus(
        { en: `Nothing is called "${args.key}" here.`, zh: `此处没有名为“${args.key}”的键。` },
        args.near.length > 0
          ? didYouMean(args.near)
          : args.keys.length > 0
            ? {
                en: ` Keys that can still stand here: ${some(args.keys, ', ')}.`,
                zh: `还可以写：${some(args.keys, '、')}。`,
              }
            : { en: ' All keys that can stand here are there.', zh: '此处可写的键均已写出。' },
      ),
  },
  'two-forms': {
    severity: 'error',
    message: (args: { key: string; other: string }) => ({
      en: `"${args.key}" cannot stand beside "${args.other}": write one of them.`,
      zh: `“${args.key}”不能与“${args.other}”并列，只能写其一。`,
    }),
  },
  'missing-key': {
    severity: 'error',
    message: (args: { key: string; doc: Texts }) => ({
      en: `The key "${args.key}" is missing: ${args.doc.en}`,
      zh: `缺少键“${args.key}”：${args.doc.zh}`,
    }),
  },
  'missing-language': {
    severity: 'error',
    message: (args: { language: string }) =>
      args.language === 'zh'
        ? {
            en: 'The Chinese text ("zh") is missing: every text stands in English and in Chinese.',
            zh: '缺少中文（“zh”）：每段文本都要有英文和中文。',
          }
        : {
            en: 'The English text ("en") is missing: every text stands in English and in Chinese.',
            zh: '缺少英文（“en”）：每段文本都要有英文和中文。',
          },
  },
  'to-do': {
    severity: 'warning',
    message: () => ({
      en: '"TODO" only holds the place of a text: write the text.',
      zh: '“TODO”只是占位：请写上文本。',
    }),
  },
  empty: {
    severity: 'error',
    message: (args: { expected: Texts }) => ({
      en: `Nothing is written here; expected ${args.expected.en}.`,
      zh: `此处没有内容，应为${args.expected.zh}。`,
    }),
  },
  'wrong-form': {
    severity: 'error',
    message: (args: { found: Texts; expected: Texts }) => ({
      en: `This is ${args.found.en}; expected ${args.expected.en}.`,
      zh: `此处是${args.found.zh}，应为${args.expected.zh}。`,
    }),
  },
  'no-form': {
    severity: 'error',
    message: (args: { keys: readonly string[]; expected: Texts; near: readonly string[] }) =>
      plus(
        {
          en: `This map does not say what it is: it has none of the keys ${args.keys.join(', ')}.`,
          zh: `此处的键不足以说明其形式：${args.keys.join('、')}均未写。`,
        },
        args.near.length > 0
          ? didYouMean(args.near)
          : { en: ` Expected ${args.expected.en}.`, zh: `应为${args.expected.zh}。` },
      ),
  },
  'not-one-of': {
    severity: 'error',
    message: (args: { word: string; words: readonly string[]; near: readonly string[] }) =>
      plus(
        {
          en: `"${args.word}" is not one of ${args.words.join(', ')}.`,
          zh: `“${args.word}”不在可选范围内：${args.words.join('、')}。`,
        },
        didYouMean(args.near),
      ),
  },
  pattern: {
    severity: 'error',
    message: (args: { text: string; says: Texts }) => ({
      en: `"${args.text}" will not do; expected ${args.says.en}.`,
      zh: `“${args.text}”不符合要求，应为${args.says.zh}。`,
    }),
  },
  'unquoted-text': {
    severity: 'error',
    message: (args: { text: string; expected: Texts }) => ({
      en: `YAML reads ${args.text} as a number or a truth value; expected ${args.expected.en}. Quote it if it is meant as text: "${args.text}".`,
      zh: `YAML把${args.text}读作数或真假值，应为${args.expected.zh}。若是文本，请加引号："${args.text}"。`,
    }),
  },
  'no-such-day': {
    severity: 'error',
    message: (args: { day: string }) => ({
      en: `There is no day ${args.day} in the calendar.`,
      zh: `日历中没有${args.day}这一天。`,
    }),
  },
  'too-small': {
    severity: 'error',
    message: (args: { number: string; minimum: number }) => ({
      en: `${args.number} is too small; expected a whole number from ${args.minimum} on.`,
      zh: `${args.number}过小，应为不小于${args.minimum}的整数。`,
    }),
  },
  'too-few': {
    severity: 'error',
    message: (args: { count: number; minimum: number; doc: Texts }) => ({
      en: `${args.count === 0 ? 'Nothing stands here' : `Only ${args.count} stand here`}; expected at least ${args.minimum}: ${args.doc.en}`,
      zh: `此处只有${args.count}项，至少应有${args.minimum}项：${args.doc.zh}`,
    }),
  },
});

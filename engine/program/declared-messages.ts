import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';

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
});

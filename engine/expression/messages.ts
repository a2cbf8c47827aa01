import { defineDiagnostics } from '../diagnostic/define.ts';

interface Rewritten {
  readonly found: string;
  readonly plain: string;
}

/** What can be wrong with the letters, signs and words of an expression, before anything is known of its structure. */
export const wordMessages = defineDiagnostics('expression', {
  'too-long': {
    severity: 'error',
    message: ({ found, most, of }: { found: number; most: number; of: 'characters' | 'words' }) => ({
      en: `This expression has ${found} ${of}; at most ${most} are read. Give parts of it names of their own.`,
      zh: `此表达式有 ${found} 个${of === 'words' ? '词' : '字符'}，最多可读 ${most} 个。请把其中的部分另行命名。`,
    }),
  },
  'too-deep': {
    severity: 'error',
    message: ({ most }: { most: number }) => ({
      en: `Here the expression is nested deeper than ${most} levels. Give inner parts names of their own.`,
      zh: `此处嵌套超过 ${most} 层。请把内层部分另行命名。`,
    }),
  },
  empty: {
    severity: 'error',
    message: ({ isCell }: { isCell: boolean }) => ({
      en: `Nothing is written here, but a value is needed.${isCell ? ' A cell that accepts everything says “any”.' : ''}`,
      zh: `此处为空，而需要一个值。${isCell ? '不限条件的单元格请写 any。' : ''}`,
    }),
  },
  'full-width': {
    severity: 'info',
    message: ({ found, plain }: Rewritten) => ({
      en: `Full-width characters (${found}) are read as ${plain}; policies are written in the plain form.`,
      zh: `全角字符（${found}）按 ${plain} 理解；制度文件请用半角书写。`,
    }),
  },
  'other-spelling': {
    severity: 'error',
    message: ({ found, plain }: Rewritten) => ({
      en: `“${found}” belongs to other languages. Here one writes “${plain}”.`,
      zh: `“${found}”是其他语言的写法，此处请写“${plain}”。`,
    }),
  },
  'near-word': {
    severity: 'error',
    message: ({ found, meant }: { found: string; meant: string }) => ({
      en: `“${found}” is no word of the language. Did you mean “${meant}”?`,
      zh: `“${found}”不是本语言的词。是否想写“${meant}”？`,
    }),
  },
  'unknown-character': {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `${shown(found)} means nothing in an expression. Texts stand in double quotes: "…".`,
      zh: `${shown(found)} 在表达式中没有意义。文本须放在双引号内："…"。`,
    }),
  },
  'stray-dot': {
    severity: 'error',
    message: () => ({
      en: 'This dot has nothing to join: names and numbers have dots only between two parts, and intervals have two (..).',
      zh: '此处的点没有连接任何内容：名称和数字的点须在两部分之间，区间须写两个点（..）。',
    }),
  },
  'unclosed-text': {
    severity: 'error',
    message: () => ({
      en: 'This text begins with a quote but has no quote at its end.',
      zh: '此文本缺少结尾的引号。',
    }),
  },
  'text-quotes': {
    severity: 'error',
    message: () => ({ en: 'Texts stand in double quotes: "…".', zh: '文本须放在双引号内："…"。' }),
  },
  'text-escape': {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `“${found}” is no escape: only \\" (a quote) and \\\\ (a backslash) are. For a backslash write two.`,
      zh: `“${found}”不是转义：只有 \\"（引号）和 \\\\（反斜杠）。反斜杠请写两个。`,
    }),
  },
  'number-form': {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `“${found}” is no number in the form 1234.56: digits, and digits on both sides of the one dot if there is one.`,
      zh: `“${found}”不是 1234.56 这样的数字：小数点至多一个，且两侧都要有数字。`,
    }),
  },
  'number-too-long': {
    severity: 'error',
    message: ({ found, most }: { found: number; most: number }) => ({
      en: `This number has ${found} digits; at most ${most} are read.`,
      zh: `此数字有 ${found} 位，最多可读 ${most} 位。`,
    }),
  },
  'thousand-separator': {
    severity: 'error',
    message: ({ found, plain, apart }: Rewritten & { apart: string }) => ({
      en: `“${found}” could be one number or several. Write ${plain} for one, ${apart} for several.`,
      zh: `“${found}”可能是一个数，也可能是几个数。一个数请写 ${plain}，几个数请写 ${apart}。`,
    }),
  },
  'date-form': {
    severity: 'error',
    message: ({ found, plain }: Rewritten) => ({
      en: `“${found}” looks like a date or a time. Write ${plain}; a calculation needs blanks around its signs.`,
      zh: `“${found}”像是日期或时刻，请写 ${plain}；如为计算，运算符两侧须加空格。`,
    }),
  },
  'minus-needs-blanks': {
    severity: 'error',
    message: () => ({
      en: 'A minus has a blank on each side, because “-” may be part of a name: write a - b. An interval is written [a .. b].',
      zh: '减号两侧须有空格，因为“-”可以是名称的一部分：请写 a - b。区间写作 [a .. b]。',
    }),
  },
  'unclosed-bracket': {
    severity: 'error',
    message: ({ bracket, close }: { bracket: string; close: string }) => ({
      en: `“${bracket}” is opened here and never closed; “${close}” is missing.`,
      zh: `此处的“${bracket}”没有闭合，缺少“${close}”。`,
    }),
  },
  'unopened-bracket': {
    severity: 'error',
    message: ({ bracket }: { bracket: string }) => ({
      en: `“${bracket}” closes nothing that was opened before.`,
      zh: `“${bracket}”之前没有与之对应的开括号。`,
    }),
  },
  'bracket-kind': {
    severity: 'error',
    message: ({ found, plain, open }: Rewritten & { open: string }) => ({
      en: `What “${open}” opens is closed by “${plain}”, not by “${found}”. Only intervals, with two dots (..), mix brackets.`,
      zh: `“${open}”须由“${plain}”闭合，而不是“${found}”。只有带 .. 的区间可以混用括号。`,
    }),
  },
});

/** Characters that cannot be seen are named by their code. */
function shown(found: string): string {
  const code = found.codePointAt(0) ?? 0;
  return /^[\p{C}\p{Z}]/u.test(found) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : `“${found}”`;
}

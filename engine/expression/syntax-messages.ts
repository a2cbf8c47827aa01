import { defineDiagnostics } from '../diagnostic/define.ts';

/** What can be wrong with how the words of an expression are put together. */
export const syntaxMessages = defineDiagnostics('expression', {
  'missing-value': {
    severity: 'error',
    message: ({ after, found }: { after: string; found: string }) => ({
      en: `A value is missing${after === '' ? '' : ` after “${after}”`}${found === '' ? '' : ` before “${found}”`}.`,
      zh: `${after === '' ? '' : `“${after}”之后`}${found === '' ? '' : `“${found}”之前`}缺少一个值。`,
    }),
  },
  'missing-operator': {
    severity: 'error',
    message: ({ left, right }: { left: string; right: string }) => ({
      en: `Between “${left}” and “${right}” a sign or word is missing, such as +, =, and. A name of several words is joined by “-”.`,
      zh: `“${left}”与“${right}”之间缺少运算符或连接词，例如 +、=、and。由几个词组成的名称用“-”连接。`,
    }),
  },
  'missing-word': {
    severity: 'error',
    message: ({ word, form }: { word: string; form: string }) => ({
      en: `“${word}” is missing. The whole form, with blanks between its words, is: ${form}`,
      zh: `缺少“${word}”。完整写法（各词以空格隔开）：${form}`,
    }),
  },
  'glued-word': {
    severity: 'error',
    message: ({ found, word, plain }: { found: string; word: string; plain: string }) => ({
      en: `“${found}” is read as one name. Put a blank behind “${word}”: ${plain}`,
      zh: `“${found}”被读作一个名称。请在“${word}”后加空格：${plain}`,
    }),
  },
  unexpected: {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `“${found}” has no place here: the expression before it is complete.`,
      zh: `此处不能写“${found}”：前面的表达式已经完整。`,
    }),
  },
  'percent-place': {
    severity: 'error',
    message: () => ({
      en: '“%” stands right behind a number, as in 30%. There is no remainder of a division.',
      zh: '“%”须紧跟在数字之后，例如 30%；本语言没有求余运算。',
    }),
  },
  'unit-first': {
    severity: 'error',
    message: ({ plain }: { plain: string }) => ({
      en: `The unit stands behind the number: ${plain}.`,
      zh: `单位写在数字之后：${plain}。`,
    }),
  },
  'unit-form': {
    severity: 'error',
    message: ({ number, unit }: { number: string; unit: string }) => ({
      en: `“${unit}” is a name, not a unit. To multiply, write ${number} * ${unit}.`,
      zh: `“${unit}”是名称而不是单位。如为相乘，请写 ${number} * ${unit}。`,
    }),
  },
  'currency-twice': {
    severity: 'error',
    message: ({ sign, unit }: { sign: string; unit: string }) => ({
      en: `This amount has two units, “${sign}” and “${unit}”. Write one of them.`,
      zh: `此金额有“${sign}”和“${unit}”两个单位，请只写一个。`,
    }),
  },
  'chained-comparison': {
    severity: 'error',
    message: ({ plain }: { plain: string }) => ({
      en: `Comparisons cannot be chained.${plain === '' ? ' Join two with “and”.' : ` Write ${plain}.`} Between two bounds: x in [a .. b].`,
      zh: `比较不能连写。${plain === '' ? '请用 and 连接两个比较。' : `请写 ${plain}。`}介于两端之间：x in [a .. b]。`,
    }),
  },
  'needs-brackets': {
    severity: 'error',
    message: ({ form }: { form: string }) => ({
      en: `“${form}” takes everything to its right, so inside a longer expression it stands in brackets.`,
      zh: `“${form}”会包含其右侧的全部内容，因此在较长的表达式中须加括号。`,
    }),
  },
  'on-needs-name': {
    severity: 'error',
    message: () => ({
      en: 'Before “on” stands the name of one decision. In a calculation, put both in brackets: 2 * (quota on d).',
      zh: '“on”之前须为一个决定的名称。参与计算时请加括号：2 * (quota on d)。',
    }),
  },
  'interval-place': {
    severity: 'error',
    message: () => ({
      en: 'An interval is no value: it stands in a cell of a table or after “in”, as in x in [a .. b].',
      zh: '区间不是值：只能写在表格单元格中或 in 之后，例如 x in [a .. b]。',
    }),
  },
  'set-place': {
    severity: 'error',
    message: () => ({
      en: 'A set in braces stands in a cell of a table or after “in”. A list of values has square brackets: [a, b].',
      zh: '花括号集合只能写在表格单元格中或 in 之后。值的列表用方括号：[a, b]。',
    }),
  },
  'use-in': {
    severity: 'error',
    message: ({ found, plain }: { found: string; plain: string }) => ({
      en: `Whether a value lies in an interval or a set is asked by “${plain}”, not by “${found}”.`,
      zh: `判断值是否属于区间或集合用“${plain}”，不用“${found}”。`,
    }),
  },
  'interval-brackets': {
    severity: 'error',
    message: ({ low, high }: { low: string; high: string }) => ({
      en: `The brackets of this interval are missing. They say whether an end belongs to it: [${low} .. ${high}] with both, [${low} .. ${high}) without the last.`,
      zh: `区间缺少括号。括号表明是否包含端点：[${low} .. ${high}] 含两端，[${low} .. ${high}) 不含末端。`,
    }),
  },
  'interval-ends': {
    severity: 'error',
    message: () => ({
      en: 'This interval has no end on either side. What accepts everything is written “any”.',
      zh: '此区间两端都没有界限。不限条件请写 any。',
    }),
  },
  'set-braces': {
    severity: 'error',
    message: ({ plain }: { plain: string }) => ({
      en: `Several values that are accepted alike stand in braces: ${plain}.`,
      zh: `同样接受的几个值须放在花括号内：${plain}。`,
    }),
  },
  'needless-equals': {
    severity: 'error',
    message: ({ plain }: { plain: string }) => ({
      en: `A cell that accepts one value says only the value: ${plain}.`,
      zh: `只接受一个值的单元格直接写该值：${plain}。`,
    }),
  },
  'needless-in': {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `A cell says only what it accepts, without “${found}”: {A, B}, or != A for everything but one value.`,
      zh: `单元格只写接受的值，不写“${found}”：{A, B}；除某值外都接受写 != A。`,
    }),
  },
  'two-bounds': {
    severity: 'error',
    message: ({ plain }: { plain: string }) => ({
      en: `A cell with two bounds is written as an interval${plain === '' ? ' [a .. b]' : `: ${plain}`}.`,
      zh: `有上下界的单元格写作区间${plain === '' ? ' [a .. b]' : `：${plain}`}。`,
    }),
  },
  'variable-name': {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `“${found}” cannot name the elements of a list: a name without dots is needed, as in “for o in orders”.`,
      zh: `“${found}”不能用作列表元素的名称：须为不带点的名称，例如“for o in orders”。`,
    }),
  },
  'duplicate-field': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `The field “${name}” already has a value in this record.`,
      zh: `此记录中字段“${name}”已有值。`,
    }),
  },
});

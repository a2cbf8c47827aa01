import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Missed } from '../shares.ts';

export const scorecardMessages = defineDiagnostics('scorecard', {
  weights: {
    severity: 'error',
    blocks: false,
    message: ({ sum, off, isMore }: Missed) => ({
      en: `The weights make ${sum}, which is ${off} ${isMore ? 'more' : 'less'} than 100%. Change a weight so that they make exactly 100%.`,
      zh: `权重合计为 ${sum}，比100%${isMore ? '多' : '少'} ${off}。请调整权重，使其合计恰为100%。`,
    }),
  },
  weight: {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `“${found}” is no weight: a weight is written as a percent from 0% to 100%, such as 20%, or is a parameter.`,
      zh: `“${found}”不是权重：权重应写为0%至100%之间的百分比，例如 20%，或为参数。`,
    }),
  },
  'no-points': {
    severity: 'error',
    message: () => ({
      en: 'The card does not say which points a criterion can have. Add `points: { range: "[0 .. 100]" }`.',
      zh: '未写明各项得分的取值。请补充 points: { range: "[0 .. 100]" }。',
    }),
  },
  points: {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `Points are numbers between two written ends such as "[0 .. 100]", not “${found}”.`,
      zh: `得分应为两端写明的数值区间，例如 "[0 .. 100]"，而不是“${found}”。`,
    }),
  },
  'no-criteria': {
    severity: 'error',
    message: ({ key }: { key: string }) => ({
      en: `\`${key}:\` speaks about criteria, but there are none. Add \`criteria:\`, or remove \`${key}:\`.`,
      zh: `${key} 针对考核指标，但没有 criteria。请补充 criteria，或删除 ${key}。`,
    }),
  },
  nothing: {
    severity: 'error',
    message: () => ({
      en: 'The card decides nothing. Add `criteria:` for a score, or `roll-up:` for results out of results.',
      zh: '此评分表没有任何决定。请补充 criteria（得分）或 roll-up（汇总）。',
    }),
  },
  twice: {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” stands here twice. Rename one, or remove it.`,
      zh: `“${name}”出现了两次。请改名或删除其一。`,
    }),
  },
  'reserved-name': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `A criterion cannot be called “${name}”: the card itself uses that name. Choose another.`,
      zh: `指标不能命名为“${name}”：该名称由评分表自身使用。请换一个。`,
    }),
  },
  'no-results': {
    severity: 'error',
    message: ({ field }: { field: string }) => ({
      en: `Results come from a list fact: numbers, or elements with a number in the field “${field}”. Name the field with \`score:\` if it is called otherwise.`,
      zh: `结果应来自列表事实：其元素为数值，或在字段“${field}”中有数值。字段名称不同时请用 score 写明。`,
    }),
  },
});

import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { ScalePlace } from '../scale-coverage.ts';
import type { Missed } from '../shares.ts';

export const gradesMessages = defineDiagnostics('grades', {
  gap: {
    severity: 'error',
    blocks: false,
    message: ({ where, example }: ScalePlace) => ({
      en: `No grade covers ${where.en}${example.en}. Add a band for it, or let a neighbour reach further.`,
      zh: `没有任何等级涵盖${where.zh}${example.zh}。请增加一段，或延伸相邻的一段。`,
    }),
  },
  overlap: {
    severity: 'error',
    blocks: false,
    message: ({ where, example }: ScalePlace) => ({
      en: `Two bands cover ${where.en}${example.en}. Move one of the two edges.`,
      zh: `有两段同时涵盖${where.zh}${example.zh}。请移动其中一个端点。`,
    }),
  },
  unreachable: {
    severity: 'error',
    blocks: false,
    message: ({ tier, by, range }: { tier: string; by: Texts; range: Texts }) => ({
      en: `The band ${tier} can never be reached: ${by.en} is always ${range.en}.`,
      zh: `分数段 ${tier} 永远无法达到：${by.zh}总是 ${range.zh}。`,
    }),
  },
  empty: {
    severity: 'error',
    blocks: false,
    message: ({ tier }: { tier: string }) => ({
      en: `The band ${tier} holds no score: its low end is not below its high end.`,
      zh: `分数段 ${tier} 不含任何分数：下限不小于上限。`,
    }),
  },
  'not-decided': {
    severity: 'info',
    message: ({ why }: { why: Texts }) => ({
      en: `Gaps and overlaps of these bands were not decided: ${why.en}`,
      zh: `未能判定这些分数段是否有缺口或重叠：${why.zh}`,
    }),
  },
  'not-an-interval': {
    severity: 'error',
    message: () => ({
      en: 'A band is an interval or a comparison, such as "[80 .. 90)" or "< 60".',
      zh: '分数段应为区间或比较式，例如 "[80 .. 90)" 或 "< 60"。',
    }),
  },
  'not-grades': {
    severity: 'error',
    message: ({ type }: { type: string }) => ({
      en: `Grades are an enumeration of the vocabulary, not ${type}.`,
      zh: `等级应为词汇表中的枚举，而不是 ${type}。`,
    }),
  },
  'no-band': {
    severity: 'error',
    message: ({ grade }: { grade: string }) => ({
      en: `No band gives the grade ${grade}. Add a band, or \`reserved: { ${grade}: gap }\` if it is announced and never given.`,
      zh: `没有任何分数段给出等级 ${grade}。请增加一段；若只列出而不评定，请写 reserved: { ${grade}: 缺口 }。`,
    }),
  },
  reserved: {
    severity: 'error',
    message: ({ grade }: { grade: string }) => ({
      en: `${grade} is reserved, so nobody can have it: it has neither a band nor a share. Remove it here, or from \`reserved:\`.`,
      zh: `${grade} 为保留等级，不予评定，因此既无分数段也无比例。请删除此处，或从 reserved 中删除。`,
    }),
  },
  share: {
    severity: 'error',
    message: ({ found }: { found: string }) => ({
      en: `“${found}” is no share: a share is written as a percent from 0% to 100%, such as 45%.`,
      zh: `“${found}”不是比例：比例应写为0%至100%之间的百分比，例如 45%。`,
    }),
  },
  shares: {
    severity: 'error',
    message: ({ sum, off, isMore }: Missed) => ({
      en: `The shares make ${sum}, which is ${off} ${isMore ? 'more' : 'less'} than 100%. Change a share so that they make exactly 100%.`,
      zh: `比例合计为 ${sum}，比100%${isMore ? '多' : '少'} ${off}。请调整比例，使其合计恰为100%。`,
    }),
  },
  'no-share': {
    severity: 'error',
    message: ({ grade }: { grade: string }) => ({
      en: `The grade ${grade} has a band but no share. Write \`${grade}: 0%\` if nobody may have it.`,
      zh: `等级 ${grade} 有分数段却没有比例。若不得有人，请写 ${grade}: 0%。`,
    }),
  },
  'no-field': {
    severity: 'error',
    message: ({ field, fields }: { field: string; fields: readonly string[] }) =>
      fields.length === 0
        ? {
            en: `The people are a list whose elements have fields, one of them “${field}”.`,
            zh: `人员应为列表，其元素须有字段“${field}”。`,
          }
        : {
            en: `“${field}” is no field of these people that will do here; they have ${fields.join(', ')}.`,
            zh: `“${field}”不是此处可用的人员字段；现有字段：${fields.join('、')}。`,
          },
  },
});

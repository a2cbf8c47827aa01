import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { ScalePlace } from '../scale-coverage.ts';

export const tiersMessages = defineDiagnostics('tiers', {
  gap: {
    severity: 'error',
    blocks: false,
    message: ({ where, example }: ScalePlace) => ({
      en: `No tier covers ${where.en}${example.en}. Add a tier for it, or let a neighbour reach further.`,
      zh: `没有任何一档涵盖${where.zh}${example.zh}。请增加一档，或延伸相邻的一档。`,
    }),
  },
  overlap: {
    severity: 'error',
    blocks: false,
    message: ({ where, example }: ScalePlace) => ({
      en: `Two tiers cover ${where.en}${example.en}. Move one of the two edges.`,
      zh: `有两档同时涵盖${where.zh}${example.zh}。请移动其中一个端点。`,
    }),
  },
  'counted-twice': {
    severity: 'error',
    message: ({ where, example }: ScalePlace) => ({
      en: `Two tiers cover ${where.en}${example.en}, so that part would count twice. Move one of the two edges.`,
      zh: `有两档同时涵盖${where.zh}${example.zh}，该部分将被重复计算。请移动其中一个端点。`,
    }),
  },
  'counted-nowhere': {
    severity: 'error',
    blocks: false,
    message: ({ where, witness }: ScalePlace) => ({
      en: `No tier counts what lies in ${where.en}, so that whatever reaches past it has no amount, for example ${witness}. Let the tiers meet at one edge.`,
      zh: `没有任何一档计算${where.zh}，因此越过该处的取值没有金额，例如 ${witness}。请让相邻两档在同一端点相接。`,
    }),
  },
  unreachable: {
    severity: 'error',
    blocks: false,
    message: ({ tier, by, range }: { tier: string; by: Texts; range: Texts }) => ({
      en: `The tier ${tier} can never be reached: ${by.en} is always ${range.en}.`,
      zh: `档 ${tier} 永远无法达到：${by.zh}总是 ${range.zh}。`,
    }),
  },
  order: {
    severity: 'warning',
    message: ({ tier, before }: { tier: string; before: string }) => ({
      en: `The tier ${tier} stands behind ${before} but begins lower. Write the tiers from low to high.`,
      zh: `档 ${tier} 写在 ${before} 之后却起点更低，请由低到高排列。`,
    }),
  },
  empty: {
    severity: 'error',
    blocks: false,
    message: ({ tier }: { tier: string }) => ({
      en: `The tier ${tier} holds no value: its low end is not below its high end. Write the lower end first, as in [31% .. 50%].`,
      zh: `档 ${tier} 不含任何值：下限不小于上限。请先写较低的一端，例如 [31% .. 50%]。`,
    }),
  },
  cliff: {
    severity: 'warning',
    message: ({ by, edge, below, above }: { by: Texts; edge: string; below: string; above: string }) => ({
      en: `Just past ${edge} of ${by.en} the value falls from ${below} to ${above}: reaching more pays less.`,
      zh: `${by.zh.trimStart()}越过 ${edge} 后取值由 ${below} 降为 ${above}：完成更多反而得到更少。`,
    }),
  },
  'not-an-interval': {
    severity: 'error',
    message: () => ({
      en: 'A tier is an interval or a comparison, such as "[31% .. 50%]" or ">= 120%".',
      zh: '一档应为区间或比较式，例如 "[31% .. 50%]" 或 ">= 120%"。',
    }),
  },
  unbounded: {
    severity: 'error',
    message: ({ mode }: { mode: string }) => ({
      en: `Under \`mode: ${mode}\` this tier needs an end to measure its part by, such as "[0 CNY .. 5000 CNY)".`,
      zh: `在 mode: ${mode} 下，此档需要端点才能计算其部分，例如 "[0 CNY .. 5000 CNY)"。`,
    }),
  },
  'wrong-value': {
    severity: 'error',
    message: ({ mode, wanted }: { mode: string; wanted: string }) => ({
      en: `Under \`mode: ${mode}\` every tier gives \`${wanted}:\`.`,
      zh: `在 mode: ${mode} 下，每一档都应写 ${wanted}。`,
    }),
  },
  'other-base': {
    severity: 'error',
    message: ({ mode }: { mode: string }) => ({
      en: `Under \`mode: ${mode}\` the base itself is cut into the tiers, so it has the unit of \`by:\`. Leave \`base:\` out, or use \`mode: slab\`.`,
      zh: `在 mode: ${mode} 下，分段的就是基数本身，其单位须与 by 相同。请去掉 base，或改用 mode: slab。`,
    }),
  },
  'no-base': {
    severity: 'error',
    message: () => ({
      en: 'Tiers that give a rate need `base:`, what the rate is taken of.',
      zh: '给出比率的分档需要 base：比率的计算基数。',
    }),
  },
  'not-decided': {
    severity: 'info',
    message: ({ why }: { why: Texts }) => ({
      en: `Gaps and overlaps of these tiers were not decided: ${why.en}`,
      zh: `未能判定这些档是否有缺口或重叠：${why.zh}`,
    }),
  },
});

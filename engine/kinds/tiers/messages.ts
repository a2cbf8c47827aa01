import { defineDiagnostics } from '../../diagnostic/define.ts';

interface Hole {
  /** What the scale is: `sales.completion`. */
  readonly by: string;
  /** The hole, as the language writes it: `(100% .. 120%)`. */
  readonly gap: string;
  readonly witness: string;
}

export const tiersMessages = defineDiagnostics('tiers', {
  gap: {
    severity: 'error',
    blocks: false,
    message: ({ by, gap, witness }: Hole) => ({
      en: `No tier covers ${by} in ${gap}, for example ${witness}. Add a tier for it, or let a neighbour reach further.`,
      zh: `${by} 在 ${gap} 内没有任何一档，例如 ${witness}。请增加一档，或延伸相邻的一档。`,
    }),
  },
  overlap: {
    severity: 'error',
    blocks: false,
    message: ({ by, overlap, witness }: { by: string; overlap: string; witness: string }) => ({
      en: `Two tiers cover ${by} in ${overlap}, for example ${witness}. Move one of the two edges.`,
      zh: `${by} 在 ${overlap} 内有两档重叠，例如 ${witness}。请移动其中一个端点。`,
    }),
  },
  unreachable: {
    severity: 'error',
    blocks: false,
    message: ({ tier, by, range }: { tier: string; by: string; range: string }) => ({
      en: `The tier ${tier} can never be reached: ${by} is always ${range}.`,
      zh: `档 ${tier} 永远无法达到：${by} 总是 ${range}。`,
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
      en: `The tier ${tier} holds no value: its low end is not below its high end.`,
      zh: `档 ${tier} 不含任何值：下限不小于上限。`,
    }),
  },
  cliff: {
    severity: 'warning',
    message: ({ by, edge, below, above }: { by: string; edge: string; below: string; above: string }) => ({
      en: `Just past ${edge} of ${by} the value falls from ${below} to ${above}: reaching more pays less.`,
      zh: `${by} 越过 ${edge} 后取值由 ${below} 降为 ${above}：完成更多反而得到更少。`,
    }),
  },
  'not-an-interval': {
    severity: 'error',
    message: () => ({
      en: 'A tier is an interval or a comparison, such as "[31% .. 50%]" or ">= 120%".',
      zh: '一档应为区间或比较式，例如 "[31% .. 50%]" 或 ">= 120%"。',
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
    message: ({ why }: { why: string }) => ({
      en: `Gaps and overlaps of these tiers were not decided: ${why}`,
      zh: `未能判定这些档是否有缺口或重叠：${why}`,
    }),
  },
});

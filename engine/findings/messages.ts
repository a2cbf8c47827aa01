import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
/** What is proved of whole decisions, over all facts that can be given. */
export const proofMessages = defineDiagnostics('proof', {
  never: {
    severity: 'warning',
    message: ({ part }: { part: Texts }) => ({
      en: `The ${part.en} can never decide: what the policy requires, where it applies, what it reads and what stands before leave nothing for it. Remove it, or mend what keeps it out.`,
      zh: `${part.zh}永远不会生效：制度的前提、适用条件、所引用的决定以及之前各项已无余地。请删除，或修正使其落空之处。`,
    }),
  },
  'needless-otherwise': {
    severity: 'info',
    message: () => ({
      en: 'This is never reached: what stands before holds for everything. The last condition could be left out.',
      zh: '永远不会用到：之前各项已涵盖一切。可以省去最后一个条件。',
    }),
  },
  always: {
    severity: 'warning',
    message: ({ answer }: { answer: boolean }) => ({
      en: `This condition is always ${answer ? 'true' : 'false'} here, whatever the facts are. Leave it out, or write what was meant.`,
      zh: `无论事实如何，此条件在此处总为${answer ? '真' : '假'}。请删去，或改写为本意。`,
    }),
  },
  denominator: {
    severity: 'info',
    message: ({ witness }: { witness: string }) => ({
      en: `The denominator can be zero or less, for example when ${witness}: then nothing is decided. Narrow the fact's range, or say what holds there.`,
      zh: `分母可能为零或负数，例如 ${witness}：此时决定未定。请收窄事实的取值范围，或写明此时如何。`,
    }),
  },
  'outside-range': {
    severity: 'error',
    blocks: false,
    message: ({ value, range, witness }: { value: string; range: string; witness: string }) => ({
      en: `This promises ${range}, but it comes to ${value} when ${witness}. Mend the rule, or promise less.`,
      zh: `此处承诺取值在 ${range} 之内，但 ${witness} 时结果为 ${value}。请修正规则，或放宽承诺。`,
    }),
  },
  'beyond-limit': {
    severity: 'error',
    blocks: false,
    message: ({ side, text, value, limit, witness }: Readonly<Record<LimitWords, string>> & { side: Side }) => ({
      en: `This promises ${side === 'at-least' ? 'at least' : 'at most'} ${text}, but it comes to ${value} and that to ${limit}, for example when ${witness}. Mend one of the two, or leave the promise out.`,
      zh: `此处承诺${side === 'at-least' ? '不低于' : '不高于'} ${text}，但例如 ${witness} 时，此处为 ${value}，而后者为 ${limit}。请修正其中之一，或去掉承诺。`,
    }),
  },
  'not-monotone': {
    severity: 'error',
    blocks: false,
    message: ({ fact, up, from, to, lower, higher }: Promised) => ({
      en: `This promises never to ${up ? 'fall' : 'rise'} when ${fact.en} rises, but it goes from ${lower} to ${higher} when that rises from ${from} to ${to}.`,
      zh: `此处承诺${fact.zh}增大时取值${up ? '不减' : '不增'}，但其由 ${from} 增至 ${to} 时，取值由 ${lower} 变为 ${higher}。`,
    }),
  },
  cliff: {
    severity: 'info',
    message: ({ fact, edge, below, above, witness }: Fallen) => ({
      en: `Past ${edge} of ${fact.en} this falls from ${below} to ${above}, although elsewhere more gives more, for example when ${witness}.`,
      zh: `${fact.zh}越过 ${edge} 后由 ${below} 降为 ${above}，而在别处越多则越高，例如 ${witness}。`,
    }),
  },
  alike: {
    severity: 'info',
    message: ({ parts, joined }: { parts: Texts; joined: string | undefined }) => ({
      en: `The ${parts.en} say the same: ${joined === undefined ? 'one condition with `or` would do' : `one with ${joined} would do`}.`,
      zh: `${parts.zh}内容相同：${joined === undefined ? '可用 or 合为一个条件' : `可合为 ${joined}`}。`,
    }),
  },
  'column-hole': {
    severity: 'info',
    message: ({ column, values }: { column: string; values: string }) => ({
      en: `No row says anything about ${column} ${values}: there nothing is collected. Add a row if something was forgotten.`,
      zh: `没有任何一行涉及 ${column} ${values}：此时不汇总任何内容。若有遗漏，请增加一行。`,
    }),
  },
  'ends-soon': {
    severity: 'info',
    message: ({ policy, to, at }: { policy: string; to: string; at: string }) => ({
      en: `${policy} ends on ${to}, soon after ${at}, and nothing holds behind it. Write the next version, or prolong this one.`,
      zh: `${policy} 将于 ${to} 终止（${at} 之后不久），此后没有任何版本施行。请编写下一版本，或延长本版本。`,
    }),
  },
  'calendar-ends': {
    severity: 'info',
    message: ({ to, at }: { to: string; at: string }) => ({
      en: `The calendar covers the days up to ${to}, soon after ${at}; behind it nothing is known of holidays. Add the next year.`,
      zh: `日历仅涵盖至 ${to}（${at} 之后不久），此后的节假日未知。请补充下一年。`,
    }),
  },
  'not-decided': {
    severity: 'info',
    message: ({ what, why }: { what: Texts; why: Texts }) => ({
      en: `Not decided ${what.en}: ${why.en}`,
      zh: `未能判定${what.zh}：${why.zh}`,
    }),
  },
});

type Side = 'at-least' | 'at-most';
type LimitWords = 'text' | 'value' | 'limit' | 'witness';
/** Facts by title, with the name that the author writes behind it. */
type Promised = Readonly<Record<'from' | 'to' | 'lower' | 'higher', string>> & {
  readonly fact: Texts;
  readonly up: boolean;
};
type Fallen = Readonly<Record<'edge' | 'below' | 'above' | 'witness', string>> & { readonly fact: Texts };

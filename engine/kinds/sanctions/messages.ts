import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

interface Unknown {
  readonly name: string;
  readonly known: readonly string[];
  readonly near: readonly string[];
}

const oneOf = ({ known, near }: Unknown): Texts =>
  near.length > 0 ? didYouMean(near) : { en: ` There are ${known.join(', ')}.`, zh: `现有：${known.join('、')}。` };

export const sanctionsMessages = defineDiagnostics('sanctions', {
  gap: {
    severity: 'error',
    blocks: false,
    message: ({ violation, given, witness }: Combination) => ({
      en: `No line says what ${violation} costs ${given.en}${witness === '' ? '' : `; for example ${witness}`}. Add a line, or \`when-none:\`.`,
      zh: `没有任何一行规定${violation}在${given.zh}时如何处罚${witness === '' ? '' : `；例如 ${witness}`}。请增加一行，或写 when-none。`,
    }),
  },
  several: {
    severity: 'error',
    blocks: false,
    message: ({ violation, given, witness }: Combination) => ({
      en: `Several lines of ${violation} apply ${given.en}${witness === '' ? '' : `; for example ${witness}`}. Write a line for them together, or \`when-several: { take: gravest }\`.`,
      zh: `${violation}在${given.zh}时同时适用多行${witness === '' ? '' : `；例如 ${witness}`}。请为其单列一行，或写 when-several: { take: gravest }。`,
    }),
  },
  milder: {
    severity: 'warning',
    message: ({ violation, worse, better, measure, values, witness }: Milder) => ({
      en: `${violation}: “${worse}” is the worse case, yet costs less than “${better}”: ${measure} ${values[0]} instead of ${values[1]}${witness === '' ? '' : `; for example ${witness}`}. Mend a value, or the order of circumstances or measures.`,
      zh: `${violation}：“${worse}”情节更重，处罚却轻于“${better}”：${measure} 为 ${values[0]} 而非 ${values[1]}${witness === '' ? '' : `；例如 ${witness}`}。请修改取值，或调整情节或措施的次序。`,
    }),
  },
  'never-met': {
    severity: 'warning',
    message: ({ line }: { line: string }) => ({
      en: `The line “${line}” never decides: its circumstances cannot come together, or a graver line always stands in its place.`,
      zh: `“${line}”一行永远不会适用：其情节不可能同时出现，或总有更重的一行取而代之。`,
    }),
  },
  'no-line': {
    severity: 'error',
    blocks: false,
    message: ({ violation }: { violation: string }) => ({
      en: `Nothing says what ${violation} costs. Add it under \`violations:\`, if need be with a line \`any\`.`,
      zh: `未规定${violation}如何处罚。请在 violations 下补充，必要时写 any 一行。`,
    }),
  },
  'unused-circumstance': {
    severity: 'error',
    blocks: false,
    message: ({ name }: { name: string }) => ({
      en: `No line names the circumstance “${name}”, so it changes no sanction. Add a line for it, or remove it.`,
      zh: `没有任何一行写明情节“${name}”，它不影响任何处罚。请增加一行，或删除该情节。`,
    }),
  },
  'empty-line': {
    severity: 'error',
    blocks: false,
    message: ({ line }: { line: string }) => ({
      en: `“${line}” imposes nothing. Name a measure, if only \`warning: false\`.`,
      zh: `“${line}”未规定任何措施。请写明措施，即使是 warning: false。`,
    }),
  },
  'unused-measure': {
    severity: 'warning',
    message: ({ name }: { name: string }) => ({
      en: `No line imposes the measure “${name}”, so it is never more than nothing. Remove it, or name it in a line.`,
      zh: `没有任何一行规定措施“${name}”，因此从不适用。请删除，或在某行写明。`,
    }),
  },
  'unknown-measure': {
    severity: 'error',
    message: (unknown: Unknown) => ({
      en: `“${unknown.name}” is no measure of this policy.${oneOf(unknown).en}`,
      zh: `“${unknown.name}”不是此制度的措施。${oneOf(unknown).zh}`,
    }),
  },
  'unknown-circumstance': {
    severity: 'error',
    message: (unknown: Unknown) => ({
      en: `“${unknown.name}” is no circumstance of this policy.${oneOf(unknown).en} Several are joined by \`and\`; \`any\` asks for none.`,
      zh: `“${unknown.name}”不是此制度的情节。${oneOf(unknown).zh}多个情节以 and 连接；any 表示不论情节。`,
    }),
  },
  'duplicate-line': {
    severity: 'error',
    message: ({ line, first }: { line: string; first: string }) => ({
      en: `“${line}” asks for the same circumstances as “${first}”. Make them one line.`,
      zh: `“${line}”与“${first}”的情节相同，请合并为一行。`,
    }),
  },
  'measure-type': {
    severity: 'error',
    message: ({ type }: { type: string }) => ({
      en: `“${type}” cannot be the type or unit of a measure: one that is not imposed is false or nothing. Use boolean, money, duration, percent, number, or quantity with a unit.`,
      zh: `“${type}”不能作为措施的类型或单位：不予处罚即为否或零。请用 boolean、money、duration、percent、number，或带单位的 quantity。`,
    }),
  },
  'not-violations': {
    severity: 'error',
    message: ({ type }: { type: Texts }) => ({
      en: `Violations are an enumeration of the vocabulary, not ${type.en}.`,
      zh: `违规行为应为词汇表中的枚举，而不是${type.zh}。`,
    }),
  },
  'not-decided': {
    severity: 'info',
    message: ({ what, why }: { what: readonly string[]; why: Texts }) => ({
      en: `Whether every combination of circumstances has its line was not decided for ${what.join(', ')}: ${why.en}`,
      zh: `未能判定以下违规行为的各种情节组合是否都有规定：${what.join('、')}。${why.zh}`,
    }),
  },
});

interface Combination {
  readonly violation: string;
  /** Which circumstances are there: `with serious`, `without any circumstance`. */
  readonly given: Texts;
  readonly witness: string;
}

interface Milder {
  readonly violation: string;
  readonly worse: string;
  readonly better: string;
  readonly measure: string;
  readonly values: readonly [worse: string, better: string];
  readonly witness: string;
}

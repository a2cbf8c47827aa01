import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Decision, Program } from '../ir/program.ts';
import { witnessLine } from '../kinds/witness-line.ts';
import { printPart } from '../proof/print-part.ts';
import { tooMany } from '../symbolic/pieces.ts';
import { printRange, printValue } from '../value/print.ts';
import type { DecisionFindings } from './decision.ts';
import { proofMessages as messages } from './messages.ts';

/** What there is to say about a decision beside its parts: in the author's words, at the author's places. */
export function notesOf(found: DecisionFindings, program: Program): readonly Diagnostic[] {
  const decision = program.decisions[found.name];
  if (decision === undefined) return [];
  const kind = program.policies[decision.policy]?.kind;
  return [
    ...(found.notDecided === undefined
      ? []
      : [messages['not-decided']({ what: whole(found.name), why: found.notDecided.notDecided }, decision.origin)]),
    ...found.divisions.map(({ division: { args, origin }, witness }) => {
      const place = args[1]?.origin ?? origin;
      return witness === undefined
        ? messages['not-decided']({ what: denominator, why: unseen }, place)
        : messages.denominator({ witness: witnessLine(witness) }, place, { witness });
    }),
    ...found.cliffs.map(({ fact, edge, below, above }) => {
      const args = {
        fact: factWords(fact, program),
        edge: printValue(edge, program),
        below: below.value,
        above: above.value,
      };
      return messages.cliff({ ...args, witness: witnessLine(above.facts) }, decision.origin, { witness: above.facts });
    }),
    ...promisesTold(found, decision, program),
    // Other kinds collect what their rules say, and nothing where none does.
    ...(kind === 'table' ? found.columnHoles : []).map(({ table, column, part }) =>
      messages['column-hole']({ column, values: printPart(part, program) }, table.rows.at(-1)?.origin ?? table.origin),
    ),
  ];
}

function promisesTold(
  { range, limits, monotone }: DecisionFindings,
  decision: Decision,
  program: Program,
): readonly Diagnostic[] {
  const { name, origin } = decision;
  const ofRange = (): readonly Diagnostic[] => {
    if (range === undefined || range.is === 'proven') return [];
    if (range.is === 'not-decided')
      return [messages['not-decided']({ what: inRange(name), why: because[range.because] }, origin)];
    const { value, witness } = range;
    const promise = decision.range === undefined ? '' : printRange(decision.range, program);
    return [messages['outside-range']({ value, range: promise, witness: witnessLine(witness) }, origin, { witness })];
  };
  return [
    ...ofRange(),
    ...limits.flatMap(({ limit: { side, of, text }, kept }) => {
      if (kept.is === 'proven') return [];
      if (kept.is === 'not-decided')
        return [messages['not-decided']({ what: limited(name, side, text), why: because[kept.because] }, of.origin)];
      const { value, limit, witness } = kept;
      const args = { side, text, value, limit, witness: witnessLine(witness) };
      return [messages['beyond-limit'](args, of.origin, { witness })];
    }),
    ...monotone.flatMap(({ promise: { fact, direction, origin: place }, kept }) => {
      if (kept.is === 'proven') return [];
      if (kept.is === 'not-decided')
        return [
          messages['not-decided']({ what: rising(name, factWords(fact, program)), why: because[kept.because] }, place),
        ];
      const { lower, higher } = kept;
      const [from = '', to = ''] = [lower.facts[fact], higher.facts[fact]];
      const up = direction === 'up';
      const args = { fact: factWords(fact, program), up, from, to, lower: lower.value, higher: higher.value };
      return [messages['not-monotone'](args, place, { witness: higher.facts })];
    }),
  ];
}

const inRange = (name: string): Texts => ({
  en: `whether ${name} stays in the range that it promises`,
  zh: `${name} 是否总在所承诺的范围内`,
});
const limited = (name: string, side: 'at-least' | 'at-most', text: string): Texts => ({
  en: `whether ${name} is always ${words[side].en} ${text}`,
  zh: `${name} 是否总${words[side].zh} ${text}`,
});
const words: Readonly<Record<'at-least' | 'at-most', Texts>> = {
  'at-least': { en: 'at least', zh: '不低于' },
  'at-most': { en: 'at most', zh: '不高于' },
};
const rising = (name: string, fact: Texts): Texts => ({
  en: `whether ${name} keeps its promise about ${fact.en}`,
  zh: `${name} 是否遵守关于${fact.zh}的承诺`,
});

/** A fact by its title, with the name that the author writes behind it; a name without a title between blanks in Chinese. */
function factWords(name: string, { facts }: Program): Texts {
  const title = facts[name]?.title;
  if (title === undefined || title.zh === name) return { en: name, zh: ` ${name} ` };
  return { en: `“${title.en}” (${name})`, zh: `“${title.zh}”（${name}）` };
}
const whole = (name: string): Texts => ({
  en: `whether parts of ${name} can be left out`,
  zh: `${name} 是否有多余部分`,
});
const denominator: Texts = { en: 'whether the denominator can be zero or less', zh: '分母是否可能为零或负数' };
const because: Readonly<Record<'parts' | 'unseen', Texts>> = {
  parts: tooMany.notDecided,
  unseen: {
    en: 'it depends on a list or a product of facts, or on values that no facts could be shown for.',
    zh: '它取决于列表或事实的乘积，或无法给出具体事实的取值。',
  },
};
const unseen: Texts = {
  en: 'it depends on a list, or on values that no facts could be shown for.',
  zh: '它取决于列表，或无法给出具体事实的取值。',
};

import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Word } from '../shape/schema.ts';
import { remembered } from '../source/remembered.ts';
import type { Span } from '../source/span.ts';
import { handbookMessages } from './messages.ts';
import { isParameters } from './parameters.ts';
import type { ReadPolicy } from './read.ts';
import type { Symbols } from './symbols.ts';

/** Something that a name stands for, and where it is declared. */
interface Named {
  readonly name: string;
  readonly what: Texts;
  readonly span: Span;
  /** Versions of one policy may declare the same; everything else stands alone. */
  readonly by: string;
}

const fact: Texts = { en: 'fact', zh: '事实' };
const alias: Texts = { en: 'alias of a fact', zh: '事实的别名' };
const parameter: Texts = { en: 'parameter', zh: '参数' };
const decision: Texts = { en: 'decision', zh: '决定' };
const policyName: Texts = { en: 'policy', zh: '制度' };

/**
 * Names that stand for two things at once (semantics 4.1). Full names are unique in the whole handbook; a policy's short
 * names shadow nothing; an output may not look like a decision of another policy.
 */
export function checkNames(policies: readonly ReadPolicy[], symbols: Symbols): readonly Diagnostic[] {
  const full = fullNames(policies, symbols);
  const byName = Map.groupBy(full, ({ name }) => name);
  return [...[...byName.values()].flatMap(twice), ...policies.flatMap((policy) => shortNames(policy, byName, symbols))];
}

function fullNames(policies: readonly ReadPolicy[], symbols: Symbols): readonly Named[] {
  const facts = [...symbols.facts.values()].map(({ key }): Named => ({
    name: key.text,
    what: fact,
    span: key.span,
    by: 'facts',
  }));
  const aliases = [...symbols.aliases].flatMap(([name, of]): readonly Named[] => {
    const span = symbols.facts.get(of)?.key.span;
    return span === undefined ? [] : [{ name, what: alias, span, by: 'aliases' }];
  });
  const set = policies.flatMap(({ policy }) =>
    isParameters(policy)
      ? policy.parameters.map(({ key }): Named => ({
          name: key.text,
          what: parameter,
          span: key.span,
          by: 'parameters',
        }))
      : [],
  );
  const decisions = policies.flatMap(decisionsOf);
  const declared = policies.flatMap(({ policy, declaration }) =>
    declaration.facts.map(({ name, origin }): Named => ({ name, what: fact, span: origin, by: policy.policy.text })),
  );
  return [...facts, ...aliases, ...set, ...decisions, ...declared];
}

const decisionsOf = remembered(({ policy, declaration }: ReadPolicy) => {
  const by = policy.policy.text;
  return declaration.outputs.map(({ name }): Named => ({
    name: `${by}.${name.text}`,
    what: decision,
    span: name.span,
    by,
  }));
});

/** One message at each place, so that none of the two counts as the right one. */
function twice(same: readonly Named[]): readonly Diagnostic[] {
  return same.flatMap((one) => {
    const other = same.find(({ by }) => by !== one.by);
    if (other === undefined) return [];
    const related = [{ span: other.span, message: { en: 'The other one.', zh: '另一处。' } }];
    return [handbookMessages.clash({ name: one.name, what: other.what }, one.span, { related })];
  });
}

function shortNames(
  read: ReadPolicy,
  full: ReadonlyMap<string, readonly Named[]>,
  symbols: Symbols,
): readonly Diagnostic[] {
  const { repeated, words, longer } = shortNamesOf(read);
  const by = read.policy.policy.text;
  return [
    ...repeated.map(({ text, span }) => handbookMessages.duplicate({ what: 'output', name: text }, span)),
    ...words.flatMap(({ text, span }) => {
      const found = full.get(text)?.find((one) => one.by !== by);
      return found === undefined ? [] : [handbookMessages.clash({ name: text, what: found.what }, span)];
    }),
    ...longer.flatMap(({ name, span, beginnings }) =>
      beginnings.some((other) => symbols.policies.has(other))
        ? [handbookMessages.clash({ name, what: policyName }, span)]
        : [],
    ),
  ];
}

interface ShortNames {
  readonly repeated: readonly Word[];
  readonly words: readonly Word[];
  /** Outputs whose full names may begin with the name of another policy. */
  readonly longer: readonly { readonly name: string; readonly span: Span; readonly beginnings: readonly string[] }[];
}

const shortNamesOf = remembered(({ policy, declaration }: ReadPolicy): ShortNames => {
  const outputs = declaration.outputs.map(({ name }) => name);
  const each = policy.each?.syntax === 'in' && policy.each.value.syntax === 'name' ? [policy.each.value] : [];
  const taken = declaration.outputs.flatMap(({ takes }) => (takes ?? []).map(({ name }) => name));
  const locals: readonly Word[] = [
    ...(policy.define ?? []).map(({ key }) => key),
    ...each.map(({ name, span }) => ({ text: name, span })),
    ...new Map(taken.map((word) => [word.text, word])).values(),
  ];
  const seen = new Set<string>();
  const words = [...outputs, ...locals];
  const repeated = words.filter(({ text }) => seen.has(text) || !seen.add(text));
  const longer = outputs.map(({ text, span }) => {
    const name = `${policy.policy.text}.${text}`;
    return { name, span, beginnings: beginningsOf(name, policy.policy.text.length) };
  });
  return { repeated, words, longer };
});

/** The name itself and what stands before its dots, where that is longer: `a.b.c` begins with `a.b` and with `a`. */
function beginningsOf(name: string, longerThan: number): readonly string[] {
  const parts = name.split('.');
  return parts.map((_, i) => parts.slice(0, i + 1).join('.')).filter((one) => one === name || one.length > longerThan);
}

import type { Language, Texts } from '../../diagnostic/diagnostic.ts';
import type { Decision, Program } from '../../ir/program.ts';
import { comment } from '../module/comment.ts';
import { gather } from '../module/gather.ts';
import { quoted } from '../module/layout.ts';
import { neededFacts } from './needed.ts';
import { isRounded, typeTexts, type TypeTexts } from './type-text.ts';

/**
 * The types of a handbook's decisions and of the facts that they read, as TypeScript declares them: by name, each with its title
 * and clauses. A fact is optional where the decision can be determined without it.
 */
export function decisionTypes(program: Program, names: readonly string[], language: Language): string {
  const texts = typeTexts(program, language);
  const needed = neededFacts(program);
  const read = new Set<string>();
  const entries = names.toSorted().flatMap((name) => {
    const decision = program.decisions[name];
    if (decision === undefined || decision.hidden) return [];
    const facts = [...gather(program, [name]).facts].toSorted();
    for (const fact of facts) read.add(fact);
    const required = needed(name);
    return [
      decisionEntry(
        decision,
        facts.filter((fact) => required.has(fact)),
        facts.filter((fact) => !required.has(fact)),
        {
          program,
          language,
          texts,
        },
      ),
    ];
  });
  const facts = [...read].toSorted().flatMap((name) => {
    const fact = program.facts[name];
    if (fact === undefined) return [];
    return [`  /** ${comment(fact.title[language])} */\n  readonly ${quoted(name)}: ${texts.given(fact.type)};`];
  });
  const says: Texts = {
    en: 'What callers give. Where a fact must be named, `null` says that it is not known.',
    zh: '由调用方提供的事实。必须写明的事实若未知，请写 `null`。',
  };
  return [
    ...texts.declarations(),
    `/** ${says[language]} */\nexport interface Facts {\n${facts.join('\n')}\n}`,
    shared,
    `export interface Decisions {\n${entries.join('\n')}\n}`,
  ].join('\n\n');
}

const shared = `/** A decision: what its outcome says, the facts that it needs, and those that it may read. */
interface Decision<Value extends string, Needed extends keyof Facts = never, Read extends keyof Facts = never, On extends string = never> {
  readonly value: Value;
  readonly facts: { readonly [Fact in Needed]: Facts[Fact] | null } & { readonly [Fact in Read]?: Facts[Fact] | null };
  readonly on: On;
}`;

interface About {
  readonly program: Program;
  readonly language: Language;
  readonly texts: TypeTexts;
}

function decisionEntry(
  { name, policy, title, cites, type, body, takes }: Decision,
  needed: readonly string[],
  read: readonly string[],
  { program, language, texts }: About,
): string {
  const policyTitle = program.policies[policy]?.title[language];
  const says = [policyTitle, title[language], cites.join(', ')].filter((part) => part !== undefined && part !== '');
  const union = (names: readonly string[]): string => (names.length === 0 ? 'never' : names.map(quoted).join(' | '));
  const value = texts.told(type, body.is !== 'ir' || isRounded(body.ir));
  const [taken] = takes;
  const parts = [value, union(needed), union(read), ...(taken === undefined ? [] : [texts.told(taken.type, true)])];
  while (parts.length > 1 && parts.at(-1) === 'never') parts.pop();
  const line = `  readonly ${quoted(name)}: Decision<${parts.join(', ')}>;`;
  const broken = `  readonly ${quoted(name)}: Decision<\n${parts.map((part) => `    ${part}`).join(',\n')}\n  >;`;
  return `  /** ${comment(says.join(' · '))} */\n${line.length <= 120 ? line : broken}`;
}

/** A \`.d.ts\` of the decisions, to be used with \`typed\` of the package. */
export function typesFile(program: Program, names: readonly string[], language: Language): string {
  const { handbook, revision, at } = program;
  const says: Texts = {
    en: `${handbook}, revision ${String(revision)}, as it is on ${at}. Written by “bylaw types”: do not edit.`,
    zh: `${handbook}，修订号 ${String(revision)}，${at} 的规定。由“bylaw types”生成，请勿改动。`,
  };
  return `// ${comment(says[language])}\n\n${decisionTypes(program, names, language)}\n`;
}

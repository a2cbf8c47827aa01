import type { Texts } from '../diagnostic/diagnostic.ts';
import { policiesIn } from '../evaluate/conventions.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import type { PolicyHead, Program } from '../ir/program.ts';
import type { Facts } from '../value/facts.ts';
import { printValue } from '../value/print.ts';

/** A policy of which another version holds now; one of the two is missing where it came or went. */
export interface RuleChange {
  readonly policy: string;
  readonly was?: PolicyHead;
  readonly is?: PolicyHead;
}

/** A fact that is given otherwise now; missing where it is not given. */
export interface InputChange {
  readonly fact: string;
  readonly title: Texts;
  readonly was?: string;
  readonly is?: string;
}

/** The policies of another version that answers went through; all that changed, where none of those did. */
export function ruleChanges(old: Program, now: Program, explanations: readonly Explanation[]): readonly RuleChange[] {
  const names = new Set([...Object.keys(old.policies), ...Object.keys(now.policies)]);
  const changed = [...names].sort().flatMap((policy): readonly RuleChange[] => {
    const [was, is] = [old.policies[policy], now.policies[policy]];
    if (was?.version === is?.version) return [];
    return [{ policy, ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }];
  });
  const read = new Set(policiesIn(explanations));
  const own = changed.filter(({ policy }) => read.has(policy));
  return own.length > 0 ? own : changed;
}

/** The facts given otherwise that answers read; all that changed, where none of those did. */
export function inputChanges(
  old: Facts,
  now: Facts,
  program: Program,
  explanations: readonly Explanation[],
): readonly InputChange[] {
  const text = ({ values }: Facts, fact: string): string | undefined => {
    const value = Object.hasOwn(values, fact) ? values[fact] : undefined;
    return value === undefined ? undefined : printValue(value, program);
  };
  const names = new Set([...Object.keys(old.values), ...Object.keys(now.values)]);
  const changed = [...names].sort().flatMap((fact): readonly InputChange[] => {
    const [was, is] = [text(old, fact), text(now, fact)];
    if (was === is) return [];
    const title = program.facts[fact]?.title ?? { en: fact, zh: fact };
    return [{ fact, title, ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }];
  });
  const read = new Set(factsIn(explanations));
  const own = changed.filter(({ fact }) => read.has(fact));
  return own.length > 0 ? own : changed;
}

/** Everywhere in an explanation a fact is told by such a step. */
function* factsIn(part: unknown): Generator<string, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  if ('step' in part && part.step === 'fact' && 'name' in part && typeof part.name === 'string') yield part.name;
  for (const value of Object.values(part)) yield* factsIn(value);
}

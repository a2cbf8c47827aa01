import type { Texts } from '../diagnostic/diagnostic.ts';
import { neededFacts } from '../emit/types/needed.ts';
import { own } from '../ir/own.ts';
import type { Decision, Fact, Program } from '../ir/program.ts';
import { printType } from '../ir/type.ts';
import { factsBehind } from './facts-behind.ts';
import type { Rules } from './rules.ts';

/** A decision in a list of what can be asked. Plain JSON. */
export interface Listed {
  readonly name: string;
  readonly title: Texts;
  readonly policy: string;
  readonly version: number;
  /** As outcomes name it: `money(CNY)`. */
  readonly type: string;
}

/** A decision as somebody who wants to ask it must know it. Plain JSON. */
export interface Described extends Listed {
  /** What must be said with `on`, where it is asked about something. */
  readonly on?: { readonly name: string; readonly type: string };
  readonly cites: readonly string[];
  /** All facts that it reads, directly or through others, by name. */
  readonly facts: readonly DescribedFact[];
  /** Why it can have no value that day: no version in force, or an error in the handbook. */
  readonly blocked?: 'no-version' | 'error';
}
interface DescribedFact {
  readonly name: string;
  readonly title: Texts;
  readonly type: string;
  readonly alias: readonly string[];
  /** The decision is never determined without it, whatever the others are. */
  readonly needed: boolean;
}

/** All decisions that can be asked, but for definitions within a policy. */
export function listDecisions({ program }: Rules): readonly Listed[] {
  return Object.values(program.decisions).flatMap((decision) => (decision.hidden ? [] : [listed(decision)]));
}

const listed = ({ name, title, policy, version, type }: Decision): Listed => ({
  name,
  title,
  policy,
  version,
  type: printType(type),
});

/**
 * What a decision is, and which facts it reads that day; undefined for one that does not exist, or that is a definition within a
 * policy.
 *
 *     describeDecision(rules, 'sales.net')?.facts.map(({ name }) => name); // ['sales.ordered', 'sales.returned']
 */
export function describeDecision({ program }: Rules, name: string): Described | undefined {
  const decision = own(program.decisions, name);
  if (decision === undefined || decision.hidden) return undefined;
  const { cites, takes, body } = decision;
  const [taken] = takes;
  const needed = neededFacts(program)(name);
  return {
    ...listed(decision),
    ...(taken === undefined ? {} : { on: { name: taken.name, type: printType(taken.type) } }),
    cites,
    facts: factsOf(name, program).map((fact) => described(fact, needed)),
    ...(body.is === 'ir' ? {} : { blocked: body.is === 'no-version' ? body.is : 'error' }),
  };
}

const described = ({ name, title, type, alias }: Fact, needed: ReadonlySet<string>): DescribedFact => ({
  name,
  title,
  type: printType(type),
  alias,
  needed: needed.has(name),
});

const factsOf = (decision: string, program: Program): readonly Fact[] =>
  [...factsBehind(decision, program)].sort().flatMap((name) => own(program.facts, name) ?? []);

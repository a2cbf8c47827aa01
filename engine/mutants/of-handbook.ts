import { worldOf } from '../cases/covered/plan.ts';
import { stepsOf, type Steps } from '../cases/covered/steps.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { organizationsOf } from '../program/organizations.ts';
import type { ReadWords } from '../value/invalid.ts';
import type { Change } from './change.ts';
import { changesIn } from './changes.ts';
import { negations } from './condition-changes.ts';
import { conditionOf } from '../cases/covered/sites.ts';
import { dayMutants } from './day-mutants.ts';
import type { Mutant } from './mutant.ts';
import { replaced, type Replacements } from './replace.ts';
import { decimalsOf } from '../program/rounding.ts';

/** All mutants of the policies that `isMeant` keeps, in the order of their text. */
export function mutantsOf(handbook: Handbook, isMeant: (policy: string) => boolean = () => true): readonly Mutant[] {
  const world = worldOf(handbook);
  const steps = (ir: Ir): Steps => stepsOf(ir, world);
  const words = wordsOf(handbook);
  return [...handbook.versions].flatMap(([policy, versions]) => {
    if (!isMeant(policy)) return [];
    return versions.flatMap((version) => {
      if (version.blockedBy !== undefined) return [];
      const written = versionMutants(version, words, steps);
      return [...written, ...dayMutants(version)].toSorted((a, b) => a.span.start - b.span.start);
    });
  });
}

function wordsOf({ sources, units, enumerations, currency, money }: Handbook): ReadWords {
  const organizations = organizationsOf(sources.policies);
  return { units, enumerations, currency, organizations, moneyDecimals: decimalsOf(money) };
}

/** What is lowered from one text several times, such as the cells that all outputs of a table share, changes together. */
function versionMutants(version: Version, words: ReadWords, steps: (ir: Ir) => Steps): readonly Mutant[] {
  const { text } = version.read.file;
  const context = { text, words, steps };
  const groups = new Map<
    string,
    {
      readonly first: Change;
      readonly of: Map<object, unknown>;
      readonly in: Set<Decision>;
      readonly through: Set<string>;
    }
  >();
  for (const decision of version.decisions) {
    for (const change of decisionChanges(decision)) {
      const { span, after, sort, of, by, through } = change;
      if (span.file !== version.read.file.name) continue;
      const key = `${String(span.start)} ${String(span.end)} ${sort} ${after}`;
      const group = groups.get(key) ?? { first: change, of: new Map(), in: new Set(), through: new Set() };
      groups.set(key, group);
      group.of.set(of, by);
      group.in.add(decision);
      for (const node of through) group.through.add(passageKey(node));
    }
  }
  return [...groups.values()].map(({ first, of, in: decisions, through }): Mutant => {
    const { sort, span, before, after } = first;
    const { policy, version: number } = version.head;
    const changed = new Map([...decisions].map((decision) => [decision, changedDecision(decision, of)]));
    return { policy, version: number, sort, span, before, after, decisions: changed, through };
  });

  function* decisionChanges({ body, appliesWhen, requires }: Decision): Generator<Change, void, undefined> {
    if (body.is !== 'ir') return;
    const required = requires.flatMap(({ that, byKind }) => (byKind === true ? [] : [that]));
    const answer = conditionOf(body.ir);
    for (const condition of [...appliesWhen, ...required, ...(answer === undefined ? [] : [answer])]) {
      yield* negations(condition, context);
    }
    for (const part of [...required, ...appliesWhen, body.ir]) yield* changesIn(part, context);
  }
}

function changedDecision(decision: Decision, by: Replacements): Decision {
  const { body, requires, appliesWhen } = decision;
  return {
    ...decision,
    requires: requires.map((one) => ({ ...one, that: replaced(one.that, by) })),
    appliesWhen: replaced(appliesWhen, by),
    body: body.is === 'ir' ? { ...body, ir: replaced(body.ir, by) } : body,
  };
}

/** The same for a node wherever its version is linked to, under names of its own as well. */
export function passageKey({ origin, op }: Ir): string {
  return `${origin.file} ${String(origin.start)} ${String(origin.end)} ${op}`;
}

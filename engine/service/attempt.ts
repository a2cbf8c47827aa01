import { contradictionsFor, type Contradicted } from '../evaluate/contradictions.ts';
import { session } from '../evaluate/evaluate.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Decision, Interpretation, PolicyHead, Program } from '../ir/program.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { versionAt } from '../program/timeline.ts';
import { readFacts, type Facts, type RawFact } from '../value/facts.ts';
import { fieldsOf, rawOfTyped, type Field, type Typed } from './fields.ts';
import type { Workspace } from './workspace.ts';

export interface Question {
  /** The file of the policy that is tried. */
  readonly path: string;
  readonly at: string;
  /** As they were typed into a form; empty ones were not given. */
  readonly facts: Readonly<Record<string, Typed>>;
  readonly sourceOnly: boolean;
  /** Only this one is asked; all of the policy without it, or when the policy has no such decision. */
  readonly decision?: string;
}

/** What a policy says to the facts given: one explanation for each of its decisions, in the order of the file. */
export interface Attempt {
  /** What can be asked of the policy, in the order of the file. */
  readonly decisions: readonly { readonly name: string; readonly title: Texts }[];
  readonly fields: readonly Field[];
  /** The facts that were looked at this time: with what is given, the others do not matter. */
  readonly looked: readonly string[];
  readonly explanations: readonly Explanation[];
  /** What the flags of the outcomes name. */
  readonly interpretations: Readonly<Record<string, Interpretation>>;
  /** By decision: what other parts of the handbook say otherwise. */
  readonly contradictions: Readonly<Record<string, readonly Contradicted[]>>;
  /** The version that answers; missing when none is in force on the date. */
  readonly inForce?: PolicyHead;
  /** The version that the file holds. */
  readonly shown: PolicyHead;
}

/** Asks all decisions of the policy that a file holds, in the version in force on the date; undefined when it holds none. */
export function tryPolicy({ handbook }: Workspace, question: Question): Attempt | undefined {
  const { at, sourceOnly } = question;
  const versions = versionsIn(handbook, question.path);
  const shown = versions?.find(({ head }) => head.file === question.path)?.head;
  if (versions === undefined || shown === undefined) return undefined;
  const program = link(handbook, { at });
  const decisions = askable(program, shown.policy);
  const chosen = decisions.filter(({ name }) => name === question.decision);
  const asked = chosen.length > 0 ? chosen : decisions;
  const fields = fieldsOf(asked, program);
  const facts = factsTyped(question.facts, fields, program);
  const looked = new Set<string>();
  const questions = session(program, facts, {
    sourceOnly,
    watch: (ir) => {
      if (ir.op === 'fact') looked.add(ir.name);
      if (ir.op === 'left-to' && ir.proposed !== undefined) looked.add(ir.proposed.name);
    },
  });
  const explanations = asked.map(({ name }) => questions.explain(name).explanation);
  const flags = new Set(explanations.flatMap(({ outcome }) => outcome.flags));
  const inForce = versionAt(versions, at)?.head;
  return {
    decisions: decisions.map(({ name, title }) => ({ name, title })),
    fields,
    looked: fieldsOf(asked, program, facts.values).flatMap(({ name }) => (looked.has(name) ? [name] : [])),
    explanations,
    interpretations: Object.fromEntries(Object.entries(program.interpretations).filter(([id]) => flags.has(id))),
    contradictions: Object.fromEntries(
      explanations.map((one) => [one.outcome.decision, contradictionsFor([one], program)]),
    ),
    ...(inForce === undefined ? {} : { inForce }),
    shown,
  };
}

/** The versions of the policy that a file holds one of. */
export function versionsIn(handbook: Handbook, path: string): readonly Version[] | undefined {
  return [...handbook.versions.values()].find((all) => all.some(({ head }) => head.file === path));
}

/** The decisions of a policy that can be asked without an argument. */
export function askable(program: Program, policy: string): readonly Decision[] {
  return Object.values(program.decisions).filter(
    (one) => one.policy === policy && !one.hidden && one.takes.length === 0,
  );
}

/** What was typed into fields, read as the language reads it. */
export function factsTyped(raw: Question['facts'], fields: readonly Field[], program: Program): Facts {
  const given = fields.flatMap((field): [string, RawFact][] => {
    const value = rawOfTyped(raw[field.name] ?? '', field.input);
    return value === null ? [] : [[field.name, value]];
  });
  return readFacts(program, Object.fromEntries(given));
}

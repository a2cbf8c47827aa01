import { contradictionsFor, type Contradicted } from '../evaluate/contradictions.ts';
import { session } from '../evaluate/evaluate.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import type { Interpretation, PolicyHead } from '../ir/program.ts';
import { link } from '../program/link.ts';
import { versionAt } from '../program/timeline.ts';
import { readFacts } from '../value/facts.ts';
import { fieldsOf, withUnit, type Field } from './fields.ts';
import type { Workspace } from './workspace.ts';

export interface Question {
  /** The file of the policy that is tried. */
  readonly path: string;
  readonly at: string;
  /** As they were typed into a form; empty ones were not given. */
  readonly facts: Readonly<Record<string, string>>;
  readonly sourceOnly: boolean;
}

/** What a policy says to the facts given: one explanation for each of its decisions, in the order of the file. */
export interface Attempt {
  readonly fields: readonly Field[];
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
  const { path, at, facts: raw, sourceOnly } = question;
  const versions = [...handbook.versions.values()].find((all) => all.some(({ head }) => head.file === path));
  const shown = versions?.find(({ head }) => head.file === path)?.head;
  if (versions === undefined || shown === undefined) return undefined;
  const program = link(handbook, { at });
  const asked = Object.values(program.decisions).filter(
    ({ policy, hidden, takes }) => policy === shown.policy && !hidden && takes.length === 0,
  );
  const fields = fieldsOf(asked, program);
  const given = fields.flatMap((field): [string, string][] => {
    const typed = raw[field.name];
    return typed === undefined || typed === '' ? [] : [[field.name, withUnit(typed, field)]];
  });
  const facts = readFacts(program, Object.fromEntries(given));
  const questions = session(program, facts, { sourceOnly });
  const explanations = asked.map(({ name }) => questions.explain(name).explanation);
  const flags = new Set(explanations.flatMap(({ outcome }) => outcome.flags));
  const inForce = versionAt(versions, at)?.head;
  return {
    fields,
    explanations,
    interpretations: Object.fromEntries(Object.entries(program.interpretations).filter(([id]) => flags.has(id))),
    contradictions: Object.fromEntries(
      explanations.map((one) => [one.outcome.decision, contradictionsFor([one], program)]),
    ),
    ...(inForce === undefined ? {} : { inForce }),
    shown,
  };
}

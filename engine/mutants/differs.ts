import type { Texts } from '../diagnostic/diagnostic.ts';
import { partsOf } from '../ir/parts.ts';
import type { Parameter, Program } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import type { Value } from '../ir/value.ts';
import type { Handbook } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { differingFacts } from '../symbolic/differing-facts.ts';
import { regionsOf, type Sides } from '../symbolic/difference.ts';
import { decisionKey, newMeanings, type Meanings } from '../symbolic/meaning-key.ts';
import { tried, withFreeParameters, withFreeReads } from './free-parameters.ts';
import { mutatedProgram } from './mutated.ts';
import type { Mutant } from './mutant.ts';
import { readersIn, seeing, type Readers } from './readers.ts';

/** What a case must ask, and of which facts, to notice a mutant. */
export interface Noticing {
  readonly decision: string;
  readonly at: string;
  readonly facts: Readonly<Record<string, Value>>;
  /** With the values that the case tries. */
  readonly parameters: readonly Parameter[];
}

/** Does anything that can be asked answer differently? */
export type Difference =
  | { readonly is: 'none' }
  | { readonly is: 'some'; readonly noticing: Noticing }
  | { readonly is: 'not-decided'; readonly why: Texts };

/** Programs and meanings that all mutants of a handbook are held against. */
export interface Proof {
  readonly handbook: Handbook;
  readonly linked: Map<string, Linked>;
}
interface Linked {
  readonly program: Program;
  readonly free: Program;
  readonly readers: Readers;
  readonly meanings: Meanings;
}

export function newProof(handbook: Handbook): Proof {
  return { handbook, linked: new Map() };
}

/** Of a few regions one mostly shows facts; where none does, more of them will not. */
const mostRegions = 12;

/** Whether the mutant says the same as the policy, for all facts and all values of what the company has not set yet. */
export function differenceOf(mutant: Mutant, proof: Proof): Difference {
  return mutant.days === undefined ? ruleDifference(mutant, proof) : dayDifference(mutant, mutant.days.changed, proof);
}

function ruleDifference(mutant: Mutant, proof: Proof): Difference {
  const at = dayInForce(mutant, proof);
  const { program, free, readers, meanings } = linkedAt(at, proof);
  const changed = [...mutant.decisions].map(([{ name }, after]) => [name, withFreeReads(after, program)] as const);
  const after = { ...free, decisions: { ...free.decisions, ...Object.fromEntries(changed) } };
  const sides: Sides = { before: free, after, meanings };
  const isSame = (name: string): boolean => {
    const regions = regionsOf(name, sides);
    return Array.isArray(regions) && regions.length === 0;
  };
  meanings.programs.delete(after);
  const names = changed.map(([name]) => name);
  if (names.every(isSame) && !readsTable(names, free)) return { is: 'none' };
  let why: Texts | undefined = readsTable(names, free) ? unknownTable : undefined;
  for (const decision of seeing(names, free, readers)) {
    const regions = regionsOf(decision, sides);
    if ('notDecided' in regions) {
      why ??= regions.notDecided;
      continue;
    }
    const takes = free.decisions[decision]?.takes ?? [];
    for (const region of takes.length > 0 ? [] : regions.slice(0, mostRegions)) {
      const replay = differingFacts(decision, region, sides);
      if (replay !== undefined) return { is: 'some', noticing: { decision, at, ...tried(replay.facts, program) } };
    }
    if (regions.length > 0) why ??= noFacts;
  }
  return why === undefined ? { is: 'none' } : { is: 'not-decided', why };
}

/** Another version, or none, holds on the day that is moved: without a single fact the reason shows it. */
function dayDifference(mutant: Mutant, day: string, proof: Proof): Difference {
  const { program, meanings } = linkedAt(day, proof);
  const after = mutatedProgram(mutant, program, proof.handbook);
  const isOfParameters = (proof.handbook.versions.get(mutant.policy) ?? []).some(
    ({ parameters }) => parameters.length > 0,
  );
  const differing = Object.values(program.decisions).filter(
    ({ name, hidden, policy }) =>
      !hidden &&
      (policy === mutant.policy || isOfParameters) &&
      decisionKey(name, program, meanings) !== decisionKey(name, after, meanings),
  );
  meanings.programs.delete(after);
  const decision = differing.find(({ takes }) => takes.length === 0);
  if (decision !== undefined) {
    return { is: 'some', noticing: { decision: decision.name, at: day, facts: {}, parameters: [] } };
  }
  return differing.length > 0 ? { is: 'not-decided', why: needsArgument } : { is: 'none' };
}

function dayInForce({ policy, version }: Mutant, { handbook }: Proof): string {
  const head = handbook.versions.get(policy)?.find((one) => one.head.version === version)?.head;
  return head?.from ?? '9999-12-31';
}

function linkedAt(at: string, { handbook, linked }: Proof): Linked {
  const known = linked.get(at);
  if (known !== undefined) return known;
  const program = link(handbook, { at });
  const free = withFreeParameters(program);
  const made = { program, free, readers: readersIn(free), meanings: newMeanings() };
  linked.set(at, made);
  return made;
}

/** A parameter with keys that nobody has set cannot stand as one fact. */
function readsTable(names: readonly string[], { decisions, parameters }: Program): boolean {
  const seen = new Set(names);
  for (const name of seen) {
    const decision = decisions[name];
    for (const node of decision === undefined ? [] : partsOf(decision).flatMap((part) => [...nodes(part)])) {
      if (node.op === 'decision') seen.add(node.name);
      if (
        node.op === 'parameter' &&
        parameters[node.name]?.value === undefined &&
        parameters[node.name]?.entries === undefined
      )
        return true;
    }
  }
  return false;
}

const noFacts: Texts = {
  en: 'its formula differs, but no facts were found for which the answer does: it depends on lists, on what is rounded, or on what facts can never be.',
  zh: '其公式不同，但未找到使结果不同的事实：差别取决于列表、取整，或事实不可能出现的取值。',
};
const needsArgument: Texts = {
  en: 'only decisions that are asked `on` something differ, and no case asks them on that day.',
  zh: '只有须以 on 询问的决定不同，而没有示例在该日询问。',
};
const unknownTable: Texts = {
  en: 'it reads a table of parameters that the company has not set.',
  zh: '它读取公司尚未设定的参数表。',
};

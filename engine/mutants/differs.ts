import type { Texts } from '../diagnostic/diagnostic.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { partsOf } from '../ir/parts.ts';
import type { Parameter, Program } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import type { Value } from '../ir/value.ts';
import type { Handbook } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { changeDays, versionAt } from '../program/timeline.ts';
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
  readonly meanings: Meanings;
}
interface Linked {
  readonly program: Program;
  readonly free: Program;
  readonly readers: Readers;
  readonly meanings: Meanings;
}

export function newProof(handbook: Handbook): Proof {
  return { handbook, linked: new Map(), meanings: newMeanings() };
}

/** Of a few regions one mostly shows facts; where none does, more of them will not. */
const mostRegions = 12;

/** Whether the mutant says the same as the policy, for all facts and all values of what the company has not set yet. */
export function differenceOf(mutant: Mutant, proof: Proof): Difference {
  return mutant.days === undefined ? ruleDifference(mutant, proof) : dayDifference(mutant, mutant.days.changed, proof);
}

/** What reads the policy, and what it reads, may say something else on other days: each day on which that is so counts. */
function ruleDifference(mutant: Mutant, proof: Proof): Difference {
  const names = [...mutant.decisions.keys()].map(({ name }) => name);
  const looked = new Set<string>();
  let open: Difference = { is: 'none' };
  for (const at of daysInForce(mutant, proof)) {
    const { free, readers, meanings } = linkedAt(at, proof);
    const key = JSON.stringify(
      [names, ...seeing(names, free, readers)].flat().map((name) => decisionKey(name, free, meanings)),
    );
    if (looked.has(key)) continue;
    looked.add(key);
    const found = differenceOn(at, mutant, proof);
    if (found.is === 'some') return found;
    if (found.is === 'not-decided') open = found;
  }
  return open;
}

function differenceOn(at: string, mutant: Mutant, proof: Proof): Difference {
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

/** Another version, or none, holds on the day that is moved. */
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
  const plain = differing.filter(({ takes }) => takes.length === 0);
  for (const { name } of plain) {
    const facts = factsTelling(name, { before: program, after, meanings });
    if (facts !== undefined) return { is: 'some', noticing: { decision: name, at: day, facts, parameters: [] } };
  }
  if (differing.length === 0) return { is: 'none' };
  return { is: 'not-decided', why: plain.length === 0 ? needsArgument : noFacts };
}

/** Where no version holds the reason shows it without a single fact; between two versions facts do. */
function factsTelling(name: string, sides: Sides): Noticing['facts'] | undefined {
  const nothing = { values: {}, unknown: [] };
  const [was, is] = [evaluate(sides.before, name, nothing), evaluate(sides.after, name, nothing)];
  if (JSON.stringify([was.status, was.value, was.reasons]) !== JSON.stringify([is.status, is.value, is.reasons]))
    return {};
  const regions = regionsOf(name, sides);
  if ('notDecided' in regions) return undefined;
  for (const region of regions.slice(0, mostRegions)) {
    const replay = differingFacts(name, region, sides);
    if (replay !== undefined) return replay.facts;
  }
  return undefined;
}

/** The first day of the version, and each later one in its time on which a version of anything begins or ends. */
function daysInForce({ policy, version }: Mutant, { handbook }: Proof): readonly string[] {
  const same = handbook.versions.get(policy) ?? [];
  const from = same.find(({ head }) => head.version === version)?.head.from ?? '9999-12-31';
  const later = changeDays([...handbook.versions.values()].flat()).filter(
    (day) => day > from && versionAt(same, day)?.head.version === version,
  );
  return [from, ...later];
}

function linkedAt(at: string, { handbook, linked, meanings }: Proof): Linked {
  const known = linked.get(at);
  if (known !== undefined) return known;
  const program = link(handbook, { at });
  const free = withFreeParameters(program);
  const made = { program, free, readers: readersIn(free), meanings };
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

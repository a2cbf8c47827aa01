import type { Need } from '../../cases/covered/part.ts';
import { watching } from '../../cases/covered/passage.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { partsOf } from '../../ir/parts.ts';
import type { Decision, Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import { nodes } from '../../ir/walk.ts';
import { rawOfValue } from '../../mutants/raw-value.ts';
import { variants } from '../../mutants/variants.ts';
import { link } from '../../program/link.ts';
import { askedAtoms } from '../../symbolic/asked.ts';
import { newMeanings } from '../../symbolic/meaning-key.ts';
import { piecesOf, walkOf } from '../../symbolic/pieces.ts';
import { factsIn } from '../../symbolic/witness.ts';
import { readFacts } from '../../value/facts.ts';
import { askable } from '../attempt.ts';
import type { Typed } from '../fields.ts';
import { typedOfRaw } from '../trying/prefill.ts';
import type { Workspace } from '../workspace.ts';
import { policyOf } from './of-policy.ts';
import { planFor } from './run-cases.ts';

/** Facts that go through a part which no case shows. What should come of them is for a person to say. */
export interface ProposedCase {
  readonly need: number;
  readonly decision: string;
  readonly facts: Readonly<Record<string, Typed>>;
}

// Half a second on a slow machine; what needs more is left to people.
const mostTries = 900;
const mostParts = 2000;
const mostPieces = 40;

type Values = Readonly<Record<string, Value>>;

/** For each need that is wanted: facts found by proof or beside other facts, tried in the evaluator. `known` are the facts of cases. */
export function proposedCases(
  workspace: Workspace,
  path: string,
  at: string,
  wanted: readonly Need[],
  known: readonly Readonly<Record<string, Typed>>[],
): readonly ProposedCase[] {
  const { handbook } = workspace;
  const policy = policyOf(workspace, path);
  if (policy === undefined) return [];
  const program = link(handbook, { at });
  const decisions = askable(program, policy);
  const plan = planFor(handbook, policy);
  const left = new Set(wanted.map(({ number }) => number));
  const found = new Map<number, ProposedCase>();
  const tries = { left: mostTries };
  const looked = new Set<string>();
  const look = (values: Values): void => {
    const key = JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    if (looked.has(key)) return;
    looked.add(key);
    for (const { name } of decisions) {
      if (left.size === 0 || tries.left-- < 0) return;
      const seen = new Set<number>();
      evaluate(program, name, { values, unknown: [] }, { watch: watching(plan, seen) });
      for (const need of seen) {
        if (!left.delete(need)) continue;
        const facts = Object.entries(values).map(
          ([fact, value]) => [fact, typedOfRaw(rawOfValue(value, program))] as const,
        );
        found.set(need, { need, decision: name, facts: Object.fromEntries(facts) });
      }
    }
  };
  const seeds = [
    ...witnesses(decisions, program),
    ...known.map((facts) => readFacts(program, rawsOf(facts)).values),
  ].filter((values) => Object.values(values).every(({ is }) => is !== 'invalid'));
  seeds.forEach(look);
  for (const seed of seeds.length === 0 ? [{}] : seeds) {
    for (const { number, input } of wanted) if (left.has(number)) look({ ...seed, ...factIn(input.en, program) });
  }
  const written = decisions.flatMap(literalsIn);
  for (const seed of seeds) {
    for (const [fact, value] of Object.entries(seed)) {
      for (const other of variants(value, written, program)) {
        if (left.size === 0 || tries.left < 0) return [...found.values()];
        const [raw] = Object.values(readFacts(program, { [fact]: rawOfValue(other, program) }).values);
        if (raw !== undefined && raw.is !== 'invalid') look({ ...seed, [fact]: raw });
      }
    }
  }
  return [...found.values()];
}

/** What is missing often names a fact and its value: `sales.completion = 30.01%`. */
function factIn(input: string, program: Program): Values {
  const [, fact = '', value = ''] = /^(\S+) = (.+)$/u.exec(input) ?? [];
  if (program.facts[fact] === undefined) return {};
  const { values } = readFacts(program, { [fact]: value });
  return values[fact]?.is === 'invalid' ? {} : values;
}

const rawsOf = (facts: Readonly<Record<string, Typed>>): Parameters<typeof readFacts>[1] =>
  Object.fromEntries(Object.entries(facts).filter(([, typed]) => typed !== ''));

/** Facts out of each piece of what the decisions come to. */
function witnesses(decisions: readonly Decision[], program: Program): readonly Values[] {
  const meanings = newMeanings();
  return decisions.flatMap(({ name }) => {
    const pieces = piecesOf(name, walkOf(program, { meanings, parts: mostParts }));
    if ('notDecided' in pieces) return [];
    const atoms = askedAtoms(name, program, meanings);
    return pieces.slice(0, mostPieces).flatMap(({ box }) => [...factsIn(box, atoms, program).take(1)]);
  });
}

/** The values that a decision writes down, its own hidden parts among them: what lies beside them shows most. */
function literalsIn(decision: Decision): readonly Value[] {
  return partsOf(decision).flatMap((part) =>
    [...nodes(part)].flatMap((node) => (node.op === 'literal' ? [node.value] : [])),
  );
}

import { runCases, type Evaluator } from '../cases/run.ts';
import type { Question } from '../cases/expand.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Ir } from '../ir/ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Handbook } from '../program/handbook.ts';
import type { Facts } from '../value/facts.ts';
import type { Mutant } from './mutant.ts';
import { passageKey } from './of-handbook.ts';

/** A case that holds and is not recorded, as it can be asked again. */
export interface Witnessing {
  readonly question: Question;
  readonly program: Program;
  readonly facts: Facts;
  /** One for each thing that the case asks. */
  readonly asks: readonly { readonly options: Parameters<Evaluator>[3]; readonly outcome: Outcome }[];
}

/** Which of a case's questions go through a place. */
export interface Passage {
  readonly of: Witnessing;
  readonly ask: number;
}

export interface Passages {
  readonly cases: readonly Witnessing[];
  /** How many cases fail as it is. */
  readonly failing: number;
  /** By the key of the place. */
  readonly through: ReadonlyMap<string, readonly Passage[]>;
}

/** Runs the cases that count, and writes down which of the wanted places each of their questions goes through. */
export function passagesOf(handbook: Handbook, wanted: ReadonlySet<string>): Passages {
  const keys = new WeakMap<Ir, string>();
  const keyOf = (ir: Ir): string => {
    const known = keys.get(ir);
    if (known !== undefined) return known;
    const made = passageKey(ir);
    const key = wanted.has(made) ? made : '';
    keys.set(ir, key);
    return key;
  };
  const calls: { readonly call: Parameters<Evaluator>; readonly seen: ReadonlySet<string> }[] = [];
  const { results } = runCases(
    handbook,
    (program, decision, facts, options) => {
      const seen = new Set<string>();
      calls.push({ call: [program, decision, facts, options], seen });
      return evaluate(program, decision, facts, { ...options, watch: (ir) => seen.add(keyOf(ir)) });
    },
    ({ recorded }) => !recorded,
  );
  const cases: Witnessing[] = [];
  let failing = 0;
  const through = new Map<string, Passage[]>();
  const asked = results.flatMap((result, i) => (calls[i] === undefined ? [] : [{ result, ...calls[i] }]));
  for (const group of Map.groupBy(asked, ({ result }) => result.question).values()) {
    const [first] = group;
    if (first === undefined) continue;
    if (group.some(({ result }) => result.differences.length > 0)) {
      failing += 1;
      continue;
    }
    const [program, , facts] = first.call;
    const asks = group.map(({ call: [, , , options], result: { outcome } }) => ({ options, outcome }));
    const of: Witnessing = { question: first.result.question, program, facts, asks };
    cases.push(of);
    group.forEach(({ seen }, ask) => {
      for (const key of seen) {
        if (key === '') continue;
        const passages = through.get(key) ?? [];
        through.set(key, passages);
        passages.push({ of, ask });
      }
    });
  }
  return { cases, failing, through };
}

/** The cases that can notice a mutant, each with those of its questions that go through it. Cases of the policy itself come first: they are the likeliest to notice. */
export function casesThrough(
  mutant: Mutant,
  { cases, through }: Passages,
): readonly (readonly [Witnessing, ReadonlySet<number>])[] {
  const found = new Map<Witnessing, Set<number>>();
  if (mutant.days !== undefined) {
    const { changed } = mutant.days;
    for (const one of cases) if (one.program.at === changed) found.set(one, new Set(one.asks.keys()));
  }
  for (const key of mutant.through) {
    for (const { of, ask } of through.get(key) ?? []) {
      const asks = found.get(of) ?? new Set();
      found.set(of, asks.add(ask));
    }
  }
  const isOwn = ([{ question }]: readonly [Witnessing, unknown]): boolean => question.policies.includes(mutant.policy);
  const all = [...found];
  return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))];
}

import type { Ir } from '../../engine/ir/ir.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import { fits, type Type } from '../../engine/ir/type.ts';
import type { Values } from './facts.ts';
import { random } from './random.ts';
import { childrenOf } from './size.ts';
import { valueOf } from './values.ts';
import { literal } from './world.ts';

export interface Case {
  readonly program: Program;
  readonly facts: Values;
  readonly decision: string;
}

/** Makes a failing case smaller for as long as it still fails. */
export function shrink(start: Case, fails: (smaller: Case) => boolean): Case {
  let best = start;
  for (let rounds = 0; rounds < 200; rounds += 1) {
    const smaller = smallerThan(best).find(safely(fails));
    if (smaller === undefined) return best;
    best = smaller;
  }
  return best;
}

/** A case that has become meaningless, so that an evaluator throws, is no smaller form of the disagreement. */
function safely(fails: (smaller: Case) => boolean): (smaller: Case) => boolean {
  return (smaller) => {
    try {
      return fails(smaller);
    } catch {
      return false;
    }
  };
}

function smallerThan({ program, facts, decision }: Case): readonly Case[] {
  const withDecisions = (decisions: Program['decisions']): Case => ({
    program: { ...program, decisions },
    facts,
    decision,
  });
  const withoutOne = Object.keys(program.decisions)
    .filter((name) => name !== decision && !reads(program, name))
    .map((name) => withDecisions(without(program.decisions, name)));
  const fewerFacts = Object.keys(facts).map((name) => ({ program, facts: without(facts, name), decision }));
  const simpler = Object.values(program.decisions).flatMap((each) =>
    simplerDecisions(each, program).map((other) => withDecisions({ ...program.decisions, [each.name]: other })),
  );
  return [...withoutOne, ...simpler, ...fewerFacts];
}

function reads(program: Program, name: string): boolean {
  const named = (ir: Ir): boolean => (ir.op === 'decision' && ir.name === name) || childrenOf(ir).some(named);
  return Object.values(program.decisions).some((each) => irsOf(each).some(named));
}

function irsOf({ appliesWhen, requires, body }: Decision): readonly Ir[] {
  return [...appliesWhen, ...requires.map(({ that }) => that), ...(body.is === 'ir' ? [body.ir] : [])];
}

function simplerDecisions(decision: Decision, program: Program): readonly Decision[] {
  const bodies = decision.body.is === 'ir' ? simplerIrs(decision.body.ir, program) : [];
  return [
    ...decision.appliesWhen.map((_each, i) => ({ ...decision, appliesWhen: decision.appliesWhen.toSpliced(i, 1) })),
    ...decision.requires.map((_each, i) => ({ ...decision, requires: decision.requires.toSpliced(i, 1) })),
    ...bodies.map((ir): Decision => ({ ...decision, body: { is: 'ir', ir } })),
    ...decision.appliesWhen.flatMap((condition, i) =>
      simplerIrs(condition, program).map((ir) => ({ ...decision, appliesWhen: decision.appliesWhen.with(i, ir) })),
    ),
  ];
}

/** The node's parts of its type and a plain value; the node with one part fewer, or with one part made simpler. */
function simplerIrs(ir: Ir, program: Program): readonly Ir[] {
  if (ir.op === 'literal') return [];
  const parts = childrenOf(ir).filter((child) => fits(child.type, ir.type));
  const plain = ir.type.is === 'unknown' ? [] : [literal(ir.type, plainValue(ir.type, program))];
  return [...plain, ...parts, ...simplerData(ir, program).map((data) => data as Ir)];
}

function simplerData(data: unknown, program: Program): readonly unknown[] {
  if (Array.isArray(data)) {
    const items: readonly unknown[] = data;
    return [
      // A scale without bands or a set without items is no program that a kind would make.
      ...(items.length > 1 ? items.map((_item, i) => items.toSpliced(i, 1)) : []),
      ...items.flatMap((item, i) => simplerPart(item, program).map((other) => items.with(i, other))),
    ];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, part]) =>
    kept.includes(key) ? [] : simplerPart(part, program).map((other) => ({ ...data, [key]: other })),
  );
}

// A row has a cell for each column, so that neither goes alone.
const kept = ['type', 'origin', 'columns', 'cells'];

function simplerPart(part: unknown, program: Program): readonly unknown[] {
  return typeof part === 'object' && part !== null && 'op' in part
    ? simplerIrs(part as Ir, program)
    : simplerData(part, program);
}

function plainValue(type: Type, program: Program): ReturnType<typeof valueOf> {
  return valueOf(type, program, random(1), 'round');
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

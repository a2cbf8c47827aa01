import type { Outcome } from '../ir/outcome.ts';
import type { Fact, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Facts } from '../value/facts.ts';
import { numberValue, valueOf } from './exact/datum.ts';
import { ask, runFor } from './fast/ask.ts';
import { formOf, scaleOf } from './fast/facts.ts';
import type { Root } from './fast/program.ts';
import type { Fast } from './fast/run.ts';
import { digitsAt } from './fast/scaled.ts';
import type { Cell } from './reader.ts';

/** A decision made ready for many rows of the same facts. */
export interface Prepared {
  /** Decimals of the numbers that `run` returns. */
  readonly scale: number;
  /**
   * The value of a plain row: a whole number at the scale, truth, or a word. Undefined where it takes the whole engine to
   * say what the outcome is.
   */
  run(row: readonly Cell[]): number | boolean | string | undefined;
  /** The flags of the value that `run` returned last, as bits; `flags` names them. */
  bits(): number;
  flags(bits: number): readonly string[];
  /** The whole outcome of a row, plain or not. */
  outcome(row: readonly Cell[]): Outcome;
}

/** `evaluate` answers for rows that are not plain. */
export function prepare(
  root: Root,
  names: readonly string[],
  program: Program,
  evaluate: (facts: Facts) => Outcome,
): Prepared {
  const run = runFor(root);
  const columns = names.map((name) => columnOf(name, root, program));
  // Pairs of column and slot: what the decision does not read is not looked at.
  const numbers = columns.flatMap(({ slot, isWord }, i) => (slot < 0 || isWord ? [] : [i, slot]));
  const lists = columns.flatMap(({ slot, isRead }, i) => (slot < 0 && isRead ? [i] : []));
  const words = columns.flatMap(({ slot, isWord }, i) => (isWord ? [i, slot] : []));
  const factsOf = (row: readonly Cell[]): Readonly<Record<string, Value>> => {
    const values: Record<string, Value> = {};
    for (const [i, { fact, scale }] of columns.entries()) {
      const cell = row[i];
      if (cell !== undefined) values[fact.name] = valueOfCell(cell, fact, scale);
    }
    return values;
  };
  const value = plainValue(root.value);
  let current: readonly Cell[] = [];
  run.allFacts = () => factsOf(current);
  return {
    scale: root.value.is === 'number' ? root.value.scale : 0,
    run(row) {
      let objects = false;
      for (let i = 0; i < numbers.length; i += 2) {
        const cell = row[numbers[i] ?? -1];
        if (typeof cell === 'object') objects = true;
        run.numbers[numbers[i + 1] ?? -1] = typeof cell === 'number' ? cell : NaN;
      }
      for (let i = 0; i < words.length; i += 2) {
        const cell = row[words[i] ?? -1];
        if (typeof cell === 'object') objects = true;
        run.words[words[i + 1] ?? -1] = typeof cell === 'string' ? cell : undefined;
      }
      for (let i = 0; i < lists.length; i += 1) if (row[lists[i] ?? -1] !== undefined) objects = true;
      current = row;
      run.facts = objects ? factsOf(row) : noFacts;
      return value === undefined ? undefined : ask(value, run, root);
    },
    bits: () => run.flags,
    flags: root.flagsOf,
    outcome: (row) => evaluate({ values: factsOf(row), unknown: [] }),
  };
}

const noFacts: Readonly<Record<string, Value>> = {};

interface Column {
  readonly fact: Fact;
  /** −1 when the decision does not read it, or it has no slot. */
  readonly slot: number;
  readonly isWord: boolean;
  /** Does the decision read the fact at all? */
  readonly isRead: boolean;
  readonly scale: number;
}

function columnOf(name: string, { slots }: Root, program: Program): Column {
  const fact = program.facts[name];
  if (fact === undefined) throw new Error(`no fact ${name}`);
  const form = formOf(fact.type);
  const slot = form === 'none' ? -1 : (slots.get(name)?.slot ?? -1);
  const isRead = slots.has(name);
  return { fact, slot, isWord: form === 'word' && slot >= 0, isRead, scale: scaleOf(fact, program) };
}

/** A quotient that does not come out even is not plain here. */
function plainValue(
  value: Fast,
): ((run: Parameters<typeof ask>[1]) => number | boolean | string | undefined) | undefined {
  if (value.is === 'never-plain') return undefined;
  if (value.is !== 'number' || !value.quotient) return value.run;
  return (run) => {
    const units = value.run(run);
    return run.denominator === 1 ? units : undefined;
  };
}

function valueOfCell(cell: Exclude<Cell, undefined>, { type }: Fact, scale: number): Value {
  if (typeof cell === 'object') return cell;
  if (typeof cell === 'string') return valueOf(cell, type);
  return type.is === 'boolean' ? { is: 'boolean', truth: cell === 1 } : numberValue(digitsAt(cell, scale), type);
}

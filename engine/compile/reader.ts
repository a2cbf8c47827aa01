import type { Bound } from '../ir/ir.ts';
import type { Fact, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { readFacts } from '../value/facts.ts';
import { formOf, scaleOf, unitsOf, wordOf } from './fast/facts.ts';
import { unitsAt } from './fast/scaled.ts';

/**
 * A fact of one row: a number as whole units at the fact's scale, truth as 1 or 0, a date, time, member, post or text as it
 * is; anything else as the value that was read; undefined when it is not given.
 */
export type Cell = number | string | Value | undefined;

/** Reads rows of fact texts, in the order of the facts that it was made for. */
export interface Reader {
  read(texts: readonly string[], row: Cell[]): void;
}

export function reader(program: Program, names: readonly string[]): Reader {
  const columns = names.map((name) => column(name, program));
  return {
    read: (texts, row) => {
      for (let i = 0; i < columns.length; i += 1) row[i] = columns[i]?.(texts[i] ?? '');
    },
  };
}

type Column = (text: string) => Cell;

/** Few texts come again and again in a column of words; more than this are not kept. */
const mostKept = 1000;

function column(name: string, program: Program): Column {
  const fact = program.facts[name];
  if (fact === undefined) throw new Error(`no fact ${name}`);
  // An empty cell says nothing.
  const slowly: Column = (text) =>
    text === '' ? undefined : cellOf(readFacts(program, { [name]: text }).values[name], fact, program);
  if (formOf(fact.type) === 'number') {
    const quickly = amounts(fact, program);
    return (text) => {
      const units = quickly(text);
      return Number.isNaN(units) ? slowly(text) : units;
    };
  }
  const kept = new Map<string, Cell>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const cell = slowly(text);
    if (kept.size < mostKept) kept.set(text, cell);
    return cell;
  };
}

/** The cell of a value. */
function cellOf(value: Value | undefined, fact: Fact, program: Program): Cell {
  if (value === undefined) return undefined;
  switch (formOf(fact.type)) {
    case 'number':
    case 'truth': {
      const units = unitsOf(value, scaleOf(fact, program));
      return Number.isNaN(units) ? value : units;
    }
    case 'word':
      return wordOf(value) ?? value;
    case 'none':
      return value;
  }
}

/** Amounts in their plainest form, within the fact's range; NaN for all other text, which may still be right. */
function amounts(fact: Fact, program: Program): (text: string) => number {
  const scale = scaleOf(fact, program);
  const written = fact.type.is === 'percent' ? scale - 2 : scale;
  const { range } = fact;
  if (range !== undefined && range.range !== 'interval') return () => NaN;
  const least = unitsAtEnd(range?.low, scale, 1);
  const most = unitsAtEnd(range?.high, scale, -1);
  const units = unitsBehind(fact, program);
  return (text) => {
    const unit = units.find((each) => text.endsWith(each));
    if (unit === undefined) return NaN;
    const number = unitsAt(text, written, text.length - unit.length);
    return number >= least && number <= most ? number : NaN;
  };
}

/** An end of the range in units; an open one lies a unit further in. */
function unitsAtEnd(bound: Bound | undefined, scale: number, inwards: 1 | -1): number {
  if (bound === undefined) return -inwards * Infinity;
  if (bound.at.op !== 'literal') return NaN;
  return unitsOf(bound.at.value, scale) + (bound.open ? inwards : 0);
}

function unitsBehind({ type }: Fact, { currency, units }: Program): readonly string[] {
  switch (type.is) {
    case 'number':
      return [''];
    case 'percent':
      return ['%'];
    case 'money':
      return type.currency === currency ? [` ${currency}`] : [];
    case 'quantity':
      return (units[type.unit]?.en ?? []).map((unit) => ` ${unit}`).toReversed();
    case 'duration':
      return [` ${type.family}`];
    default:
      return [];
  }
}

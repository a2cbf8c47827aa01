import type { Fact, Program } from '../../ir/program.ts';
import type { Ends } from '../../plain/bounds.ts';
import { digitsAt, largest } from '../../plain/scaled.ts';
import { formOf, scaleOf } from '../../plain/slots.ts';
import { endOf } from '../../plain/written.ts';
import { readFacts } from '../../value/facts.ts';
import { printValue } from '../../value/print.ts';
import { numberValue } from '../exact/datum.ts';
import { cellReader, type Cell } from '../reader.ts';

/** A cell that somebody filled, as the reader of the fact would have given it: one that the fact does not allow becomes what the reader says of it. */
export function allowed(fact: Fact, program: Program): (cell: Cell) => Cell {
  const { name, type } = fact;
  if (formOf(type) === 'word') {
    const read = cellReader(fact, program);
    return (cell) => (typeof cell === 'number' || typeof cell === 'string' ? read(String(cell)) : cell);
  }
  const scale = scaleOf(fact, program);
  const ends = endsOf(fact, program);
  const read = (text: string): Cell => readFacts(program, { [name]: text }).values[name];
  return (cell) => {
    if (typeof cell === 'string') return read(cell);
    if (typeof cell !== 'number' || fits(cell, ends)) return cell;
    if (!Number.isSafeInteger(cell)) return read(`${cell} ÷ 10^${scale}`);
    return read(printValue(numberValue(digitsAt(cell, scale), type), program));
  };
}

/** Between which units of a number lie, truth being 1 or 0; NaN where the range has no fixed ends, so that each number is read as text. */
export function endsOf(fact: Fact, program: Program): Ends {
  const { type, range } = fact;
  const scale = scaleOf(fact, program);
  if (type.is === 'boolean') return { least: 0, most: 1 };
  if (formOf(type) !== 'number' || (range !== undefined && range.range !== 'interval'))
    return { least: NaN, most: NaN };
  const [least, most] = [endOf(range?.low, scale, 1), endOf(range?.high, scale, -1)];
  return { least: Math.max(least, -largest), most: Math.min(most, largest) };
}

/** A whole number between the ends. */
export function fits(cell: number, { least, most }: Ends): boolean {
  return cell >= least && cell <= most && cell === Math.floor(cell);
}

import type { Fact, Program } from '../../ir/program.ts';
import { digitsAt, largest } from '../../plain/scaled.ts';
import { formOf, scaleOf } from '../../plain/slots.ts';
import { endOf } from '../../plain/written.ts';
import { readFacts } from '../../value/facts.ts';
import { printValue } from '../../value/print.ts';
import { numberValue } from '../exact/datum.ts';
import { cellReader, type Cell } from '../reader.ts';
import type { Row } from '../rows/readers.ts';
import { cellsOf, isWords, type Column, type Columns } from './column.ts';

/** Keeps apart what callers put into columns and no reader of the facts would have. */
interface Guards {
  /** Marks rows, beside those that are marked already, in which a cell is nothing that its fact allows. */
  readonly odd: (columns: Columns, length: number, before: Uint8Array | undefined) => Uint8Array | undefined;
  /** The cells of a row; for one that its fact does not allow, what the reader says of it. */
  readonly row: (columns: Columns, row: number) => Row;
}

/** What a column of a fact may hold. */
interface Guard {
  /** Marks rows with anything else. */
  readonly look: (column: Column, length: number, mark: (row: number) => void) => void;
  readonly cell: (cell: Cell) => Cell;
}

export function guardsOf(names: readonly string[], program: Program): Guards {
  const guards = names.map((name) => {
    const fact = program.facts[name];
    if (fact === undefined) throw new Error(`no fact ${name}`);
    return formOf(fact.type) === 'word' ? words(fact, program) : numbers(fact, program);
  });
  return {
    odd(columns, length, before) {
      let marked: Uint8Array | undefined;
      const mark = (row: number): void => {
        marked ??= before === undefined ? new Uint8Array(length) : before.slice(0, length);
        marked[row] = 1;
      };
      for (const [i, { look }] of guards.entries()) {
        const column = columns[i];
        if (column === undefined) continue;
        const { length: rows } = isWords(column) ? column.codes : column;
        if (rows < length) throw new RangeError(`${names[i] ?? ''}: ${rows} rows in place of ${length}`);
        look(column, length, mark);
      }
      return marked ?? before;
    },
    row: (columns, row) => cellsOf(columns, row).map((cell, i) => guards[i]?.cell(cell)),
  };
}

/** Whole units within the range, truth as 1 or 0, or NaN. Where the range has no fixed ends, each number is read as text. */
function numbers(fact: Fact, program: Program): Guard {
  const { name, range, type } = fact;
  const scale = scaleOf(fact, program);
  const ends = (): { readonly least: number; readonly most: number } => {
    if (type.is === 'boolean') return { least: 0, most: 1 };
    if (formOf(type) === 'none' || (range !== undefined && range.range !== 'interval'))
      return { least: NaN, most: NaN };
    return {
      least: Math.max(endOf(range?.low, scale, 1), -largest),
      most: Math.min(endOf(range?.high, scale, -1), largest),
    };
  };
  const { least, most } = ends();
  const fits = (cell: number): boolean => cell >= least && cell <= most && cell === Math.floor(cell);
  const shown = (cell: number): string =>
    Number.isSafeInteger(cell)
      ? printValue(numberValue(digitsAt(cell, scale), type), program)
      : `${cell} ÷ 10^${scale}`;
  const given = (text: string): Cell => readFacts(program, { [name]: text }).values[name];
  return {
    look(column, length, mark) {
      if (isWords(column)) {
        for (let row = 0; row < length; row += 1) if (column.codes[row] !== -1) mark(row);
        return;
      }
      if (areWhole(column, length, least, most)) return;
      for (let row = 0; row < length; row += 1) {
        const cell = column[row] ?? NaN;
        if (!fits(cell) && !Number.isNaN(cell)) mark(row);
      }
    },
    cell: (cell) => {
      if (typeof cell !== 'number') return typeof cell === 'string' ? given(cell) : cell;
      return fits(cell) ? cell : given(shown(cell));
    },
  };
}

/** Four at a time: a turn of the loop costs more than to look at a number. */
function areWhole(column: Float64Array, length: number, least: number, most: number): boolean {
  const fours = length - (length % 4);
  for (let i = 0; i < fours; i += 4) {
    const a = column[i] ?? NaN;
    const b = column[i + 1] ?? NaN;
    const c = column[i + 2] ?? NaN;
    const d = column[i + 3] ?? NaN;
    if (!(a >= least && b >= least && c >= least && d >= least)) return false;
    if (!(a <= most && b <= most && c <= most && d <= most)) return false;
    if (a !== Math.floor(a) || b !== Math.floor(b) || c !== Math.floor(c) || d !== Math.floor(d)) return false;
  }
  for (let i = fours; i < length; i += 1) {
    const one = column[i] ?? NaN;
    if (!(one >= least && one <= most && one === Math.floor(one))) return false;
  }
  return true;
}

/** Words as the reader gives them. Each is looked at once, as long as the list of them stays the same or grows. */
function words(fact: Fact, program: Program): Guard {
  const read = cellReader(fact, program);
  let list: readonly string[] = [];
  let fit: boolean[] = [];
  return {
    look(column, length, mark) {
      if (!isWords(column)) {
        for (let row = 0; row < length; row += 1) if (!Number.isNaN(column[row] ?? NaN)) mark(row);
        return;
      }
      if (list !== column.words) [list, fit] = [column.words, []];
      for (let i = fit.length; i < list.length; i += 1) fit.push(read(list[i] ?? '') === list[i]);
      for (let row = 0; row < length; row += 1) {
        const code = column.codes[row] ?? -1;
        if (code === -1 || fit[code] === true) continue;
        if (fit[code] === undefined)
          throw new RangeError(`${fact.name}: ${code} is no place in a list of ${list.length} words`);
        mark(row);
      }
    },
    cell: (cell) => (typeof cell === 'number' || typeof cell === 'string' ? read(String(cell)) : cell),
  };
}

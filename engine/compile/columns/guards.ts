import type { Fact, Program } from '../../ir/program.ts';
import type { Ends } from '../../plain/bounds.ts';
import { formOf } from '../../plain/slots.ts';
import { cellReader, declaredFact } from '../reader.ts';
import { endsOf, fits } from '../rows/allowed.ts';
import { isWords, type Column, type Columns } from './column.ts';

/** Marks rows, beside those that are marked already, in which callers put something into a column that its fact does not allow. */
type Guards = (columns: Columns, length: number, before: Uint8Array | undefined) => Uint8Array | undefined;
/** Looks through the column of a fact. */
type Look = (column: Column, length: number, mark: (row: number) => void) => void;

export function guardsOf(names: readonly string[], program: Program): Guards {
  const looks = names.map((name) => {
    const fact = declaredFact(name, program);
    return formOf(fact.type) === 'word' ? words(fact, program) : numbers(fact, program);
  });
  return (columns, length, before) => {
    let marked: Uint8Array | undefined;
    const mark = (row: number): void => {
      marked ??= before === undefined ? new Uint8Array(length) : before.slice(0, length);
      marked[row] = 1;
    };
    for (const [i, look] of looks.entries()) {
      const column = columns[i];
      if (column === undefined) continue;
      const { length: rows } = isWords(column) ? column.codes : column;
      if (rows < length) throw new RangeError(`${names[i] ?? ''}: ${rows} rows in place of ${length}`);
      look(column, length, mark);
    }
    return marked ?? before;
  };
}

/** Whole units within the range, truth as 1 or 0, or NaN. */
function numbers(fact: Fact, program: Program): Look {
  const ends = endsOf(fact, program);
  return (column, length, mark) => {
    if (isWords(column)) {
      for (let row = 0; row < length; row += 1) if (column.codes[row] !== -1) mark(row);
      return;
    }
    if (areWhole(column, length, ends)) return;
    for (let row = 0; row < length; row += 1) {
      const cell = column[row] ?? NaN;
      if (!fits(cell, ends) && !Number.isNaN(cell)) mark(row);
    }
  };
}

/** Four at a time: a turn of the loop costs more than to look at a number. */
function areWhole(column: Float64Array, length: number, ends: Ends): boolean {
  const { least, most } = ends;
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
    if (!fits(one, ends)) return false;
  }
  return true;
}

/** Words as the reader gives them. Each is looked at once, as long as the list of them stays the same or grows. */
function words(fact: Fact, program: Program): Look {
  const read = cellReader(fact, program);
  let list: readonly string[] = [];
  let fit: boolean[] = [];
  return (column, length, mark) => {
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
  };
}

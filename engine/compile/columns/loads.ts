import type { Ends } from '../../plain/bounds.ts';
import { isWords, type Column } from './column.ts';
import type { SlotVectors } from './vectors.ts';

/** Copies a block of a column to where the kernels read it. */
type Load = (start: number, rows: number) => void;

export function loadOf(
  { slot, given, isAsked, guarded, ends, codes }: SlotVectors,
  column: Column | undefined,
  codeOf: (word: string) => number,
): Load {
  if (slot.form === 'word') {
    if (!isWords(column)) return () => void codes.fill(-1);
    const known = Int32Array.from(column.words, codeOf);
    return (start, rows) => {
      for (let i = 0; i < rows; i += 1) codes[i] = known[column.codes[start + i] ?? -1] ?? -1;
    };
  }
  if (column === undefined || isWords(column)) {
    for (const numbers of [given(), guarded]) numbers.fill(NaN);
    return () => undefined;
  }
  const raw = isAsked() ? given() : undefined;
  const isGuarded = slot.form === 'number';
  return (start, rows) => {
    const block = column.subarray(start, start + rows);
    raw?.set(block);
    if (!isGuarded) return;
    guarded.set(block);
    if (!areWithin(guarded, rows, ends)) leaveOthers(guarded, rows, ends);
  };
}

/** Four at a time: a turn of the loop costs more than to look at a number. */
function areWithin(numbers: Float64Array, rows: number, { least, most }: Ends): boolean {
  const fours = rows - (rows % 4);
  for (let i = 0; i < fours; i += 4) {
    const a = numbers[i] ?? NaN;
    const b = numbers[i + 1] ?? NaN;
    const c = numbers[i + 2] ?? NaN;
    const d = numbers[i + 3] ?? NaN;
    const begin = a >= least && b >= least && c >= least && d >= least;
    if (!begin || !(a <= most && b <= most && c <= most && d <= most)) return false;
  }
  for (let i = fours; i < rows; i += 1) {
    const one = numbers[i] ?? NaN;
    if (!(one >= least && one <= most)) return false;
  }
  return true;
}

function leaveOthers(numbers: Float64Array, rows: number, { least, most }: Ends): void {
  for (let i = 0; i < rows; i += 1) {
    const one = numbers[i] ?? NaN;
    if (!(one >= least && one <= most)) numbers[i] = NaN;
  }
}

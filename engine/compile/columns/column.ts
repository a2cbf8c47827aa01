import type { Cell } from '../reader.ts';

/** The cells of a fact in many rows: units of its scale, truth as 1 or 0, NaN where it was not given; or words by codes, −1 where not given. */
export type Column = Float64Array | WordColumn;
interface WordColumn {
  readonly codes: Int32Array;
  readonly words: readonly string[];
}
/** In the order of the facts; undefined where a fact was given nowhere. */
export type Columns = readonly (Column | undefined)[];

export function isWords(column: Column | undefined): column is WordColumn {
  return column !== undefined && 'codes' in column;
}

/** What a decision comes to in each row. It stands until the next run. */
export interface Answered {
  /** 1 where the row is answered here; else it takes the whole engine. */
  readonly plain: Uint8Array;
  /** Units at the scale, or truth as 1 or 0. */
  readonly units: Float64Array;
  /** Words by codes. */
  readonly codes: Int32Array;
  readonly words: readonly string[];
  /** Flags as bits. */
  readonly bits: Int32Array;
}

export interface Input {
  readonly fact: string;
  /** Of `none` no column can be made. */
  readonly is: 'number' | 'truth' | 'word' | 'none';
  /** Decimals of its numbers. */
  readonly scale: number;
}

export interface Output {
  readonly decision: string;
  readonly is: 'number' | 'truth' | 'word' | 'never';
  /** Decimals of its numbers. */
  readonly scale: number;
  readonly flags: (bits: number) => readonly string[];
}

/** Some decisions, and what answers them. */
export interface Answering {
  readonly outputs: readonly Output[];
  readonly run: (columns: Columns, length: number, odd: Uint8Array | undefined) => readonly Answered[];
}

/** A row of columns as cells. */
export function cellsOf(columns: Columns, row: number): readonly Cell[] {
  return columns.map((column): Cell => {
    if (isWords(column)) return column.words[column.codes[row] ?? -1];
    const units = column?.[row] ?? NaN;
    return Number.isNaN(units) ? undefined : units;
  });
}

/** Room for the answers of so many rows; what there was before, if it is enough. */
export function roomFor(length: number, before: Answered | undefined, words: readonly string[]): Answered {
  if (before !== undefined && before.plain.length >= length) return { ...before, words };
  return {
    plain: new Uint8Array(length),
    units: new Float64Array(length),
    codes: new Int32Array(length),
    words,
    bits: new Int32Array(length),
  };
}

import type { Language } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import type { FactColumn } from '../../tables/columns.ts';
import type { Delimiter } from '../../tables/delimiter.ts';
import type { Encoding } from '../../tables/encoding.ts';
import type { PercentSeen } from '../../tables/mapping/percent-doubt.ts';
import type { Asked } from '../question.ts';
import type { RowCounts } from '../row-counts.ts';

/** All that somebody needs who answers blocks of a table: plain data, since it goes to other threads. */
export interface BlockPlan {
  readonly format: 'csv' | 'jsonl';
  readonly program: Program;
  readonly asked: readonly Asked[];
  readonly sourceOnly: boolean;
  readonly language: Language;
  readonly header: readonly string[];
  readonly columns: readonly FactColumn[];
  /** Places of the columns that the result repeats. */
  readonly kept: readonly number[];
  /** Between the cells of the table, and of the result. */
  readonly delimiter: Delimiter;
  readonly written: Delimiter;
  readonly lineEnd: '\n' | '\r\n';
  readonly reasons: boolean;
}

/** Whole records in a row, each with its line end. */
export interface Block {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of text beyond ASCII. */
  readonly encoding: Encoding;
}

/** What came of a block. Lines count from the first of the block, which is 0. */
export interface AnsweredBlock {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Line ends in the block. */
  readonly lines: number;
  readonly counts: RowCounts;
  /** Of the columns whose bare numbers are percentages. */
  readonly percents: readonly PercentSeen[];
  /** What ends the reading: quotes that go astray, by code, or bytes that are not in the encoding. Nothing of the block counts then. */
  readonly stopped?: { readonly line: number; readonly code: string } | 'encoding';
}

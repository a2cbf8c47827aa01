import { existsSync, readFileSync } from 'node:fs';
import type { Series } from '../growth.ts';
import type { PeersResult } from '../peers/measured.ts';
import { resultsFolder, type Kept } from '../record.ts';

/** A series and the power that its cost grows with. */
export interface Grown extends Series {
  readonly exponent: number;
}

/** What `bench/load.ts` keeps; milliseconds from the bytes of the bundle to the first decision. */
export interface LoadResult {
  /** In a process that has done nothing else yet, the middle one of several. */
  readonly cold: number;
  /** In a process that has loaded bundles before. */
  readonly warm: number;
}

/** What `bench/run.ts` keeps: whole runs from a CSV file to a CSV file. */
export interface RunResult {
  readonly rows: number;
  /** Rows that Bylaw and DuckDB answer otherwise. */
  readonly wrong: number;
  readonly lines: readonly {
    readonly name: string;
    readonly seconds: number;
    /** Bytes at most. */
    readonly memory: number;
  }[];
}

/** What `bench/process.ts` keeps of one command: milliseconds above a bare start of Node, which is the first line. */
export interface ProcessLine {
  readonly name: string;
  readonly aim?: number;
  readonly least: number;
  readonly median: number;
  readonly first: number;
}

/** What each program keeps, by the name of its file. */
interface Results {
  readonly peers: PeersResult;
  readonly load: LoadResult;
  readonly run: RunResult;
  readonly process: readonly ProcessLine[];
  readonly 'growth-tables': readonly Grown[];
  readonly 'growth-facts': readonly Grown[];
  readonly 'growth-rows': readonly Grown[];
  readonly 'growth-policies': readonly Grown[];
}
export type Name = keyof Results;

/** What a program kept when it last ran; undefined where it never did. */
export function kept<Of extends Name>(name: Of): Kept<Results[Of]> | undefined {
  const path = `${resultsFolder}/${name}.json`;
  // Written by `keep`, which says the same shape.
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept<Results[Of]>) : undefined;
}

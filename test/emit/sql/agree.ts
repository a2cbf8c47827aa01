import { emitSql, type SqlInput } from '../../../engine/emit/sql/sql.ts';
import type { Program } from '../../../engine/ir/program.ts';
import { aroundOf, type Around } from '../../random/around.ts';
import type { CellRow } from './cells.ts';
import type { Database } from './databases/database.ts';
import { judge, type Emit } from './judge.ts';
import { smallest, told } from './smallest.ts';

/** How one database agrees with the engine. */
export interface Agreement {
  readonly dialect: string;
  readonly answers: number;
  /** Decisions that were said, with how many answers each was compared in. */
  readonly said: ReadonlyMap<string, number>;
  readonly refused: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** For people, the shortest first; a database that gave up on a query is told as well. */
  readonly differences: readonly string[];
}

/** How the rows of a group of decisions are made, from a seed that a failure names. */
export type Rows = (inputs: readonly SqlInput[], around: Around, seed: number) => readonly CellRow[];

interface Options {
  readonly seed?: number;
  readonly emit?: Emit;
  readonly sourceOnly?: boolean;
}

/** More differences than anybody reads. */
const most = 5;

/** Asks databases and the engine the same about all decisions that are said, the decisions of one policy at a time. */
export async function compareSql(
  databases: readonly Database[],
  programs: Iterable<Program>,
  rowsOf: Rows,
  { seed = 1, emit = emitSql, sourceOnly = false }: Options = {},
): Promise<readonly Agreement[]> {
  const counts = databases.map(({ dialect }) => newCount(dialect));
  let next = seed;
  for (const program of programs)
    for (const names of groupsOf(program)) {
      const all = emit(program, names, 'duckdb', { table: 'facts', sourceOnly });
      if (all.said.length === 0) continue;
      next += 1000;
      const rows = rowsOf(all.inputs, aroundOf(all.said, program), next);
      const group = { program, decisions: names, sourceOnly };
      // Each waits for a process of its own.
      await Promise.all(
        databases.map((database, i) => compareGroup(database, group, rows, emit, counts[i]!, `seed ${String(next)}`)),
      );
    }
  return counts;
}

interface Count extends Agreement {
  answers: number;
  readonly said: Map<string, number>;
  refused: number;
  readonly statuses: Record<string, number>;
  readonly differences: string[];
}

const newCount = (dialect: string): Count => {
  return { dialect, answers: 0, said: new Map(), refused: 0, statuses: {}, differences: [] };
};

async function compareGroup(
  database: Database,
  group: Parameters<typeof judge>[1],
  rows: readonly CellRow[],
  emit: Emit,
  count: Count,
  seed: string,
): Promise<void> {
  try {
    const found = await judge(database, group, rows, emit);
    count.answers += found.answers;
    count.refused += group.decisions.length - found.said.length;
    for (const name of found.said) count.said.set(name, (count.said.get(name) ?? 0) + rows.length);
    for (const [status, more] of Object.entries(found.statuses))
      count.statuses[status] = (count.statuses[status] ?? 0) + more;
    for (const difference of found.differences) {
      if (count.differences.length >= most) return;
      const least = await smallest(database, group, difference, emit);
      count.differences.push(told(database, group, least, `${seed}, row ${String(difference.at)}`));
    }
  } catch (error) {
    // A query that the database refuses is as wrong as an answer.
    if (count.differences.length < most)
      count.differences.push(`${database.dialect}, ${group.decisions.join(' ')}, ${seed}: ${String(error)}`);
  }
}

/** The decisions by their policies. */
function groupsOf(program: Program): readonly (readonly string[])[] {
  const groups = Map.groupBy(
    Object.values(program.decisions).filter(({ hidden, takes }) => !hidden && takes.length === 0),
    ({ policy }) => policy,
  );
  return [...groups.values()].map((decisions) => decisions.map(({ name }) => name));
}

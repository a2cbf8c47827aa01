import { emitSql } from '../../../engine/emit/sql/sql.ts';
import { aroundOf } from '../../random/around.ts';
import { printProgram } from '../../random/print.ts';
import type { CellRow } from './cells.ts';
import type { Database } from './databases/database.ts';
import { judge, type Difference, type Emit, type Question } from './judge.ts';

/** Rounds of making a row smaller. */
const most = 60;

/** The difference with as few facts given as it takes, and their cells as short as they may be. */
export async function smallest(
  database: Database,
  question: Question,
  difference: Difference,
  emit: Emit = emitSql,
): Promise<Difference> {
  const alone = { ...question, decisions: [difference.decision] };
  let found = difference;
  for (let round = 0; round < most; round += 1) {
    const smaller = smallerThan(found.cells);
    if (smaller.length === 0) return found;
    // All at once: a question costs more than a row.
    const { differences } = await judge(database, alone, smaller, emit);
    const [next] = differences;
    if (next === undefined) return found;
    found = { ...next, at: difference.at };
  }
  return found;
}

/** The same row with one fact less, or one cell shorter; each is smaller, so that this comes to an end. */
function smallerThan(cells: CellRow): readonly CellRow[] {
  const given = Object.entries(cells).flatMap(([name, cell]) => (cell === null ? [] : [[name, cell] as const]));
  const without = given.map(([name]) => ({ ...cells, [name]: null }));
  const shorter = given.flatMap(([name, cell]) => shorterThan(cell).map((text) => ({ ...cells, [name]: text })));
  return [...without, ...shorter];
}

function shorterThan(cell: string): readonly string[] {
  if (!/^-?\d+(\.\d+)?$/.test(cell)) return [];
  const cut = cell.replace(/\.?\d$/, '');
  return [...(cut === '' || cut === '-' ? [] : [cut]), cell.slice(0, -1).replace(/\.$/, '')].filter(
    (text, i, all) => /^-?\d+(\.\d+)?$/.test(text) && text !== cell && all.indexOf(text) === i,
  );
}

/** The difference for people: what was asked, where it stands, what both said. */
export function told(database: Database, { program }: Question, found: Difference, where: string): string {
  const { decision, cells, expected, got } = found;
  const file = program.decisions[decision]?.origin.file ?? '?';
  const given = Object.entries(cells).flatMap(([name, cell]) =>
    cell === null ? [] : [`    ${name} (${program.facts[name]?.type.is ?? '?'}) = ${JSON.stringify(cell)}`],
  );
  return [
    `${database.dialect} and the engine disagree on ${decision} of ${file} (${where}):`,
    ...(given.length === 0 ? ['    nothing given'] : given),
    `  engine   ${JSON.stringify(expected)}`,
    `  database ${JSON.stringify(got)}`,
    // A random program stands in no file; what reaches the decision is all there is to read.
    ...(file === '<random>' ? [printProgram(aroundOf([decision], program).program)] : []),
  ].join('\n');
}

import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { emitSql } from '../../../engine/emit/sql/sql.ts';
import { toHundredths } from '../../contender.ts';
import { decisions, facts } from '../../names.ts';
import { benchProgram } from '../../policy.ts';
import type { Answer, Row } from '../../rows.ts';
import type { Peer, Start } from '../peer.ts';

/** Whole cents, products compared, no quotient: the way in SQL that is exact. */
const byHand = `SELECT i,
    (sales * CASE WHEN sales * 100 < target * 30 THEN 0 WHEN sales * 100 < target * 50 THEN 2
      WHEN sales * 100 < target * 80 THEN 3 WHEN sales * 100 < target * 100 THEN 4 ELSE 5 END * 2 + 100) // 200 AS cents,
    score,
    CASE WHEN score >= 9000 THEN 'A' WHEN score >= 8000 THEN 'B' WHEN score >= 6000 THEN 'C' ELSE 'D' END AS grade
  FROM (SELECT *, ((s1 * 20 + s2 * 40 + s3 * 20 + s4 * 20) * 2 + 100) // 200 AS score FROM given)`;

/** From a table of its own into another one, on one thread; what it costs to bring rows in and out is not in it. */
async function startOn(
  fill: (connection: DuckDBConnection) => Promise<void>,
  query: string,
  read: string,
): Promise<Start> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  return async (rows) => {
    await takeIn(connection, rows);
    await fill(connection);
    const answers: Answer[] = [];
    return {
      async run() {
        await connection.run(`CREATE OR REPLACE TABLE answers AS ${query}`);
      },
      async finish() {
        for (const [i, cents, score, grade] of (await connection.runAndReadAll(read)).getRows())
          answers[Number(i)] = [Number(cents), Number(score), String(grade)];
      },
      answer: (i) => answers[i] ?? [NaN, NaN, ''],
    };
  };
}

async function takeIn(connection: DuckDBConnection, rows: readonly Row[]): Promise<void> {
  const typed = facts.map((fact) => `${fact} BIGINT`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE given (i INTEGER, ${typed})`);
  const appender = await connection.createAppender('given');
  for (const [i, row] of rows.entries()) {
    appender.appendInteger(i);
    for (const text of row) appender.appendBigInt(BigInt(toHundredths(text)));
    appender.endRow();
  }
  appender.closeSync();
}

/** Value, status and flags of each decision, from columns declared as the query says. */
function asSql(name: string, columns: 'decimal' | 'whole'): Peer {
  return {
    name,
    rows: Infinity,
    build() {
      const { text, inputs, outputs, refused } = emitSql(benchProgram(), decisions, 'duckdb', {
        table: 'asked',
        keep: ['i'],
        columns,
      });
      if (refused.length > 0) throw new Error(refused[0]?.message.en);
      const hundredths = columns === 'whole' ? '' : ' * 0.01';
      const read = inputs.map(({ fact, sqlType }) => `CAST(${fact}${hundredths} AS ${sqlType}) AS "${fact}"`);
      const [amount, score, grade] = outputs.map(({ value }) => `"${value}"`);
      return startOn(
        async (connection) => {
          await connection.run(`CREATE OR REPLACE TABLE asked AS SELECT i, ${read.join(', ')} FROM given`);
        },
        text,
        `SELECT i, ${amount} * 100, ${score} * 100, ${grade} FROM answers`,
      );
    },
  };
}

export const peers: readonly Peer[] = [
  {
    name: 'DuckDB in its own tables, one thread',
    rows: Infinity,
    build: () => startOn(() => Promise.resolve(), byHand, 'SELECT i, cents, score, grade FROM answers'),
  },
  asSql('Bylaw, as SQL in DuckDB, one thread', 'decimal'),
  asSql('Bylaw, as SQL in DuckDB over whole counts, one thread', 'whole'),
];

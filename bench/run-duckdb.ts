import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import process from 'node:process';

// The same three decisions as SQL by hand: cents and hundredths as whole numbers, ratios by cross-multiplication, half up.

const folder = process.argv[2] ?? '.';
const duckdb = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
const score =
  '((s1 * 100)::BIGINT * 20 + (s2 * 100)::BIGINT * 40 + (s3 * 100)::BIGINT * 20 + (s4 * 100)::BIGINT * 20 + 50) // 100';
const types = [
  "'person': 'VARCHAR'",
  ...['sales', 'target'].map((name) => `'${name}': 'DECIMAL(18,2)'`),
  ...['s1', 's2', 's3', 's4'].map((name) => `'${name}': 'DECIMAL(9,2)'`),
].join(', ');
const below = (percent: number, rate: number): string =>
  `WHEN cents * 100 < goal * ${String(percent)} THEN (cents * ${String(rate)} + 50) // 100`;
const from = performance.now();
await duckdb.run(`COPY (
  SELECT person, sales, target, s1, s2, s3, s4,
    CASE ${below(30, 0)} ${below(50, 2)} ${below(80, 3)} ${below(100, 4)} ELSE (cents * 5 + 50) // 100 END AS amount,
    'determined' AS "amount.status", NULL AS "amount.flags",
    score, 'determined' AS "score.status", NULL AS "score.flags",
    CASE WHEN score >= 9000 THEN 'A' WHEN score >= 8000 THEN 'B' WHEN score >= 6000 THEN 'C' ELSE 'D' END AS grade,
    'determined' AS "grade.status", NULL AS "grade.flags"
  FROM (SELECT *, (sales * 100)::BIGINT AS cents, (target * 100)::BIGINT AS goal, ${score} AS score
    FROM read_csv('${join(folder, 'in.csv')}', header = true, auto_detect = false, delim = ',', columns = {${types}}))
) TO '${join(folder, 'duckdb.csv')}' (HEADER, DELIMITER ',')`);
console.log(`${String(Math.round(performance.now() - from))} ms`);

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { isUnreadable, noFile, type Unreadable } from '../host/host-messages.ts';
import { readPopulation, type Population } from '../host/population.ts';
import { brokenPolicyOf } from '../program/broken.ts';
import { unknownDecision } from '../value/failures.ts';
import { askRows, columnsOf } from './ask-rows.ts';
import { allAsked, readyHandbook, refusedText, type Asked, type Ready } from './question.ts';
import { wrongUse } from './refusals.ts';
import { openResult, resultColumns } from './result-file.ts';
import { rowReport } from './row-report.ts';
import { isRefusal, remark, type Call, type Refusal, type Verb } from './verb.ts';

export const run: Verb = {
  about: {
    en: 'Ask decisions about each row of a CSV file whose columns are named like facts. Exit code 1 when a row is in error.',
    zh: '就 CSV 文件的每一行求取决定，列名即事实名称。有错误的行时退出码为 1。',
  },
  takes: { form: '<decisions...>', says: { en: 'names such as commission.head.amount', zh: '决定的名称' } },
  options: [
    { flags: '--in <file>', says: { en: 'the CSV file, or - for standard input', zh: 'CSV 文件，- 表示标准输入' } },
    {
      flags: '--out <file>',
      says: { en: 'where the result goes (else standard output)', zh: '结果文件（默认标准输出）' },
    },
    {
      flags: '--reasons',
      says: {
        en: 'add a column NAME.reasons that says in words why a row has no value',
        zh: '增加“名称.reasons”列，以文字说明为何没有取值',
      },
    },
  ],
  examples: ['bylaw run commission.head.rate commission.head.amount --in october.csv --out paid.csv --at 2026-10-31'],
  run: runPopulation,
};

async function runPopulation(call: Call): Promise<number | Refusal> {
  const { io, options, names } = call;
  const { in: path, out, sourceOnly = false } = options;
  if (path === undefined || path === '') return wrongUse('Name the CSV file: --in FILE.', '请用 --in 指明 CSV 文件。');
  if (out !== undefined && resolve(io.cwd, out) === resolve(io.cwd, path)) {
    return wrongUse('--in and --out name the same file.', '--in 与 --out 是同一个文件。');
  }
  const ready = await readyHandbook(call);
  if (isRefusal(ready)) return ready;
  const asked = allAsked(names, ready.program);
  if (isRefusal(asked)) return asked;
  const name = path === '-' ? '<stdin>' : path;
  const population = await openPopulation(path, call);
  if (isUnreadable(population)) return refusedText(population);
  const columns = columnsOf(population.header, name, ready.program);
  if (isRefusal(columns)) return columns;
  const refusal = cannotAsk(asked, population, ready, options.reasons === true);
  if (refusal !== undefined) return refusal;
  for (const doubt of columns.doubts) remark(call, doubt);
  const result = await openResult(call, asked, population);
  if (isRefusal(result)) return result;
  const report = rowReport(call, name, columns.facts, ready.moment);
  for await (const answered of askRows(population, columns.facts, asked, ready, sourceOnly)) {
    if (isUnreadable(answered)) {
      await result.abandon();
      return refusedText(answered);
    }
    report.add(answered);
    await result.add(answered);
  }
  await result.finish();
  report.finish();
  return report.hasErrors() ? 1 : 0;
}

/** A population by its path, or from standard input. */
export async function openPopulation(path: string, { io }: Pick<Call, 'io'>): Promise<Population | Unreadable> {
  if (path === '-') return readPopulation(io.stdin(), '<stdin>', noFile('<stdin>'));
  return readPopulation(createReadStream(resolve(io.cwd, path)), path, noFile(path));
}

/** Names that every row would stumble over are refused before the first one. */
function cannotAsk(
  asked: readonly Asked[],
  { header }: Population,
  { program, loaded }: Ready,
  withReasons: boolean,
): Refusal | undefined {
  for (const { decision, written } of asked) {
    if (!Object.hasOwn(program.decisions, decision) && brokenPolicyOf(loaded.handbook, decision) === undefined) {
      return { exit: 2, says: unknownDecision(decision, program).message };
    }
    const clash = resultColumns(written, withReasons).find((column) => header.includes(column));
    if (clash !== undefined) {
      return wrongUse(
        `The table has a column “${clash}” already. Take it out, so that the result has a place.`,
        `表中已有列“${clash}”。请先删除，以便写入结果。`,
      );
    }
  }
  return undefined;
}

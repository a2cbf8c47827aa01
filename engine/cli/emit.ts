import { buildBundle } from '../bundle/build.ts';
import { hashOf } from '../bundle/envelope.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import { countsOf } from '../emit/json-rules/counts.ts';
import { packOf, sayProgram, type SaidProgram } from '../emit/json-rules/pack.ts';
import type { Program } from '../ir/program.ts';
import { printEmitted } from './emit-text.ts';
import { momentInWords } from './handbook.ts';
import { printJson } from './json.ts';
import { readyHandbook, type Ready } from './question.ts';
import { noSuchWord, saysNothing, wrongUse } from './refusals.ts';
import { writeSql } from './emit-sql.ts';
import { isRefusal, remark, type Call, type Refusal, type Verb } from './verb.ts';
import { version } from '../host/version.ts';
import { writeText } from './write-text.ts';

const forms = ['json-rules', 'sql'];

export const emit: Verb = {
  about: {
    en: 'Say decisions in the form of another machine, exactly or not at all: json-rules writes rules for json-rules-engine, sql a query for DuckDB, PostgreSQL or ClickHouse, and both tell which decisions cannot be said there and why. Exit code 1 when a decision that was named is refused, or the handbook has errors.',
    zh: '把决定写成其他机器的形式，要么精确，要么拒绝：json-rules 写出 json-rules-engine 的规则，sql 写出 DuckDB、PostgreSQL 或 ClickHouse 的查询，并说明哪些决定无法表达及原因。所指名的决定被拒绝，或手册有错误时，退出码为 1。',
  },
  takes: {
    form: '<form...>',
    says: {
      en: 'json-rules or sql, then the decisions (else all of them)',
      zh: 'json-rules 或 sql，其后为决定的名称（默认全部）',
    },
  },
  options: [
    { flags: '--out <file>', says: { en: 'where the rules (JSON) or the query go', zh: '规则（JSON）或查询写入何处' } },
    { flags: '--all', says: { en: 'tell of each decision that is refused', zh: '逐一列出被拒绝的决定' } },
    {
      flags: '--dialect <name>',
      says: { en: 'of sql: duckdb, postgres or clickhouse', zh: 'sql 用：duckdb、postgres 或 clickhouse' },
    },
    {
      flags: '--table <name>',
      says: {
        en: 'of sql: the table of facts, one column a fact (else facts)',
        zh: 'sql 用：事实表，每个事实一列（默认 facts）',
      },
    },
    { flags: '--view <name>', says: { en: 'of sql: makes a view of that name', zh: 'sql 用：建立该名称的视图' } },
    {
      flags: '--keep <columns>',
      says: {
        en: 'of sql: further columns of the table before the results, by commas',
        zh: 'sql 用：结果前保留的其他列，以逗号分隔',
      },
    },
    {
      flags: '--columns <form>',
      says: {
        en: 'of sql: how columns hold numbers: decimal (else), or whole counts of the smallest step, such as cents',
        zh: 'sql 用：数值列的写法：decimal 为小数（默认），whole 为最小单位的整数个数，如分',
      },
    },
  ],
  examples: [
    'bylaw emit json-rules --at 2026-10-31',
    'bylaw emit json-rules sanction.operations.warning --at 2026-10-31 --out rules.json',
    'bylaw emit sql --dialect duckdb --at 2026-10-31 --keep person commission.promoter.amount',
  ],
  run: emitForm,
};

async function emitForm(call: Call): Promise<number | Refusal> {
  const [wanted = '', ...names] = call.names;
  const ofSql = (['dialect', 'table', 'view', 'keep', 'columns'] as const).find(
    (option) => call.options[option] !== undefined,
  );
  if (!forms.includes(wanted)) return noSuchWord('bylaw emit', wanted, forms);
  if (wanted === 'sql') return writeSql(call, names);
  return ofSql === undefined ? emitRules(call, names) : saysNothing(`--${ofSql}`);
}

async function emitRules(call: Call, names: readonly string[]): Promise<number | Refusal> {
  const ready = await readyHandbook(call);
  if (isRefusal(ready)) return ready;
  const { loaded, moment, program } = ready;
  if (loaded.handbook.diagnostics.some(({ severity }) => severity === 'error')) return 1;
  const stray = unknownAmong(names, program);
  if (stray !== undefined) return stray;
  const { out, all = false, json = false, sourceOnly = false } = call.options;
  const emitted = sayProgram(program, sourceOnly, names.length === 0 ? undefined : names);
  if (out !== undefined) {
    const failed = await writeText(call, out, await packText(emitted, ready));
    if (failed !== undefined) return failed;
  }
  const refused = [...emitted.refused].map(([decision, { code, message }]) => ({ decision, code, message }));
  if (json) {
    if (moment.isToday) remark(call, momentInWords(call, moment));
    const file = out === undefined ? {} : { file: out };
    printJson({ ...file, kinds: countsOf(emitted), said: [...emitted.said.keys()], refused }, call);
  } else printEmitted(emitted, moment, names.length > 0 || all, call);
  const matters = ({ severity }: Diagnostic): boolean => names.length > 0 || severity === 'error';
  return [...emitted.refused.values()].some(matters) ? 1 : 0;
}

function unknownAmong(names: readonly string[], { decisions }: Program): Refusal | undefined {
  const stray = names.find((name) => !Object.hasOwn(decisions, name));
  if (stray === undefined) return undefined;
  const near = didYouMean(suggest(stray, Object.keys(decisions)));
  return wrongUse(`There is no decision “${stray}”.${near.en}`, `没有决定“${stray}”。${near.zh}`);
}

/** The pack, with what it was made of: the hash is that of the bundle which `bylaw build` writes of the same files. */
async function packText(emitted: SaidProgram, { loaded: { handbook } }: Ready): Promise<string> {
  const timeZone = handbook.manifest?.['time-zone'].text ?? 'UTC';
  const sha256 = await hashOf(await buildBundle({ handbook, timeZone, engine: version() }));
  return `${JSON.stringify({ engine: version(), bundle: sha256, ...packOf(emitted) }, undefined, 1)}\n`;
}

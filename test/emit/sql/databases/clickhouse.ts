import { createRequire } from 'node:module';
import { quoted, type Column, type Database, type TextRow } from './database.ts';

/** What is used of `chdb`, which only `npm run test:clickhouse` installs. */
interface Chdb {
  readonly Session: new () => {
    readonly query: (sql: string, format?: string) => string;
    readonly cleanup: () => void;
  };
}

/** ClickHouse in this process, its tables in memory. */
export function openClickhouse(): Promise<Database> {
  const from = createRequire(new URL('../../../clickhouse/package.json', import.meta.url));
  const { Session } = from('chdb') as Chdb;
  const session = new Session();
  const run = (sql: string): Promise<void> => {
    session.query(sql);
    return Promise.resolve();
  };
  return Promise.resolve({
    dialect: 'clickhouse',
    run,
    fill: async (table, columns, rows) => {
      const name = quoted(table, 'clickhouse');
      await run(`create or replace table ${name} (${columns.map(declared).join(', ')}) engine = Memory`);
      if (rows.length > 0) await run(`insert into ${name} format TabSeparated\n${rows.map(line).join('')}`);
    },
    query: (sql) => {
      const [header = '', ...lines] = session.query(sql, 'TabSeparatedWithNames').split('\n');
      const columns = cells(header).map((cell) => cell ?? '');
      return Promise.resolve({ columns, rows: lines.slice(0, -1).map(cells) });
    },
    close: () => {
      session.cleanup();
      return Promise.resolve();
    },
  });
}

function declared({ name, type }: Column): string {
  return `${quoted(name, 'clickhouse')} ${type}`;
}

const line = (row: TextRow): string => `${row.map((cell) => (cell === null ? '\\N' : escaped(cell))).join('\t')}\n`;
const letters: Readonly<Record<string, string>> = { '\\': '\\', '\n': 'n', '\t': 't', '\r': 'r', '\0': '0' };
const escaped = (text: string): string => text.replace(/[\\\n\t\r\0]/g, (sign) => `\\${letters[sign] ?? ''}`);

const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0' };
const cells = (line: string): TextRow =>
  line
    .split('\t')
    .map((cell) => (cell === '\\N' ? null : cell.replace(/\\(.)/g, (_all, sign: string) => signs[sign] ?? sign)));

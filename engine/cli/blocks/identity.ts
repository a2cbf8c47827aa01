import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { version } from '../../host/version.ts';
import type { RowRun } from '../answer-rows.ts';
import type { Call } from '../verb.ts';
import type { BlockSource } from './source.ts';

/** What must be the same for a run to be gone on with, each by a short text. */
export type Identity = Readonly<Record<keyof typeof names, string>>;

const names = {
  bylaw: { en: 'the version of Bylaw', zh: 'Bylaw 的版本' },
  table: { en: 'the table (its size, when it was changed, or its beginning)', zh: '表格（大小、修改时间或开头内容）' },
  handbook: { en: 'the handbook', zh: '手册' },
  mapping: { en: 'the mapping', zh: '映射文件' },
  decisions: { en: 'the decisions that are asked, or their order', zh: '所求的决定或其顺序' },
  moment: { en: 'the date (--at, --period, --known)', zh: '日期（--at、--period、--known）' },
  manner: {
    en: 'an option that says how the table is read or the result is written',
    zh: '读取表格或写出结果的选项',
  },
} satisfies Readonly<Record<string, Texts>>;

/** What differs from an earlier run. */
export function differences(
  now: Identity,
  before: unknown,
): readonly { readonly is: Texts; readonly before: string; readonly now: string }[] {
  const old = typeof before === 'object' && before !== null ? (before as Readonly<Record<string, unknown>>) : {};
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((key) =>
    old[key] === now[key] ? [] : [{ is: names[key], before: textOf(old[key]), now: now[key] }],
  );
}

const textOf = (said: unknown): string => (typeof said === 'string' ? said : '');

export function identityOf(
  { io, options, language, names: decisions }: Call,
  { ready: { loaded, moment } }: RowRun,
  { size, changed, head }: Pick<BlockSource, 'size' | 'changed' | 'head'>,
): Identity {
  const { known, period, at } = moment;
  const { format, encoding, delimiter, reasons = false, sourceOnly = false, map } = options;
  const files = [...loaded.files.values()].map(({ name, text }) => [name, text] as const);
  const manner = { format, encoding, delimiter, reasons, sourceOnly, language: reasons ? language : undefined };
  return {
    bylaw: version(),
    table: `${size} ${changed} ${hash(head)}`,
    handbook: `${loaded.handbook.name} ${loaded.handbook.revision} ${hash(JSON.stringify(files.toSorted(([a], [b]) => (a < b ? -1 : 1))))}`,
    mapping: map === undefined ? '' : hash(readFileSync(resolve(io.cwd, map))),
    decisions: decisions.join(', '),
    moment: JSON.stringify({ at, period, known }),
    manner: JSON.stringify(manner),
  };
}

const hash = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

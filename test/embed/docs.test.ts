/** What the pages for applications show runs, and prints what they say. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { bylaw, folder, home } from '../cli/terminal.ts';

const root = new URL('../../', import.meta.url);
const facts = { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' };

/** The blocks of a page in one language of code, in their order. */
function blocks(page: string, language: string): readonly string[] {
  return [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, named, text]) =>
    named === language && text !== undefined ? [text] : [],
  );
}

const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  readonly exports: Readonly<Record<string, { readonly default: string }>>;
};

/** The package's entries as files of this clone, where nothing is built. */
const fromSources = (code: string): string =>
  code.replace(/from 'bylaw(\/[\w-]+)?'/g, (_, entry: string | undefined) => {
    const built = exports[`.${entry ?? ''}`]?.default ?? '';
    return `from '${new URL(built.replace('./dist/', './').replace(/\.js$/, '.ts'), root).href}'`;
  });

/** A folder with the handbook and the facts that the pages ask with. */
function workshop(): string {
  const cwd = folder();
  cpSync(join(home, 'policies'), join(cwd, 'policies'), { recursive: true });
  for (const name of ['facts.json', 'october.json']) writeFileSync(join(cwd, name), JSON.stringify(facts));
  return cwd;
}

async function run(commands: string, cwd: string): Promise<number> {
  const lines = commands.trim().split('\n');
  for (const line of lines) {
    const [verb = '', ...args] = line.split(' ');
    expect(verb).toBe('bylaw');
    expect(await bylaw(args, { cwd }), line).toMatchObject({ code: 0, err: '' });
  }
  return lines.length;
}

/** What the code of a page prints. */
function printed(code: readonly string[], cwd: string): string {
  const program = fromSources(code.join('\n'));
  expect(program).not.toContain("'bylaw");
  writeFileSync(join(cwd, 'page.mjs'), program);
  return execFileSync(process.execPath, ['page.mjs'], { cwd, encoding: 'utf8' });
}

test.each([
  ['docs/embedding.md', 'Net sales'],
  ['docs/embedding.zh-CN.md', '净销售额'],
])('%s', async (path, title) => {
  const page = readFileSync(new URL(path, root), 'utf8');
  const cwd = workshop();
  const [commands = ''] = blocks(page, '');
  expect(await run(commands, cwd)).toBeGreaterThan(3);
  const code = blocks(page, 'js');
  expect(code).toHaveLength(2);
  const [first = '', ...explained] = printed(code, cwd).split('\n');
  // The comment beside console.log.
  expect(page).toContain(`// ${first}\n`);
  expect(first).toBe('determined 80000.00 CNY');
  expect(explained.join('\n')).toContain(title);
  expect(explained.join('\n')).toContain('80000.00 CNY');
});

test.each(['docs/decision-log.md', 'docs/decision-log.zh-CN.md'])('%s', async (path) => {
  const page = readFileSync(new URL(path, root), 'utf8');
  const cwd = workshop();
  const [commands = ''] = blocks(page, '');
  expect(await run(commands, cwd)).toBe(2);
  const code = blocks(page, 'js');
  expect(code).toHaveLength(1);
  expect(printed(code, cwd)).toBe('');
  const again = await bylaw(['replay', 'decisions*.jsonl', '--bundle', 'handbook.bundle', '--json'], { cwd });
  expect(again.code).toBe(0);
  // The verb's line and the application's.
  expect(JSON.parse(again.out)).toMatchObject({ records: 2, same: 2, broken: 0 });
});

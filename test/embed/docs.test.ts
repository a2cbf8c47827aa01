/** What the pages for applications show runs, and prints what they say. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, home } from '../cli/terminal.ts';
import { blocks, printed, root, run } from './page-code.ts';

const facts = { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' };

/** A folder with the handbook and the facts that the pages ask with. */
function workshop(): string {
  const cwd = folder();
  cpSync(join(home, 'policies'), join(cwd, 'policies'), { recursive: true });
  for (const name of ['facts.json', 'october.json']) writeFileSync(join(cwd, name), JSON.stringify(facts));
  return cwd;
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
  expect(code).toHaveLength(3);
  const [first = '', scales, ...rest] = printed(code, cwd).split('\n');
  expect([scales, ...rest.splice(0, 3)]).toEqual(['2,2', '8000000', '1200000', 'undetermined']);
  const explained = rest;
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

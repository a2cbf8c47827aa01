/** What docs/json-rules.md shows for a host of its own runs, with the package and without it. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder } from '../cli/terminal.ts';
import { blocks, printed, root, run } from './page-code.ts';

test.each(['docs/json-rules.md', 'docs/json-rules.zh-CN.md'])('%s', async (path) => {
  const page = readFileSync(new URL(path, root), 'utf8');
  const cwd = folder();
  cpSync(new URL('policies', root).pathname, join(cwd, 'policies'), { recursive: true });
  const [commands = ''] = blocks(page, '');
  const [, some = ''] = commands.trim().split('\n');
  const emitted = await bylaw(some.split(' ').slice(1), { cwd });
  expect(emitted, some).toMatchObject({ code: 0, err: '' });
  expect(await run('bylaw build --out handbook.bundle', cwd)).toBe(1);
  const code = blocks(page, 'js');
  expect(code).toHaveLength(3);
  expect(printed(code.slice(0, 2), cwd)).toBe('determined true\ntrue\n');
  const events = printed(code.slice(2), cwd).trim().split('\n');
  expect(events).toContain('sanction.operations.warning bylaw.value true');
});

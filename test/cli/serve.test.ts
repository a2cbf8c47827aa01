import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, home } from './terminal.ts';

/** A folder with a key and a bundle that it signed. */
async function signed(): Promise<string> {
  const dir = folder();
  cpSync(join(home, 'policies'), join(dir, 'policies'), { recursive: true });
  await bylaw(['keys', 'new', 'office'], { cwd: dir });
  await bylaw(['build', '--out', 'h.bundle', '--sign', 'office.key.json'], { cwd: dir });
  writeFileSync(join(dir, 'tokens.txt'), 'payroll a-token-that-nobody-guesses\n');
  return dir;
}

const question = JSON.stringify({
  decision: 'sales.net',
  at: '2026-10-31',
  facts: { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' },
});

test('serve answers until it is told to end, and prints what happens as JSON Lines', async () => {
  const cwd = await signed();
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const { promise: listening, resolve: listens } = Promise.withResolvers<string>();
  const hear = (text: string): void => {
    const { url } = JSON.parse(text) as { readonly url?: string };
    if (url !== undefined) listens(url);
  };
  const options = ['--key', 'office.pub.json', '--remember', 'lowest.json', '--tokens', 'tokens.txt'];
  const logging = ['--log', 'decisions.jsonl', '--mask', 'sales.ordered'];
  const running = bylaw(['serve', '--bundle', 'h.bundle', '--port', '0', ...options, ...logging], {
    cwd,
    stopped,
    hear,
  });
  const url = await listening;
  const headers = { 'content-type': 'application/json', authorization: 'Bearer a-token-that-nobody-guesses' };
  const answer = await fetch(`${url}/v1/decisions`, { method: 'POST', headers, body: question });
  expect(await answer.json()).toMatchObject({ outcome: { value: '80000.00 CNY' } });
  stop();
  const { code, out, err } = await running;
  expect([code, err]).toEqual([0, '']);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(lines.map(({ msg }) => msg)).toEqual(['listening', 'answered', 'stopping', 'stopped']);
  expect(lines[1]).toMatchObject({ operation: 'decide', status: 200, caller: 'payroll' });
  expect(out).not.toMatch(/88000|nobody-guesses/);
  const kept = readFileSync(join(cwd, 'decisions.jsonl'), 'utf8');
  expect(kept).toContain('"without":["sales.ordered"]');
  expect(kept).not.toContain('88000');
});

test('what cannot be served is refused in words', async () => {
  const cwd = await signed();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = String((other.address() as AddressInfo).port);
  writeFileSync(join(cwd, 'short.txt'), 'payroll 1234\n');
  const cases: readonly (readonly [argv: readonly string[], code: number, says: RegExp])[] = [
    [[], 2, /--bundle is missing/],
    [['--bundle', 'none.bundle'], 3, /bundle\/unreadable/],
    [['--bundle', 'tokens.txt'], 3, /bundle\/no-bundle/],
    [['--bundle', 'h.bundle', '--port', '65536'], 2, /no port/],
    [['--bundle', 'h.bundle', '--port', taken], 2, /taken/],
    [['--bundle', 'h.bundle', '--host', '0.0.0.0'], 2, /--tokens FILE/],
    [['--bundle', 'h.bundle', '--tokens', 'short.txt'], 2, /short\.txt: line 1/],
    [['--bundle', 'h.bundle', '--most-bytes', '1e9'], 2, /--most-bytes takes/],
    [['--bundle', 'h.bundle', '--most-seconds', '99999999'], 2, /from 1 to 3600/],
    [['--bundle', 'h.bundle', '--cors', 'https://shop.example/'], 2, /no origin/],
    [['--bundle', 'h.bundle', '--mask', 'sales.ordered'], 2, /--log/],
    [['--bundle', 'h.bundle', '--log', 'tokens.txt'], 2, /no line of a decision log/],
    [['--bundle', 'h.bundle', '--log', 'd.jsonl', '--mask', 'sales.orderd'], 3, /“sales\.ordered”/],
  ];
  for (const [argv, code, says] of cases) {
    const ran = await bylaw(['serve', ...argv], { cwd });
    expect({ argv, code: ran.code, out: ran.out }).toEqual({ argv, code, out: '' });
    expect(ran.err).toMatch(says);
    expect(ran.err).not.toContain('1234');
    expect((await bylaw(['serve', ...argv, '--lang', 'zh'], { cwd })).err).toMatch(/\p{Script=Han}/u);
  }
  other.close();
});

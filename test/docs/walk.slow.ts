/** The commands of the README that lead from a key to a replay, run in a fresh copy as they stand there, one after the other. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { folder } from '../cli/terminal.ts';
import { blocksOf } from './page.ts';

const run = promisify(execFile);
const walkOf = (page: string): readonly string[] =>
  blocksOf(readFileSync(page, 'utf8')).flatMap(({ about, text }) => (about === 'walk' ? [text] : []));

/** The project without what is installed, built or kept by git; with the packages that are installed here. */
function copy(): string {
  const cwd = folder();
  const left = /\/(?:node_modules|\.git|dist|out|coverage|test|\.bylaw|[^/]*\.(?:bundle|jsonl|key\.json|pub\.json))$/;
  cpSync(resolve('.'), cwd, { recursive: true, filter: (path) => path === resolve('.') || !left.test(path) });
  symlinkSync(resolve('node_modules'), join(cwd, 'node_modules'));
  return cwd;
}

/** A port that is free: 8080 may be taken where the tests run. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

test('the Chinese page has the same commands', () => {
  const commands = (page: string): readonly string[] => walkOf(page).map((text) => text.replaceAll(/ +#.*/g, ''));
  expect(commands('README.zh-CN.md')).toEqual(commands('README.md'));
});

test('from a key to a replay', async () => {
  const [first = '', second = ''] = walkOf('README.md');
  const cwd = copy();
  const port = await freePort();
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
  const said = async (command: string): Promise<string> => (await run('sh', ['-ec', command], { cwd, env })).stdout;

  const lines = first.trim().split('\n');
  const serve = lines.at(-1) ?? '';
  for (const line of lines.slice(0, -1)) await said(line);

  expect(serve).toMatch(/^npx bylaw serve /);
  const service = spawn('sh', ['-c', `exec ${serve} --port ${port}`], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // When nobody holds its output any more, whatever became of npx.
  const closed = once(service, 'close');
  // npx and what it starts are one group, as in a terminal.
  let isOver = false;
  const interrupt = async (): Promise<void> => {
    if (!isOver) process.kill(-(service.pid ?? NaN), 'SIGINT');
    isOver = true;
    await closed;
  };
  onTestFinished(interrupt);
  const heard = createInterface(service.stdout)[Symbol.asyncIterator]();
  expect((await heard.next()).value).toContain('"msg":"listening"');

  const [curl = '', rest = ''] = second.split(/^(?=cat )/m);
  expect(curl).toContain(' http://127.0.0.1:8080/');
  const answer = JSON.parse(await said(curl.replace(':8080/', `:${port}/`))) as object;
  expect(answer).toMatchObject({ outcome: { status: 'determined', value: '80000.00 CNY' } });
  const [show = '', replay = ''] = rest.trim().split('\n');
  const log = (await said(show)).trim().split('\n');
  expect(log.map((line) => (JSON.parse(line) as { readonly decision?: string }).decision)).toEqual([
    undefined,
    'sales.net',
  ]);
  expect(await said(replay)).toMatch(/^1 line in 1 file: 1 as they were, 0 otherwise$/m);
  await interrupt();
  // The service has let go of its log.
  await expect(said('ls decisions.jsonl.lock')).rejects.toThrow();
});

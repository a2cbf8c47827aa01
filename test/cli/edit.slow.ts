import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { handbookWith } from './terminal.ts';

interface Editor {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly url: URL;
  readonly out: () => string;
  readonly err: () => string;
  /** As the page sends it. */
  readonly ask: (method: string, path: string, body?: object) => Promise<Response>;
  readonly ended: Promise<unknown>;
}

/** The command as people run it, until its page answers. */
async function editor(...argv: readonly string[]): Promise<Editor> {
  // CI makes colour libraries colour pipes; the address must stay readable all the same.
  const env = { ...process.env, CI: 'true' };
  const child = spawn(process.execPath, ['engine/cli/bylaw.js', 'edit', ...argv], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.on('close', (code, by) => resolve({ code, by })));
  let [out, err] = ['', ''];
  child.stderr.on('data', (piece) => (err += String(piece)));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (piece) => {
      out += String(piece);
      const [, found] = /^(?:Open|打开) (http:\S+) \S/m.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`ended with ${out}${err}`)));
  });
  const entered = await fetch(address, { redirect: 'manual' });
  expect(entered.status).toBe(303);
  const url = new URL('/', address);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask: Editor['ask'] = (method, path, body) =>
    fetch(new URL(path, url), {
      method,
      headers: { cookie, origin: url.origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { child, url, out: () => out, err: () => err, ask, ended };
}

test.each(['SIGINT', 'SIGTERM'] as const)('the editor is served until %s, with a window open', async (signal) => {
  const { child, ask, out, ended } = await editor('--lang', 'en', '--handbook', handbookWith());
  expect(out()).toMatch(
    /^E-commerce handbook\n {2}\d+ policies with \d+ decisions · no problems · \d+ interpretations/,
  );
  expect(await (await ask('GET', '/')).text()).toContain('<html');
  const events = await ask('GET', '/api/events');
  expect(events.status).toBe(200);
  child.kill(signal);
  // What was sent while the window was open comes to its end; it is not cut off.
  expect(await events.text()).toContain('event: versions');
  expect(await ended).toEqual({ code: 0, by: null });
});

test('what is being saved when the editor is stopped is saved, and drafts are there when it comes back', async () => {
  const dir = handbookWith();
  const first = await editor('--handbook', dir);
  expect(first.out()).toMatch(/项决定[^]*decisions/);
  const { files } = (await (await first.ask('GET', '/api/handbook')).json()) as {
    files: readonly { path: string; text: string; version: string }[];
  };
  const [one, two] = files;
  if (one === undefined || two === undefined) throw new Error('an empty handbook');
  const draft = await first.ask('PUT', `/api/drafts/${two.path}`, { text: 'half: [', basedOn: two.version });
  expect(draft.status).toBe(200);
  const saving = first.ask('PUT', `/api/files/${one.path}`, { text: `${one.text}# saved\n`, basedOn: one.version });
  await new Promise((resolve) => setTimeout(resolve, 5));
  first.child.kill('SIGTERM');
  // It may have come too late to be taken at all; what is taken is finished.
  const status = await saving.then((answer) => answer.status).catch(() => undefined);
  expect(await first.ended).toEqual({ code: 0, by: null });
  expect(readFileSync(join(dir, one.path), 'utf8')).toBe(`${one.text}${status === 200 ? '# saved\n' : ''}`);

  const second = await editor('--handbook', dir, '--lang', 'zh');
  const { drafts } = (await (await second.ask('GET', '/api/drafts')).json()) as { drafts: readonly object[] };
  expect(drafts).toMatchObject([{ path: two.path, text: 'half: [', basedOn: two.version }]);
  expect(first.url.port).not.toBe('');
});

test('no path on the wire leads out of the handbook, whatever a client makes of it', async () => {
  const { url, child, ended } = await editor('--handbook', handbookWith(), '--lang', 'en');
  const paths = [
    '/../../etc/passwd',
    '/assets/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/api/files/../../x',
    '//etc/passwd',
  ];
  for (const path of paths) {
    const answer = await raw(url, path);
    expect(answer).toMatch(/^HTTP\/1.1 40[0-5] /);
    expect(answer).not.toContain('root:');
  }
  child.kill('SIGTERM');
  await ended;
});

/** A request as it is, which `fetch` would mend. */
function raw({ hostname, port, host }: URL, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (piece) => (text += String(piece)));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

test('others are let in only where that was said twice, and are told about', async () => {
  const { url, err, child, ended } = await editor(
    '--handbook',
    handbookWith(),
    '--host',
    '0.0.0.0',
    '--remote',
    '--lang',
    'en',
  );
  expect(err()).toContain('Others can reach this page, and what it sends is not encrypted.');
  const stranger = await fetch(`http://127.0.0.1:${url.port}/`);
  expect(stranger.status).toBe(401);
  child.kill('SIGTERM');
  await ended;
});

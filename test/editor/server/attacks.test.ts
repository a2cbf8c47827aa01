/** What no page would send, byte by byte over a socket: each is answered in words of both languages, and nothing is written. */
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, open, own, type Opened } from './desk.ts';

const files = { 'handbook.yaml': 'handbook: h\n', 'pay/a.yaml': 'a: 1\n' };

/** All files of a folder with their bytes. */
const stateOf = (folder: string): unknown =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('.bylaw'))
    .sort()
    .map((path) => [path, readFileSync(path, 'base64')]);

interface Listening extends Opened {
  readonly outside: string;
  readonly call: () => Socket;
}

/** The server on a port of its own, in a folder of its own that has a neighbour. */
async function listening(): Promise<Listening> {
  const outside = folderWith({ 'secret.yaml': 'secret' });
  mkdirSync(join(outside, 'handbook'));
  const desk = await open(folderWith(files));
  const server = createAdaptorServer({ fetch: desk.app.fetch }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { ...desk, outside, call: () => connect(port, '127.0.0.1') };
}

const head = (line: string, more: Readonly<Record<string, string | number>> = {}): string =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries({ ...own, 'content-type': 'application/json', connection: 'close', ...more }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '\r\n',
  ].join('\r\n');

/** What is answered to these bytes, to the end. */
async function said(socket: Socket, ...bytes: readonly (string | Buffer)[]): Promise<{ status: number; body: string }> {
  for (const part of bytes) socket.write(part);
  let text = '';
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on('data', (data: string) => (text += data));
  await once(socket, 'close');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), body: text.slice(text.indexOf('\r\n\r\n') + 4) };
}

const save = JSON.stringify({ text: 'mine', basedOn: null });
const put = (path: string, more: Readonly<Record<string, string | number>> = {}): string =>
  head(`PUT /api/files/${path}`, { 'content-length': Buffer.byteLength(save), ...more }) + save;

interface Attack {
  readonly what: string;
  readonly bytes: readonly (string | Buffer)[];
  /** Outside of `/api/` the answer is for a person, and is text. */
  readonly is: readonly [status: number, error: string | undefined];
}
const wrongBytes = Buffer.concat([
  Buffer.from('{"text":"'),
  Buffer.from([0xc3, 0x28, 0xff]),
  Buffer.from('","basedOn":null}'),
]);
const attacks: readonly Attack[] = [
  { what: 'dots that nobody took out of the address', bytes: [put('../../../secret.yaml')], is: [405, undefined] },
  { what: 'dots, encoded', bytes: [put('%2e%2e/%2e%2e/secret.yaml')], is: [405, undefined] },
  { what: 'a slash, encoded', bytes: [put('..%2fsecret.yaml')], is: [400, 'not-a-place'] },
  { what: 'encoded twice', bytes: [put('%252e%252e%252fsecret.yaml')], is: [400, 'not-a-place'] },
  { what: 'a sign that ends names', bytes: [put('a.yaml%00.yaml')], is: [400, 'not-a-place'] },
  { what: 'a name that differs in case alone', bytes: [put('pay/A.yaml')], is: [400, 'not-a-place'] },
  { what: 'a folder that differs in case alone', bytes: [put('PAY/b.yaml')], is: [400, 'not-a-place'] },
  { what: 'another host', bytes: [put('b.yaml', { host: 'evil.example' })], is: [403, 'stranger'] },
  { what: 'another origin', bytes: [put('b.yaml', { origin: 'http://evil.example' })], is: [403, 'stranger'] },
  { what: 'a wrong token', bytes: [put('b.yaml', { cookie: 'bylaw-4321=wrong' })], is: [401, 'token'] },
  {
    what: 'bytes that are no UTF-8',
    bytes: [head('PUT /api/files/b.yaml', { 'content-length': wrongBytes.length }), wrongBytes],
    is: [415, 'not-utf8'],
  },
  {
    what: 'a length beyond all files',
    bytes: [head('PUT /api/files/b.yaml', { 'content-length': 6_000_000_000 }), '{'],
    is: [413, 'too-much'],
  },
  {
    what: 'a body without end, in chunks',
    bytes: [
      head('PUT /api/files/b.yaml', { 'transfer-encoding': 'chunked' }),
      ...Array.from({ length: 6 }, () => `f4240\r\n${'x'.repeat(1_000_000)}\r\n`),
      '0\r\n\r\n',
    ],
    is: [413, 'too-much'],
  },
];

test.each(attacks)('$what', async ({ bytes, is }) => {
  const { folder, outside, call, bugs } = await listening();
  const before = [stateOf(folder), stateOf(outside)];
  const { status, body } = await said(call(), ...bytes);
  const { error } = JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? '{}') as { readonly error?: string };
  expect([status, error]).toEqual(is);
  for (const words of [/[a-z]+ [a-z]+ [a-z]+/, /\p{Script=Han}{3}/u]) expect(body).toMatch(words);
  expect([stateOf(folder), stateOf(outside)]).toEqual(before);
  expect(bugs).toEqual([]);
});

test('whoever sends a body slowly or breaks off holds up nobody, and nothing of it is written', async () => {
  const { folder, call, ask, bugs } = await listening();
  const slow = Array.from({ length: 20 }, (_, i) => {
    const socket = call();
    socket.on('error', () => undefined);
    socket.write(
      head(`PUT /api/files/slow-${i}.yaml`, { 'content-length': Buffer.byteLength(save) }) + save.slice(0, -3),
    );
    return socket;
  });
  const fast = await said(call(), put('fast.yaml'));
  expect(fast.status).toBe(200);
  for (const socket of slow) socket.destroy();
  expect((await ask('GET', '/api/handbook')).status).toBe(200);
  expect(
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort(),
  ).toEqual(['fast.yaml', 'handbook.yaml', 'pay']);
  expect(bugs.filter((error) => !/abort|premature|terminated/i.test(error.message))).toEqual([]);
});

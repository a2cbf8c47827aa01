/**
 * What no good caller sends: each ends in a problem that says what is wrong, and the service answers on. A kill while the log is
 * written is in `killed.slow.ts`.
 */
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { keepRecord } from '../../server/record.ts';
import { readTokens } from '../../server/tokens.ts';
import { soon } from '../browser/soon.ts';
import { folder } from '../cli/terminal.ts';
import { told } from '../decision-log/support.ts';
import { bundleText, bytesTold, head, question, running, type Running } from './running.ts';

const limits = { mostBytes: 20_000, mostQuestions: 10, bodySeconds: 0.3, graceSeconds: 2 };

/** After whatever was sent: the same process gives the same answer. */
async function answersOn({ ask }: Running, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const { status, said } = await ask('/v1/decisions', { body: question, headers });
  expect([status, said]).toMatchObject([200, { outcome: { status: 'determined', value: '80000.00 CNY' } }]);
}

const deep = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
const one = { decision: 'sales.net', facts: {} };
const bodies: readonly {
  readonly what: string;
  readonly body: unknown;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly is: Readonly<Record<string, unknown>>;
}[] = [
  {
    what: 'an oversized body',
    body: { ...question, facts: { 'sales.ordered': 'x'.repeat(30_000) } },
    is: { type: 'urn:bylaw:problem:too-large', status: 413 },
  },
  {
    what: 'a body too deep',
    body: deep,
    is: { type: 'urn:bylaw:problem:too-deep', status: 422, code: 'facts/too-deep' },
  },
  {
    what: 'facts of the wrong type',
    body: { ...question, facts: 'all' },
    is: { type: 'urn:bylaw:problem:wrong-shape', status: 422, place: '/facts' },
  },
  { what: 'a day that is a number', body: { ...question, at: 20261031 }, is: { status: 422, place: '/at' } },
  {
    what: 'a day that is none',
    body: { ...question, at: '2026-02-30' },
    is: { type: 'urn:bylaw:problem:no-day', status: 422 },
  },
  { what: 'a day and a month', body: { ...question, period: '2026-10' }, is: { status: 422, place: '/' } },
  { what: 'a misspelt key', body: { ...question, souceOnly: true }, is: { status: 422, place: '/souceOnly' } },
  {
    what: 'a misspelt key that must be there',
    body: { decison: 'sales.net', at: '2026-10-31', facts: {} },
    is: { status: 422, place: '/', detail: expect.stringContaining('“decison” stands there') as string },
  },
  {
    what: 'a misspelt day',
    body: { ...one, dat: '2026-10-31' },
    is: { status: 422, detail: expect.stringContaining('“dat” stands there') as string },
  },
  {
    what: 'a decision that does not exist',
    body: { ...question, decision: 'sales.nett' },
    is: { type: 'urn:bylaw:problem:unknown-decision', status: 404, code: 'decision/unknown', place: '/decision' },
  },
  {
    what: 'a decision that every object has',
    body: { ...question, decision: 'constructor' },
    is: { status: 404, code: 'decision/unknown' },
  },
  {
    what: '__proto__ among the facts',
    body: JSON.stringify(question).replace('"sales.ordered"', '"__proto__":{"a":1},"sales.ordered"'),
    is: { status: 400, code: 'facts/forbidden-key' },
  },
  {
    what: '__proto__, written otherwise',
    body: '{"\\u005f_proto__":{"at":"2026-10-31"}}',
    is: { status: 400, code: 'facts/forbidden-key' },
  },
  {
    what: 'a key twice',
    body: '{"at":"2026-10-31","at":"2020-01-01"}',
    is: { status: 400, code: 'facts/key-twice', place: 'byte 19' },
  },
  {
    what: 'malformed JSON',
    body: '{"at":"2026-10-31",}',
    is: { type: 'urn:bylaw:problem:not-json', status: 400, code: 'facts/syntax' },
  },
  { what: 'no object', body: '[1]', is: { status: 400, code: 'facts/no-object' } },
  {
    what: 'a huge batch',
    path: '/v1/decisions:batch',
    body: { at: '2026-10-31', questions: Array.from({ length: 11 }, () => one) },
    is: { type: 'urn:bylaw:problem:too-many', status: 413, place: '/questions' },
  },
  {
    what: 'a form of a page',
    body: 'decision=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    is: { type: 'urn:bylaw:problem:wrong-media', status: 415 },
  },
  {
    what: 'a packed body',
    body: '{}',
    headers: { 'content-encoding': 'gzip' },
    is: { status: 415, place: 'Content-Encoding' },
  },
];

test('bodies that no good caller sends', async () => {
  const service = await running({ limits });
  for (const { what, body, path = '/v1/decisions', headers = {}, is } of bodies) {
    const english = await service.ask(path, { body, headers });
    expect({ what, ...english.said }).toMatchObject({ what, ...is });
    expect(english.status).toBe(english.said['status']);
    expect(english.headers.get('content-type')).toBe('application/problem+json');
    const chinese = await service.ask(path, {
      body,
      headers: { ...headers, 'accept-language': 'fr, zh-CN;q=0.8, en;q=0.5' },
    });
    for (const part of ['title', 'detail', 'fix']) {
      expect(english.said[part], what).toMatch(/[a-z]{2}/i);
      expect(chinese.said[part], what).toMatch(/\p{Script=Han}{2}/u);
    }
    await answersOn(service);
  }
  expect(service.logged().filter(({ level }) => level === 50)).toEqual([]);
});

test('a body without end, in chunks', async () => {
  const service = await running({ limits });
  const { status, said } = await bytesTold(service.port, (socket) => {
    socket.write(head({ 'transfer-encoding': 'chunked' }));
    for (let i = 0; i < 6; i++) socket.write(`1f40\r\n${'x'.repeat(8_000)}\r\n`);
  });
  expect([status, said['type']]).toEqual([413, 'urn:bylaw:problem:too-large']);
  await answersOn(service);
});

test('a slow body is cut off with an answer', async () => {
  const service = await running({ limits });
  const { status, said } = await bytesTold(service.port, (socket) => {
    socket.write(`${head({ 'content-length': 100 })}{"at":`);
  });
  expect([status, said['type']]).toEqual([408, 'urn:bylaw:problem:slow-body']);
  await answersOn(service);
});

test('a connection that is cut within a body', async () => {
  const service = await running({ limits });
  await bytesTold(service.port, (socket) => {
    socket.write(`${head({ 'content-length': 100 })}{"at":`, () => socket.destroy());
  });
  await answersOn(service);
  expect(service.logged().filter(({ level }) => level === 50)).toEqual([]);
});

test('a wrong token, a near one, none', async () => {
  const token = 'a-token-that-nobody-guesses-1';
  const callers = readTokens(`# who may ask\npayroll ${token}\nshop another-token-that-nobody-guesses\n`);
  if ('wrong' in callers) throw new Error(callers.wrong.en);
  const service = await running({ limits, callers });
  for (const authorization of [
    '',
    'Bearer',
    `Bearer ${token}1`,
    `Bearer ${token.slice(0, -1)}`,
    `Basic ${token}`,
    token,
  ]) {
    const { status, said, headers } = await service.ask('/v1/decisions', {
      body: question,
      headers: { authorization },
    });
    expect([authorization, status, said['type']]).toEqual([authorization, 401, 'urn:bylaw:problem:token']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  }
  for (const path of ['/v1/handbook', '/metrics', '/openapi.json']) expect((await service.ask(path)).status).toBe(401);
  for (const path of ['/health/live', '/health/ready']) expect((await service.ask(path)).status).toBe(200);
  await answersOn(service, { authorization: `Bearer ${token}` });
  expect(service.logged().at(-1)).toMatchObject({ caller: 'payroll', status: 200 });
  expect(JSON.stringify(service.logged())).not.toContain(token);
});

test('a broken bundle is refused, and the last good one answers on', async () => {
  const service = await running({ limits });
  const good = await bundleText();
  for (const broken of ['', 'junk', good.slice(0, -100), good.replace('CNY', 'EUR')]) {
    service.replace(broken);
    await service.service.reload();
    expect((await service.ask('/health/ready')).said).toMatchObject({
      ready: true,
      current: false,
      revision: 1,
      refused: [{}],
    });
    await answersOn(service);
  }
  const metrics = await (await fetch(`${service.service.url}/metrics`)).text();
  expect(metrics).toContain('bylaw_bundle_current 0');
  service.replace(await bundleText(2));
  await service.service.reload();
  expect((await service.ask('/health/ready')).said).toMatchObject({
    ready: true,
    current: true,
    revision: 2,
    refused: [],
  });
  await answersOn(service);
});

test('a stop while a body is on its way loses no answer', async () => {
  const service = await running({ limits: { ...limits, bodySeconds: 2 } });
  const body = JSON.stringify(question);
  let closed: Promise<void> | undefined;
  const { status, said } = await bytesTold(service.port, async (socket) => {
    socket.write(`${head({ 'content-length': body.length })}${body.slice(0, 20)}`);
    // The connection is known to the service once another one that came later is answered.
    await answersOn(service);
    closed = service.service.close();
    socket.write(body.slice(20));
  });
  expect([status, said]).toMatchObject([200, { outcome: { value: '80000.00 CNY' } }]);
  await closed;
  const late = connect(service.port, '127.0.0.1');
  const [error] = (await once(late, 'error')) as [{ readonly code: string }];
  expect(error.code).toBe('ECONNREFUSED');
});

test('a batch that takes too long is given up', async () => {
  const service = await running({ limits: { mostQuestions: 10, workSeconds: 0 } });
  const { at, ...asked } = question;
  const { status, said } = await service.ask('/v1/decisions:batch', { body: { at, questions: [asked, asked] } });
  expect([status, said['type'], 'outcomes' in said]).toEqual([503, 'urn:bylaw:problem:too-long', false]);
  await answersOn(service);
});

test('without its record no answer is given, and the log goes on once it can', async () => {
  const log = join(folder(), 'decisions.jsonl');
  const kept = await keepRecord(log, { sync: 'os' }, pino({ level: 'silent' }));
  if ('diagnostic' in kept) throw new Error(kept.diagnostic.message.en);
  onTestFinished(kept.close);
  const service = await running({ limits, recorder: kept });
  await answersOn(service);
  // Somebody else writes, and stops in the middle of a line.
  appendFileSync(log, '{"time":"2026');
  const { status, said, headers } = await service.ask('/v1/decisions', { body: question });
  expect([status, said]).toMatchObject([503, { type: 'urn:bylaw:problem:not-recorded', code: 'decision-log/changed' }]);
  expect(['outcome' in said, headers.get('retry-after')]).toEqual([false, '5']);
  const { status: ready, said: state } = await service.ask('/health/ready');
  expect([ready, state]).toMatchObject([503, { ready: false, current: true, recording: false }]);
  await soon(async () => (await service.ask('/health/ready')).status).toBe(200);
  await answersOn(service);
  await kept.close();
  expect((await service.ask('/v1/decisions', { body: question })).status).toBe(503);
  const lines = await told(dirname(log), 'decisions.000001.jsonl', 'decisions.jsonl');
  const words = lines.map((line) => line.split(' ')[1]);
  expect(words).toEqual(['header', 'record', 'decision-log/torn', 'header', 'record']);
});

test('a question whose line would be too long is refused, and the next one recorded', async () => {
  const kept = await keepRecord(join(folder(), 'd.jsonl'), { sync: 'os' }, pino({ level: 'silent' }));
  if ('diagnostic' in kept) throw new Error(kept.diagnostic.message.en);
  onTestFinished(kept.close);
  const service = await running({ limits: { mostBytes: 12_000_000 }, recorder: kept });
  const body = { ...question, facts: { ['x'.repeat(9_600_000)]: '1' } };
  const { status, said } = await service.ask('/v1/decisions', { body });
  expect([status, said['code']]).toEqual([413, 'decision-log/too-large']);
  await answersOn(service);
});

import { pino } from 'pino';
import { expect, test } from 'vitest';
import { application } from '../../server/application.ts';
import { openBundle } from '../../engine/runtime.ts';
import { useBundle, type BundleInUse } from '../../server/bundle-in-use.ts';
import type { Answered } from '../../server/inside.ts';
import { languageOf } from '../../server/language.ts';
import { usualLimits } from '../../server/limits.ts';
import { metricsOf } from '../../server/metrics.ts';
import { operationsOf } from '../../server/operations.ts';
import { readTokens } from '../../server/tokens.ts';
import { bundleText, bytesTold, head, question, running } from './running.ts';

test('a decision, its batch and its explanation agree', async () => {
  const { ask } = await running();
  const decided = await ask('/v1/decisions', { body: question });
  const { at, ...one } = question;
  const batch = await ask('/v1/decisions:batch', { body: { at, questions: [one, { ...one, facts: {} }] } });
  const explained = await ask('/v1/explain', { body: question, headers: { 'accept-language': 'zh' } });
  const { outcome } = decided.said;
  expect(outcome).toMatchObject({ status: 'determined', value: '80000.00 CNY' });
  expect(batch.said['outcomes']).toMatchObject([outcome, { status: 'undetermined' }]);
  expect(explained.said).toMatchObject({ outcome, text: expect.stringMatching(/净销售额.*80000\.00 CNY/) as string });
  expect(explained.headers.get('content-language')).toBe('zh');
});

test('numbers of a body never become floats', async () => {
  const { ask } = await running();
  const facts =
    '{"sales.ordered":"90071992547409.93 CNY","sales.returned":"0.01 CNY","sales.completion":1.100000000000000000000000001}';
  const { said } = await ask('/v1/explain', { body: `{"at":"2026-10-31","decision":"sales.net","facts":${facts}}` });
  expect(said['outcome']).toMatchObject({ value: '90071992547409.92 CNY' });
});

test('whoever keeps the record hears of each decision, before the answer', async () => {
  const heard: Answered[] = [];
  const callers = readTokens('payroll a-token-that-nobody-guesses');
  if ('wrong' in callers) throw new Error(callers.wrong.en);
  const { ask } = await running({
    callers,
    recorder: { broken: () => undefined, record: (all) => Promise.resolve(void heard.push(...all)) },
  });
  const headers = { authorization: 'Bearer a-token-that-nobody-guesses', 'x-request-id': 'request-of-ours-1' };
  const { at, ...one } = question;
  const body = { at, questions: [one, { decision: 'x', facts: { 'sales.ordered': 1.1 } }] };
  const text = JSON.stringify(body).replace('1.1', '1.10');
  const answered = await ask('/v1/decisions:batch', { body: text, headers });
  expect(answered.headers.get('x-request-id')).toBe('request-of-ours-1');
  const { said } = answered;
  const all = { request: 'request-of-ours-1', caller: 'payroll', bundle: { sha256: said['bundle'] }, moment: { at } };
  const [first, second] = said['outcomes'] as readonly unknown[];
  expect(heard.map(({ program }) => program.at)).toEqual([at, at]);
  expect(heard).toMatchObject([
    { ...all, ...one, outcome: first },
    { ...all, decision: 'x', facts: { 'sales.ordered': { source: '1.10' } }, outcome: second },
  ]);
});

test('batches are worked out in their order, and a single question does not wait for them', async () => {
  const heard: string[] = [];
  const { promise: all, resolve: isAll } = Promise.withResolvers<void>();
  const record = (given: readonly Answered[]): Promise<undefined> => {
    heard.push(`${given.length} of ${given[0]?.request ?? ''}`);
    if (heard.length === 3) isAll();
    return Promise.resolve(undefined);
  };
  // A turn after every question: however fast they are answered, the large batch takes a thousand turns.
  const limits = { turnMilliseconds: 0 };
  const { port } = await running({ limits, recorder: { record, broken: () => undefined } });
  const { at, ...one } = question;
  const sent = (request: string, path: string, asked: unknown): string => {
    const body = JSON.stringify(asked);
    return `${head({ 'content-length': body.length, 'x-request-id': request }, path)}${body}`;
  };
  const batch = (count: number): unknown => ({ at, questions: Array.from({ length: count }, () => one) });
  await bytesTold(port, async (socket) => {
    // On one connection, so that they come in this order.
    socket.write(sent('request-large', '/v1/decisions:batch', batch(1_000)));
    socket.write(sent('request-small', '/v1/decisions:batch', batch(1)));
    socket.write(sent('request-single', '/v1/decisions', question));
    await all;
    socket.destroy();
  });
  expect(heard).toEqual(['1 of request-single', '1000 of request-large', '1 of request-small']);
});

test('a new bundle is seen without being told', async () => {
  const { ask, replace, logged } = await running();
  replace(await bundleText(7));
  await expect.poll(async () => (await ask('/health/ready')).said['revision'], { timeout: 20_000 }).toBe(7);
  expect((await ask('/v1/decisions', { body: question })).said).toMatchObject({
    revision: 7,
    outcome: { value: '80000.00 CNY' },
  });
  expect(logged().some(({ msg, revision }) => msg === 'bundle changed' && revision === 7)).toBe(true);
});

test('a look at the file that fails keeps no later one from happening', async () => {
  const first = await openBundle(await bundleText());
  const second = await openBundle(await bundleText(2));
  const looks = [() => first, () => Promise.reject(new Error('seeded')), () => second];
  const inUse = await useBundle(() => Promise.resolve(looks.shift()!()));
  if ('diagnostics' in inUse) throw new Error('the bundle is good');
  await expect(inUse.reload()).rejects.toThrow('seeded');
  expect(inUse.now().bundle.revision).toBe(1);
  await inUse.reload();
  expect(inUse.now().bundle.revision).toBe(2);
});

test('what can be asked is listed, definitions within a policy are not', async () => {
  const { ask } = await running();
  const { said } = await ask('/v1/handbook?at=2026-10-31');
  const decisions = said['decisions'] as readonly { readonly name: string; readonly type: string }[];
  expect(decisions.find(({ name }) => name === 'sales.net')).toMatchObject({ type: 'money(CNY)', policy: 'sales' });
  for (const { name } of decisions) {
    const described = await ask(`/v1/decisions/${encodeURIComponent(name)}?at=2026-10-31`);
    expect([name, described.status]).toEqual([name, 200]);
  }
  const { said: net } = await ask('/v1/decisions/sales.net?at=2026-10-31');
  expect((net['facts'] as readonly { readonly name: string }[]).map(({ name }) => name)).toEqual([
    'sales.ordered',
    'sales.returned',
  ]);
});

test('pages of other origins read nothing, unless it is said', async () => {
  const headers = { origin: 'https://shop.example' };
  const quiet = await running();
  expect((await quiet.ask('/v1/handbook', { headers })).headers.get('access-control-allow-origin')).toBe(null);
  const open = await running({ origins: ['https://shop.example'] });
  expect((await open.ask('/v1/handbook', { headers })).headers.get('access-control-allow-origin')).toBe(
    'https://shop.example',
  );
  const other = await open.ask('/v1/handbook', { headers: { origin: 'https://evil.example' } });
  expect(other.headers.get('access-control-allow-origin')).toBe(null);
  const before = await fetch(`${open.service.url}/v1/decisions`, {
    method: 'OPTIONS',
    headers: { ...headers, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
  expect([before.status, before.headers.get('access-control-allow-headers')]).toEqual([204, 'content-type']);
});

test('a mistake of the service is a problem with the number of the request, and stands in the log', async () => {
  const broken = (): never => {
    throw new Error('seeded');
  };
  const bundle: BundleInUse = {
    now: broken,
    refused: () => [],
    reload: () => Promise.resolve(),
    listen: () => undefined,
  };
  const inside = {
    bundle,
    limits: usualLimits,
    metrics: metricsOf(bundle),
    operations: operationsOf(usualLimits),
  };
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push(line) });
  const service = { ...inside, isStopping: () => false, version: '0.0.0', withTokens: false };
  const app = application(service, { callers: undefined, origins: [] }, log);
  const answer = await app.request('/v1/handbook', { headers: { 'x-request-id': 'request-of-ours-2' } });
  expect([answer.status, answer.headers.get('x-request-id')]).toEqual([500, 'request-of-ours-2']);
  const said = (await answer.json()) as Readonly<Record<string, unknown>>;
  expect(said).toMatchObject({ code: 'service/bug', instance: 'urn:bylaw:request:request-of-ours-2' });
  expect(JSON.stringify(said)).not.toContain('seeded');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, status: 500, err: { message: 'seeded' } });
});

test('addresses and methods that are none', async () => {
  const { ask } = await running();
  expect((await ask('/v1/decisionsX')).said['type']).toBe('urn:bylaw:problem:not-here');
  expect((await ask('/v1/decisions:bat')).status).toBe(404);
  const wrong = await ask('/v1/decisions:batch');
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await ask('/v1/handbook?at=2026-10-31&at=2020-01-01')).said).toMatchObject({ status: 422, place: 'at' });
  expect((await ask('/v1/handbook?known=2026-10-31')).said).toMatchObject({
    status: 422,
    detail: expect.stringContaining('“at”') as string,
  });
  expect((await ask('/v1/handbook?when=2026-10-31')).said).toMatchObject({ status: 422, place: '/when' });
});

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr, de;q=0.9', 'en'],
  ['fr, zh-Hant;q=0.1', 'zh'],
  ['en;q=0.3, zh;q=0.7', 'zh'],
  ['zh;q=0, en;q=0.1', 'en'],
  ['*', 'en'],
  [';;;,,q=zh', 'en'],
])('the language of %s', (accepted, language) => {
  expect(languageOf(accepted)).toBe(language);
});

test.each([
  ['', 'no token'],
  ['payroll short', 'line 1'],
  ['# a\n\npayroll two words-that-are-long-enough-for-it', 'line 3'],
])('a file of tokens that is none: %j', (text, says) => {
  const read = readTokens(text);
  expect('wrong' in read && read.wrong.en).toContain(says);
});

/** `/openapi.json` against the running service, by a validator that has nothing to do with the one inside. */
import { registerSchema, validate } from '@hyperjump/json-schema/openapi-3-1';
import { expect, test } from 'vitest';
import { logMessages } from '../../engine/decision-log/messages.ts';
import { readTokens } from '../../server/tokens.ts';
import { question, running, type Told } from './running.ts';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>>; readonly securitySchemes?: unknown };
  readonly security?: unknown;
}
interface Described {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;

const at = '2026-10-31';
const unset = { decision: 'sales.net', facts: { 'sales.ordered': '88000 CNY', 'sales.returned': null } };
const wrong = { decision: 'sales.net', facts: { 'sales.ordered': 0.1 } };

/** Each operation, with what may come of it. */
const calls: readonly {
  readonly id: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
}[] = [
  { id: 'decide', path: '/v1/decisions', body: question, status: 200 },
  { id: 'decide', path: '/v1/decisions', body: { ...unset, at }, status: 200 },
  { id: 'decide', path: '/v1/decisions', body: { ...wrong, period: '2026-10' }, status: 200 },
  { id: 'decide', path: '/v1/decisions', body: { ...question, at: '2020-01-01' }, status: 200 },
  { id: 'decide', path: '/v1/decisions', body: { ...question, decision: 'x' }, status: 404 },
  { id: 'decide', path: '/v1/decisions', body: 'x', status: 400 },
  { id: 'decide', path: '/v1/decisions', body: {}, status: 422 },
  { id: 'decide', path: '/v1/decisions?at=2026-10-31', body: question, status: 422 },
  {
    id: 'decideBatch',
    path: '/v1/decisions:batch',
    body: { at, questions: [unset, wrong, { decision: 'x', facts: {} }] },
    status: 200,
  },
  { id: 'decideBatch', path: '/v1/decisions:batch', body: { at, questions: [{}] }, status: 422 },
  { id: 'explain', path: '/v1/explain', body: question, status: 200 },
  { id: 'explain', path: '/v1/explain', body: { ...wrong, at }, status: 200 },
  { id: 'handbook', path: '/v1/handbook', status: 200 },
  { id: 'handbook', path: '/v1/handbook?at=2026-10-31', status: 200 },
  { id: 'handbook', path: '/v1/handbook?at=today', status: 422 },
  { id: 'decision', path: '/v1/decisions/sales.net?at=2026-10-31', status: 200 },
  { id: 'decision', path: '/v1/decisions/sales.net?period=2026-10&known=2026-10-01', status: 200 },
  { id: 'decision', path: '/v1/decisions/sales.net', status: 422 },
  { id: 'decision', path: '/v1/decisions/sales.nett?at=2026-10-31', status: 404 },
  { id: 'live', path: '/health/live', status: 200 },
  { id: 'ready', path: '/health/ready', status: 200 },
];

/** What a value has against a schema of the document; nothing when it fits. */
async function faults(document: string, schema: string, value: unknown): Promise<readonly unknown[]> {
  const output = await validate(`${document}#/components/schemas/${schema}`, value as never, 'BASIC');
  return output.valid ? [] : (output.errors ?? []);
}

const schemaOf = (content: Content | undefined): string =>
  (Object.values(content ?? {})[0]?.schema.$ref ?? '').replace('#/components/schemas/', '');

test('the description is OpenAPI 3.1, and the service answers as it says', async () => {
  const { ask } = await running();
  const document = (await ask('/openapi.json')).said as unknown as Document;
  const whole = await validate('https://spec.openapis.org/oas/3.1/schema-base', document as never, 'BASIC');
  expect(whole).toMatchObject({ valid: true });
  const name = 'https://bylaw.test/openapi.json';
  registerSchema(document as never, name, 'https://spec.openapis.org/oas/3.1/dialect/base');
  const operations = Object.entries(document.paths).flatMap(([path, those]) =>
    Object.entries(those).map(([method, described]) => ({ path, method, ...described })),
  );
  for (const { id, path, body, status } of calls) {
    const operation = operations.find(({ operationId }) => operationId === id)!;
    const pattern = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    expect(path.split('?')[0]).toMatch(pattern);
    const told: Told = await ask(path, body === undefined ? {} : { body });
    const media = told.headers.get('content-type')?.split(';')[0] ?? '';
    const said = operation.responses[String(told.status)]?.content[media];
    expect({ path, body, status: told.status, isSaid: said !== undefined }).toEqual({
      path,
      body,
      status,
      isSaid: true,
    });
    const schema = (said?.schema.$ref ?? '').replace('#/components/schemas/', '');
    expect({ path, body, faults: await faults(name, schema, told.said) }).toEqual({ path, body, faults: [] });
    // The same mistakes of a request are found by the description and by the service; what is not about shape aside.
    if (typeof body !== 'object' || path.includes('?')) continue;
    const isMisshaped = (await faults(name, schemaOf(operation.requestBody?.content), body)).length > 0;
    expect({ body, isMisshaped }).toEqual({ body, isMisshaped: status === 422 });
  }
  expect(new Set(calls.map(({ id }) => id))).toEqual(
    new Set(operations.map(({ operationId }) => operationId).filter((id) => id !== 'metrics' && id !== 'openapi')),
  );
  // The validator finds what is not so.
  expect(await faults(name, 'Alive', { alive: false })).not.toEqual([]);
  expect(document.security).toBe(undefined);
});

test('what is said while nothing can be recorded is described as well', async () => {
  const broken = logMessages.unwritable({ why: 'ENOSPC' }, { file: 'decisions.jsonl', start: 0, end: 0 });
  const { ask } = await running({ recorder: { record: () => Promise.resolve(broken), broken: () => broken } });
  const name = 'https://bylaw.test/recording.json';
  registerSchema((await ask('/openapi.json')).said as never, name, 'https://spec.openapis.org/oas/3.1/dialect/base');
  const ready = await ask('/health/ready');
  expect([ready.status, ready.said['recording']]).toEqual([503, false]);
  expect(await faults(name, 'Ready', ready.said)).toEqual([]);
  const decided = await ask('/v1/decisions', { body: question });
  expect([decided.status, decided.said['code']]).toEqual([503, 'decision-log/unwritable']);
  expect(await faults(name, 'Problem', decided.said)).toEqual([]);
});

test('with tokens the description says so', async () => {
  const callers = readTokens('shop a-token-that-nobody-guesses');
  if ('wrong' in callers) throw new Error(callers.wrong.en);
  const { ask } = await running({ callers });
  const { said } = await ask('/openapi.json', { headers: { authorization: 'Bearer a-token-that-nobody-guesses' } });
  const document = said as unknown as Document;
  expect(document.security).toEqual([{ token: [] }]);
  expect(document.components.securitySchemes).toEqual({ token: { type: 'http', scheme: 'bearer' } });
  expect(Object.keys(document.paths['/v1/handbook']?.['get']?.responses ?? {})).toContain('401');
  expect(Object.keys(document.paths['/health/live']?.['get']?.responses ?? {})).not.toContain('401');
});

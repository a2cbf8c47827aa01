import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { guard, headers } from '../../../editor/server/guard.ts';

const token = 'right-token';
const app = new Hono();
app.use(headers, guard({ token, port: () => 4321, names: ['127.0.0.1', 'localhost'] }));
app.all('*', (context) => context.text('let in'));

const here = 'http://127.0.0.1:4321';
const own = { host: '127.0.0.1:4321', cookie: `bylaw-4321=${token}` };

const json = { 'content-type': 'application/json' };
const utf8 = { 'content-type': 'Application/JSON; charset=utf-8' };

interface Ask {
  readonly why: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
}
const asks: readonly Ask[] = [
  { why: 'with the cookie', headers: own, status: 200 },
  { why: 'by the other name of this machine', headers: { ...own, host: 'localhost:4321' }, status: 200 },
  {
    why: 'from its own page',
    headers: { ...own, origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-origin' },
    status: 200,
  },
  { why: 'HEAD', method: 'HEAD', headers: own, status: 200 },
  {
    why: 'a link elsewhere leads here',
    headers: { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    status: 200,
  },
  { why: 'the first visit', path: `/?token=${token}`, headers: { host: own.host }, status: 303 },
  { why: 'nothing known', headers: { host: own.host }, status: 401 },
  { why: 'a wrong token', path: '/?token=wrong-token', headers: { host: own.host }, status: 401 },
  { why: 'a wrong token beside the right cookie', path: '/?token=wrong-token', headers: own, status: 401 },
  { why: 'an empty token', path: '/?token=', headers: { host: own.host }, status: 401 },
  { why: 'a wrong cookie', headers: { host: own.host, cookie: 'bylaw-4321=wrong-token' }, status: 401 },
  { why: "another server's cookie", headers: { host: own.host, cookie: `bylaw-4322=${token}` }, status: 401 },
  { why: 'a name that somebody else points here', headers: { ...own, host: 'evil.example:4321' }, status: 403 },
  { why: 'another port in the name', headers: { ...own, host: '127.0.0.1:80' }, status: 403 },
  { why: 'no host at all', headers: { cookie: own.cookie }, status: 403 },
  { why: 'a foreign page', headers: { ...own, origin: 'https://evil.example' }, status: 403 },
  { why: 'a page of another port', headers: { ...own, origin: 'http://127.0.0.1:9999' }, status: 403 },
  { why: 'a page without an origin', headers: { ...own, origin: 'null' }, status: 403 },
  { why: 'the other name as origin', headers: { ...own, origin: 'http://localhost:4321' }, status: 403 },
  {
    why: 'a script tag of another site',
    headers: { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    status: 403,
  },
  {
    why: 'a script tag of another port',
    headers: { ...own, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
    status: 403,
  },
  { why: 'POST to the page', method: 'POST', headers: own, status: 405 },
  { why: 'DELETE of the page', method: 'DELETE', headers: own, status: 405 },
  { why: 'PATCH', path: '/api/x', method: 'PATCH', headers: { ...own, origin: here, ...json }, status: 405 },
  { why: 'OPTIONS', path: '/api/x', method: 'OPTIONS', headers: { ...own, origin: here }, status: 405 },
  { why: 'PUT', path: '/api/x', method: 'PUT', headers: { ...own, origin: here, ...json }, status: 200 },
  { why: 'POST', path: '/api/x', method: 'POST', headers: { ...own, origin: here, ...utf8 }, status: 200 },
  { why: 'DELETE', path: '/api/x', method: 'DELETE', headers: { ...own, origin: here }, status: 200 },
  {
    why: 'DELETE with content',
    path: '/api/x',
    method: 'DELETE',
    headers: { ...own, origin: here, 'content-length': '2' },
    status: 413,
  },
  {
    why: 'a change that says not where from',
    path: '/api/x',
    method: 'PUT',
    headers: { ...own, ...json },
    status: 403,
  },
  {
    why: 'a change from a foreign page',
    path: '/api/x',
    method: 'POST',
    headers: { ...own, ...json, origin: 'https://evil.example' },
    status: 403,
  },
  {
    why: 'a change from another port',
    path: '/api/x',
    method: 'PUT',
    headers: { ...own, ...json, origin: 'http://127.0.0.1:80' },
    status: 403,
  },
  {
    why: 'a change without token',
    path: '/api/x',
    method: 'PUT',
    headers: { host: own.host, ...json, origin: here },
    status: 401,
  },
  {
    why: 'a change with the token in its address',
    path: `/api/x?token=${token}`,
    method: 'PUT',
    headers: { host: own.host, ...json, origin: here },
    status: 401,
  },
  {
    why: 'a form',
    path: '/api/x',
    method: 'POST',
    headers: { ...own, origin: here, 'content-type': 'text/plain' },
    status: 415,
  },
  { why: 'of no stated sort', path: '/api/x', method: 'PUT', headers: { ...own, origin: here }, status: 415 },
  { why: 'content', headers: { ...own, 'content-length': '5' }, status: 413 },
  { why: 'content of no stated length', headers: { ...own, 'transfer-encoding': 'chunked' }, status: 413 },
  { why: 'a long address', path: `/${'x'.repeat(4_000)}`, headers: own, status: 414 },
];

test.each(asks)('$why: $status', async ({ path = '/', method = 'GET', headers: given, status }) => {
  const response = await app.request(`http://127.0.0.1:4321${path}`, { method, headers: given });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe-eval');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  if (status === 200 && method === 'GET') expect(await response.text()).toBe('let in');
});

test('the token leaves the address and stays where no script reads it', async () => {
  const response = await app.request(`http://127.0.0.1:4321/?token=${token}`, { headers: { host: own.host } });
  expect(response.headers.get('location')).toBe('/');
  expect(response.headers.get('set-cookie')).toBe(`bylaw-4321=${token}; Path=/; HttpOnly; SameSite=Strict`);
});

/** Serves the app on this machine; prints its address. PORT chooses the port. */
import { createServer } from 'node:http';
import process from 'node:process';
import { loadBundle } from 'bylaw/node';
import { rulesAt } from 'bylaw/runtime';
import { answer } from './app.js';

const loaded = await loadBundle('handbook.bundle');
if ('diagnostics' in loaded) throw new Error(loaded.diagnostics.map(({ message }) => message.en).join('\n'));
const rules = rulesAt(loaded.bundle, { at: process.env.AT ?? '2026-10-31' });

const server = createServer((request, response) => {
  const { status, html } = answer(rules, new URL(request.url ?? '/', 'http://localhost'));
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  });
  response.end(html);
});
server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});

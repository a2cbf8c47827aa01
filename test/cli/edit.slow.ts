import { spawn } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

test.each(['SIGINT', 'SIGTERM'] as const)('the editor is served until %s', async (signal) => {
  // CI makes colour libraries colour pipes; the address must stay readable all the same.
  const env = { ...process.env, CI: 'true' };
  const child = spawn(process.execPath, ['engine/cli/bylaw.js', 'edit', '--lang', 'en'], { env });
  let out = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (piece) => {
      out += String(piece);
      const [, url] = /^Open (http:\S+) … stop with Ctrl\+C$/m.exec(out) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`ended with ${out}`)));
  });
  const entered = await fetch(address, { redirect: 'manual' });
  expect(entered.status).toBe(303);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await (await fetch(new URL('/', address), { headers: { cookie } })).text()).toContain('<html');
  const ended = new Promise((resolve) => child.on('close', (code, by) => resolve({ code, by })));
  child.kill(signal);
  expect(await ended).toEqual({ code: 0, by: null });
  expect(out).toMatch(/^E-commerce handbook\n  \d+ policies with \d+ decisions · no problems · \d+ interpretations/);
});

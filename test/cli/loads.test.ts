import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

// Starting a process costs about a millisecond for every two modules: what a verb does not need, it must not load.

const hook = `import { registerHooks } from 'node:module';
const seen = new Set();
registerHooks({ resolve: (name, context, next) => { const found = next(name, context); seen.add(found.url); return found; } });
process.on('exit', () => process.stderr.write([...seen].join('\\n')));`;

/** The modules that a command line loads, by their addresses. */
function loaded(...argv: readonly string[]): readonly string[] {
  const listing = `data:text/javascript,${encodeURIComponent(hook)}`;
  const run = spawnSync(process.execPath, ['--import', listing, 'engine/cli/bylaw.js', ...argv], { encoding: 'utf8' });
  expect(run.status).toBe(0);
  return run.stderr.split('\n').filter((url) => url.startsWith('file:'));
}

test('the help loads no verb', () => {
  const urls = loaded('--help');
  expect(urls.some((url) => url.endsWith('engine/cli/verbs.ts'))).toBe(true);
  expect(urls.filter((url) => /engine\/(?:value|program|evaluate|bundle)\//.test(url))).toEqual([]);
});

test('asking a bundle loads nothing that reads policies, signs, logs or compiles', () => {
  const urls = loaded('eval', '--help');
  expect(urls.some((url) => url.endsWith('engine/bundle/open.ts'))).toBe(true);
  const idle =
    /node_modules\/(?:typebox|chevrotain|@chevrotain|yaml|ajv|jose|hono|pino)\/|engine\/(?:kinds|yaml|shape|expression|compile|decision-log|emit)\//;
  expect(urls.filter((url) => idle.test(url))).toEqual([]);
});

test('whoever reads policies loads their shapes, not the library that infers their types', () => {
  const urls = loaded('fmt', '--help');
  expect(urls.some((url) => url.endsWith('engine/shape/builders.ts'))).toBe(true);
  expect(urls.filter((url) => url.includes('node_modules/typebox/'))).toEqual([]);
});

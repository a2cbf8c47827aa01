/** The calls of `docs/service.md` and of its Chinese page, run as they stand there; each answer holds at least what the page shows. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { statusOf, typeOf, type ProblemName } from '../../server/problems.ts';
import { running } from '../server/running.ts';
import { blocksOf } from './page.ts';

const run = promisify(execFile);
const pages = ['docs/service.md', 'docs/service.zh-CN.md'];

test.each(pages)('%s', async (page) => {
  const { service } = await running();
  const blocks = blocksOf(readFileSync(page, 'utf8'));
  const calls = blocks.flatMap((block, i) =>
    block.about === 'curl' ? [{ call: block.text, answer: blocks[i + 1] }] : [],
  );
  expect(calls.length).toBeGreaterThan(5);
  for (const { call, answer } of calls) {
    expect(call).toContain('http://127.0.0.1:8080/');
    const { stdout } = await run('sh', ['-c', call.replace('http://127.0.0.1:8080', service.url)]);
    expect(answer?.about).toBe('answer');
    expect(JSON.parse(stdout)).toMatchObject(JSON.parse(answer?.text ?? '') as object);
  }
});

test.each(pages)('%s lists each problem with its status', async (page) => {
  const text = readFileSync(page, 'utf8');
  const rows = [...text.matchAll(/^\| (`.*?) \| (\d{3}) \|/gm)].flatMap(([, names = '', status = '']) =>
    [...names.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => [typeOf(name as ProblemName), Number(status)]),
  );
  const { ask } = await running();
  const { said } = await ask('/openapi.json');
  const described = new Set(JSON.stringify(said).match(/urn:bylaw:problem:[a-z-]+/g));
  // Two are told of addresses and methods that the description does not have.
  described.add(typeOf('not-here')).add(typeOf('method')).add(typeOf('token')).delete('urn:bylaw:problem:');
  expect(new Set(rows.map(([type]) => type))).toEqual(described);
  for (const [type, status] of rows)
    expect([type, status]).toEqual([type, statusOf(String(type).split(':').at(-1) as ProblemName)]);
});

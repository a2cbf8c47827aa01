import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { git, repositoryOf } from '../cli/reviews/repository.ts';

/** Plays the runner: the steps of action.yml, one after the other, with a server of our own in GitHub's place. */

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** GitHub's comments, as far as the action asks for them. `status`: what writing is answered with. */
async function gitHub(
  comments: { id: number; body: string }[],
  status = 200,
): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      asked.push({ method, url, body });
      response.setHeader('content-type', 'application/json');
      if (method === 'GET') {
        const page = Number(new URL(url, 'http://x').searchParams.get('page'));
        response.end(JSON.stringify(comments.slice((page - 1) * 100, page * 100)));
        return;
      }
      response.statusCode = status;
      const said = (JSON.parse(body) as { body: string }).body;
      const known = comments.find(({ id }) => url.endsWith(`/issues/comments/${id}`));
      if (status === 200 && known !== undefined) known.body = said;
      else if (status === 200) comments.push({ id: 1000 + comments.length, body: said });
      response.end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A pull request that raises a rate in place, checked out. */
function pullRequest(): { cwd: string; event: string } {
  const cwd = repositoryOf('test/handbook/policies');
  onTestFinished(() => {
    rmSync(cwd, { recursive: true, force: true });
  });
  const base = git(cwd, 'rev-parse', 'HEAD').trim();
  git(cwd, 'checkout', '-q', '-b', 'change');
  const path = join(cwd, 'policies/pay/commission.head.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('rate: 5% }', 'rate: 6% }'));
  git(cwd, 'commit', '-q', '-a', '-m', 'raise');
  mkdirSync(join(cwd, 'temp'));
  const event = join(cwd, 'temp/event.json');
  const head = { ref: 'change', sha: git(cwd, 'rev-parse', 'HEAD').trim() };
  writeFileSync(
    event,
    JSON.stringify({
      action: 'opened',
      number: 7,
      pull_request: { number: 7, base: { ref: 'main', sha: base }, head },
    }),
  );
  return { cwd, event };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;

/** Runs all steps; like the runner it stops at the first that fails. */
async function play(
  { cwd, event }: { cwd: string; event: string },
  api: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ code: number; log: string }> {
  const outputs: Record<string, string> = {};
  const given = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value]));
  const fill = (text: string): string =>
    text.replaceAll(/\$\{\{ ([^}]*) \}\}/gu, (_, expression: string) => {
      const [, input] = /^inputs\.([a-z]+)$/.exec(expression) ?? [];
      if (input !== undefined) return fill(inputs[input] ?? given[input] ?? '');
      const [, output] = /^steps\.review\.outputs\.([a-z]+)$/.exec(expression) ?? [];
      if (output !== undefined) return outputs[output] ?? '';
      if (expression === 'github.token') return 'a-token';
      const [, tested, wanted] = /^inputs\.([a-z]+) == '([a-z]+)'$/.exec(expression) ?? [];
      if (tested !== undefined) return String((inputs[tested] ?? given[tested]) === wanted);
      throw new Error(`the runner of the test does not know ${expression}`);
    });
  let log = '';
  for (const step of action.runs.steps) {
    if (step.if !== undefined && fill(step.if) !== 'true') continue;
    const output = join(cwd, 'temp/output');
    writeFileSync(output, '');
    const env = {
      PATH: process.env['PATH'],
      HOME: cwd,
      GITHUB_ACTION_PATH: resolve('.'),
      GITHUB_EVENT_PATH: event,
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: 'shop/handbook',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: join(cwd, 'temp/summary.md'),
      RUNNER_TEMP: join(cwd, 'temp'),
      ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(text)])),
    };
    const child = spawn('bash', ['-e', '-c', fill(step.run)], { cwd, env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const code = await new Promise<number>((ended) => child.on('close', (status) => ended(status ?? -1)));
    for (const line of readFileSync(output, 'utf8').split('\n')) {
      const [name = '', value = ''] = line.split(/=(.*)/su);
      if (name !== '') outputs[name] = value;
    }
    if (code !== 0) return { code, log };
  }
  return { code: 0, log };
}

test('a pull request gets one comment, which later runs bring up to date', async () => {
  const pull = pullRequest();
  const quoted = { id: 1, body: '> <!-- bylaw-review -->\nI do not agree.' };
  const comments = [quoted, ...Array.from({ length: 100 }, (_, i) => ({ id: i + 2, body: 'something else' }))];
  const { url, asked } = await gitHub(comments);
  const { code, log } = await play(pull, url);
  expect(code, log).toBe(1);
  expect(asked.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
    'GET /repos/shop/handbook/issues/7/comments?per_page=100&page=1',
    'GET /repos/shop/handbook/issues/7/comments?per_page=100&page=2',
    'GET /repos/shop/handbook/issues/7/comments?per_page=100&page=3',
    'POST /repos/shop/handbook/issues/7/comments',
  ]);
  expect(comments.at(-1)?.body).toMatch(/^<!-- bylaw-review -->\n# Policy review\n/u);
  expect(comments.at(-1)?.body).toContain('review/edited-in-force');
  expect(comments.at(-1)?.body).toContain('`bylaw test` fails');
  expect(readFileSync(join(pull.cwd, 'temp/summary.md'), 'utf8')).toContain('# Policy review');

  git(pull.cwd, 'revert', '--no-edit', 'HEAD');
  const again = await play(pull, url, { lang: 'zh' });
  expect(again.code, again.log).toBe(0);
  expect(comments).toHaveLength(102);
  expect(comments.at(-1)?.body).toContain('# 制度评审');
  expect(quoted.body).toContain('I do not agree');
}, 120_000);

test('where nobody may comment the report stands in the summary', async () => {
  const pull = pullRequest();
  const { url } = await gitHub([], 403);
  const { code, log } = await play(pull, url);
  expect(code).toBe(1);
  expect(log).toContain('::warning::The report could not be posted (403)');
}, 120_000);

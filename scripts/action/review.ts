/** A step of the GitHub Action: `bylaw check`, `test` and `review`; the report goes to a file and to the summary of the run. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pullRequestOf } from './event.ts';

const { env } = process;
const command = resolve(import.meta.dirname, '../../engine/cli/bylaw.js');
const common = ['--handbook', env['BYLAW_HANDBOOK'] ?? 'policies', '--lang', env['BYLAW_LANG'] ?? 'en'];
const folder = mkdtempSync(join(env['RUNNER_TEMP'] ?? '.', 'bylaw-'));
const [report, sarif, junit] = ['review.md', 'review.sarif', 'review.xml'].map((name) => join(folder, name));

/** Runs a verb; what it prints is seen in the log, each verb under a heading that folds. */
function bylaw(...argv: readonly string[]): { readonly code: number; readonly out: string } {
  console.log(`::group::bylaw ${argv.join(' ')}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...argv, ...common], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  console.log(stdout);
  console.log(stderr);
  console.log('::endgroup::');
  return { code: status ?? 3, out: status === 0 || status === 1 ? stdout : `${stdout}${stderr}` };
}

const base = env['BYLAW_BASE'] || pullRequestOf(env['GITHUB_EVENT_PATH'])?.base;
const population = env['BYLAW_POPULATION'] ? ['--population', env['BYLAW_POPULATION']] : [];
const docs = [env['GITHUB_SERVER_URL'], env['GITHUB_ACTION_REPOSITORY'], 'blob', env['GITHUB_ACTION_REF']];
const links = docs.every((part) => part !== undefined && part !== '')
  ? ['--docs', `${docs.join('/')}/docs/diagnostics`]
  : [];

const checked = bylaw('check');
const tested = bylaw('test');
const reviewed =
  base === undefined
    ? { code: 2, out: 'There is nothing to compare with: this is no pull request, and the input `base` is empty.' }
    : bylaw('review', '--base', base, ...population, ...links, '--sarif', String(sarif), '--junit', String(junit));

// What failed beside the review is said in a line; its own words stand in the log.
const failed = [...(checked.code === 0 ? [] : ['`bylaw check`']), ...(tested.code === 0 ? [] : ['`bylaw test`'])].map(
  (verb) => `- ${verb} fails; see the log of this run.`,
);
const text = [reviewed.out.trimEnd(), ...(failed.length === 0 ? [] : ['', ...failed])].join('\n');
writeFileSync(String(report), `${text}\n`);
if (env['GITHUB_STEP_SUMMARY']) appendFileSync(env['GITHUB_STEP_SUMMARY'], `${text}\n`);
const exit = Math.max(checked.code, tested.code, reviewed.code);
const outputs = { report, sarif, junit, exit };
if (env['GITHUB_OUTPUT'])
  appendFileSync(
    env['GITHUB_OUTPUT'],
    Object.entries(outputs)
      .map(([name, value]) => `${name}=${String(value)}\n`)
      .join(''),
  );

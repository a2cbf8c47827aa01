/** The examples as a stranger runs them: copied, the packed package installed, a bundle built by its command. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { soon } from '../browser/soon.ts';
import { install, lookedAt, packed } from '../package/installed.ts';

const root = new URL('../..', import.meta.url).pathname;
const run = promisify(execFile);
const names = (await readdir(join(root, 'examples'), { withFileTypes: true })).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bylaw-examples-'));
  await cp(join(root, 'examples'), folder, {
    recursive: true,
    filter: (path) => !/\/(?:node_modules|dist|[^/]*\.bundle|[^/]*\.jsonl\.lock)$/.test(path),
  });
  // One installation for all: each example finds it in the folder above.
  await install(await packed(folder), folder);
  await rm(join(folder, 'payroll/decisions.jsonl'), { force: true });
  const bundle = join(folder, 'handbook.bundle');
  await bylaw('.', 'build', '--handbook', join(root, 'policies'), '--out', bundle);
  for (const name of names) if (name !== 'next-tier') await cp(bundle, join(folder, name, 'handbook.bundle'));
  // Of the example whose bundle goes into a folder that no clone has, its own command.
  const { scripts } = await manifest(join(folder, 'next-tier/package.json'));
  const [, ...argv] = (scripts['bundle'] ?? '').replace('../../policies', join(root, 'policies')).split(' ');
  await bylaw('next-tier', ...argv);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const manifest = async (path: string): Promise<Manifest> => JSON.parse(await readFile(path, 'utf8')) as Manifest;

/** What a command of the installed package prints. */
async function bylaw(example: string, ...argv: readonly string[]): Promise<string> {
  const command = join(folder, 'node_modules/bylaw/engine/cli/bylaw.js');
  return (await run(process.execPath, [command, ...argv], { cwd: join(folder, example) })).stdout;
}

/** What a program of an example prints, and its exit code. */
async function printed(
  example: string,
  ...argv: readonly string[]
): Promise<{ readonly out: string; readonly code: number }> {
  const child = spawn(process.execPath, argv, { cwd: join(folder, example), stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const [code] = (await once(child, 'close')) as [number];
  return { out, code };
}

test.each(names)('%s takes the package by its version, and says in both languages what it is', async (name) => {
  const { version } = await manifest(join(root, 'package.json'));
  const { dependencies, scripts } = await manifest(join(root, 'examples', name, 'package.json'));
  expect(dependencies['bylaw']).toBe(version);
  expect(Object.keys(scripts)).toEqual(['bundle', 'start']);
  for (const file of ['README.md', 'README.zh-CN.md'])
    expect(await readFile(join(root, 'examples', name, file), 'utf8')).toContain('npm run bundle');
});
interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

test('payroll pays what is settled, says what is not, and its log is recomputed', async () => {
  const { out, code } = await printed('payroll', 'payroll.js', '2026-10', 'groups.jsonl', 'zh');
  expect(code).toBe(1);
  const lines = out.trimEnd().split('\n');
  // Worked out by hand: 170,000 at 1.5 %, 90,000 at 2 %, 80,000 at 4 %.
  expect(lines.slice(0, 4)).toEqual([
    'name,amount,rests on,why not',
    '客服一组,2550.00 CNY,,',
    '客服二组,1800.00 CNY,,',
    '主管,3200.00 CNY,commission.head#between-100-and-120,',
  ]);
  expect(lines[4]).toMatch(/^新组,,,.*销售目标/);
  expect(lines.slice(5)).toEqual(['sum,7550.00 CNY,,1 not paid yet']);
  const replayed = await bylaw('payroll', 'replay', 'decisions.jsonl', '--bundle', 'handbook.bundle', '--lang', 'en');
  expect(replayed).toContain('4 lines in 1 file: 4 as they were, 0 otherwise\nThe chain holds');
});

test('json-rules: rules of the handbook beside own ones', async () => {
  const { out, code } = await printed('json-rules', 'main.js');
  expect(code).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines.slice(0, 2)).toEqual([
    'first: call-first; sanction.operations.warning true; sanction.operations.fine 0.00 CNY',
    'serious: sanction.operations.warning false; sanction.operations.fine 10000.00 CNY',
  ]);
  expect(lines[2]).toMatch(
    /^not yet looked into: sanction\.operations\.warning undetermined: .+; sanction\.operations\.fine undetermined: /,
  );
});

test('sanctions: a case is asked, and what somebody types is only a value', async () => {
  const child = spawn(process.execPath, ['main.js'], {
    cwd: join(folder, 'sanctions'),
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const address = said.toString().trim();
    const ask = async (facts: Readonly<Record<string, string>>): Promise<string> =>
      (await fetch(`${address}?${String(new URLSearchParams(facts))}`)).text();
    const form = await ask({ lang: 'zh' });
    expect(form).toContain('违规类型');
    expect(form).toContain('<option value="false-publicity">');
    expect(form).not.toContain('data-decision');
    const serious = {
      'violation.kind': 'false-publicity',
      'violation.addressee': 'partner',
      'violation.is-first': 'false',
      'violation.is-serious': 'true',
      'violation.is-malicious': 'false',
    };
    const shown = await ask(serious);
    expect(shown).toMatch(
      /data-decision="sanction\.operations\.fine" data-status="determined"><th>[^<]*<\/th><td>10000\.00 CNY/,
    );
    expect(shown).toMatch(
      /data-decision="sanction\.operations\.warning" data-status="determined"><th>[^<]*<\/th><td>false/,
    );
    expect(await ask({ 'violation.kind': 'false-publicity' })).toContain('data-status="undetermined"');
    const hostile = await ask({ ...serious, 'violation.fine-proposed': '"><script>alert(1)</script>' });
    expect(hostile).not.toContain('<script>');
    expect(hostile).toContain('&lt;script&gt;');
    expect((await fetch(`${address}nothing`)).status).toBe(404);
  } finally {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }
});

test('next-tier: the page finds the next tier to the hundredth', async () => {
  await lookedAt(join(folder, 'next-tier'), async (page) => {
    const output = page.locator('output');
    // 80,000 of 100,000 is 80 %: 3 %. From 81 % on it is 4 %, of 81,000.
    await soon(() => output.textContent()).toBe(
      '当前提成比率 3%，提成 2400.00 CNY\n再卖 1000.00 CNY 即达 4%，提成 3240.00 CNY',
    );
    await page.fill('[name=ordered]', '128000.00');
    await soon(() => output.textContent()).toContain('已是最高一档');
    // A hundredth below 81 %.
    await page.fill('[name=ordered]', '88999.99');
    await soon(() => output.textContent()).toContain('再卖 0.01 CNY 即达 4%');
    await page.fill('[name=ordered]', 'viel');
    await soon(() => output.textContent()).toContain('请填写金额');
  });
});

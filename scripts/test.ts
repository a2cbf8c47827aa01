/**
 * `npm test`: the types, then the tests; `npm run test:slow`: linter, format, import order and packing, two at a time, then the
 * slow tests.
 * The last line says `N passed, N failed`, each check counted like a test.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startVitest } from 'vitest/node';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Check {
  readonly name: string;
  /** What npm is to do. */
  readonly command: readonly string[];
}

const slow = process.argv.includes('slow');
// What judges the form of the code takes as long as half of the tests, and finds no wrong answer.
const checks = (slow ? ['lint', 'format:check', 'layers'] : ['types', 'types:web']).map(script);
// Several slow tests need the package as it would be published: one for all is made while the linter still works.
const packed = mkdtempSync(join(tmpdir(), 'bylaw-packed-'));
if (slow) process.env['BYLAW_PACKED'] = packed;
if (slow) checks.push({ name: 'pack', command: ['pack', '--silent', '--pack-destination', packed] });

const counts = [await runChecks(checks, 2), await runTests(slow ? 'vitest.slow.config.ts' : 'vitest.config.ts')];
rmSync(packed, { recursive: true });
const total = (state: keyof Count): number => counts.reduce((sum, count) => sum + count[state], 0);
if (total('failed') > 0) process.exitCode = 1;
console.log(closingLine());

function closingLine(): string {
  if (total('passed') + total('failed') + total('skipped') === 0) return 'no such tests yet';
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  return `${total('passed')} passed, ${total('failed')} failed${skipped}`;
}

function script(name: string): Check {
  return { name, command: ['run', '--silent', name] };
}

async function runChecks(checks: readonly Check[], atOnce: number): Promise<Count> {
  const waiting = [...checks];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await runCheck(check))) failed.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failed.length > 0) console.log(`failed checks: ${failed.join(', ')}`);
  return { passed: checks.length - failed.length, failed: failed.length, skipped: 0 };
}

/** Has npm run one and shows what it printed only if it failed, so that two at once stay readable. */
function runCheck({ name, command }: Check): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn('npm', command, { stdio: ['ignore', 'pipe', 'pipe'], shell: isWindows() });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} ${seconds} s${code === 0 ? '' : `\n${output}`}`);
      resolve(code === 0);
    });
  });
}

function isWindows(): boolean {
  return process.platform === 'win32';
}

async function runTests(config: string): Promise<Count> {
  const vitest = await startVitest([], { run: true, watch: false, config });
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const module of vitest.state.getTestModules()) {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    for (const state of states) count[state === 'pending' ? 'failed' : state] += 1;
    // A file that could not be loaded, or whose set-up broke, has no failed test of its own.
    if (!module.ok() && !states.includes('failed')) count.failed += 1;
  }
  count.failed += vitest.state.getUnhandledErrors().length;
  await vitest.close();
  return count;
}

import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startServer } from '../editor/server/server.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { longPolicy } from './long-policy.ts';

// What somebody who types waits for, in a real browser on the built page: from a key to the diagnostics of the text with it,
// and from opening the page to a text with its diagnostics. `npm run bench:editor -- [keys] [times, such as 1,10]`

const keys = Number(process.argv[2] ?? 200);
const sizes = (process.argv[3] ?? '1,10').split(',').map(Number);
const longPath = 'bench/bench.long.yaml';

/** Runs in the page before anything else: notes when keys go down and when answers about the changed text are drawn. */
const watch = `
  const down = (globalThis.benchDown = []), drawn = (globalThis.benchDrawn = []);
  const asked = new Map();
  addEventListener('keydown', () => down.push(performance.now()), true);
  globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        const at = asked.get(data?.id);
        if (at === undefined) return;
        // Whoever listens sets the markers in this task; the next picture shows them.
        requestAnimationFrame(() => drawn.push({ asked: at, answered: performance.now() }));
      });
    }
    postMessage(data, ...rest) {
      if (data?.ask === 'handbook/diagnosticsOf' || data?.ask === 'handbook/overview') asked.set(data.id, performance.now());
      super.postMessage(data, ...rest);
    }
  };`;

function handbookTimes(times: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-bench-'));
  cpSync('policies', folder, { recursive: true });
  // Copies under other names: as many files and decisions, nothing about facts and parameters twice.
  for (const path of times === 1 ? [] : globSync('**/*.yaml', { cwd: folder })) {
    const text = readFileSync(join(folder, path), 'utf8');
    const policy = /^policy: (\S+)$/m.exec(text)?.[1];
    if (policy === undefined || /^kind: (parameters|organization|scorecard|risks|procedure|schedule)$/m.test(text))
      continue;
    for (let i = 1; i < times; i += 1) {
      const copy = join(folder, `copy${String(i)}`, path);
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, text.replace(`policy: ${policy}`, `policy: copy${String(i)}.${policy}`));
    }
  }
  mkdirSync(join(folder, 'bench'), { recursive: true });
  writeFileSync(join(folder, longPath), longPolicy(2000));
  return folder;
}

/** The policy with the most lines. */
const largest = (folder: string): string =>
  globSync('**/*.yaml', { cwd: folder })
    .filter((path) => path !== longPath && /^policy: /m.test(readFileSync(join(folder, path), 'utf8')))
    .toSorted((a, b) => linesOf(folder, b) - linesOf(folder, a))[0] ?? '';
const linesOf = (folder: string, path: string): number => readFileSync(join(folder, path), 'utf8').split('\n').length;

const quantile = (values: readonly number[], part: number): string =>
  (values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN).toFixed(0);

async function opened(context: BrowserContext, url: string, path: string): Promise<{ page: Page; ms: number }> {
  await context.addCookies([{ name: 'bylaw-view', value: 'text', url: new URL('/', url).href }]);
  const page = await context.newPage();
  await page.addInitScript({ content: watch });
  const from = performance.now();
  await page.goto(`${url}#${path.split('/').map(encodeURIComponent).join('/')}`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  // Asking again and again from outside: the page's policy allows no evaluation inside.
  while ((await page.evaluate('benchDrawn.length')) === 0) await page.waitForTimeout(10);
  return { page, ms: performance.now() - from };
}

/** Types in the middle of the text, ten keys a second; how long each waited for the answer about the text with it. */
async function typing(page: Page): Promise<readonly number[]> {
  await page.waitForTimeout(8_000);
  await page.locator('.monaco-editor .view-line').nth(12).click();
  await page.keyboard.press('End');
  await page.evaluate('benchDown.length = 0; benchDrawn.length = 0');
  for (let i = 0; i < keys; i += 1) {
    await page.keyboard.press(i % 8 < 4 ? 'abc '.charAt(i % 4) : 'Backspace');
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(3_000);
  return page.evaluate<number[]>(`benchDown.map((key) => {
    const first = benchDrawn.find(({ asked }) => asked >= key);
    return first === undefined ? Infinity : first.answered - key;
  })`);
}

async function measure(browser: Browser, times: number): Promise<void> {
  const folder = handbookTimes(times);
  const server = await startServer({ handbookDir: folder });
  try {
    console.log(`\nThe handbook × ${String(times)}: ${String(globSync('**/*.yaml', { cwd: folder }).length)} files`);
    for (const path of [largest(folder), longPath]) {
      const context = await browser.newContext();
      let bytes = 0;
      context.on('response', (response) => {
        // What the page is made of; the handbook's own texts are as large as the handbook.
        if (/\.(js|css|html|woff2?)$|\/$/.test(new URL(response.url()).pathname))
          void response.body().then(
            (body) => (bytes += gzipSync(body).length),
            () => undefined,
          );
      });
      const cold = await opened(context, server.url, path);
      await cold.page.waitForTimeout(500);
      const size = (bytes / 1e6).toFixed(2);
      await cold.page.close();
      const { page, ms } = await opened(context, server.url, path);
      const waited = await typing(page);
      await context.close();
      console.log(
        `  ${path.padEnd(26)} ${String(linesOf(folder, path)).padStart(5)} lines | key to diagnostics p50 ${quantile(waited, 0.5)} p95 ${quantile(waited, 0.95)} max ${quantile(waited, 1)} ms of ${String(waited.length)} | usable cold ${cold.ms.toFixed(0)} warm ${ms.toFixed(0)} ms | ${size} MB gzip`,
      );
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = await launchChromium();
for (const times of sizes) await measure(browser, times);
await browser.close();

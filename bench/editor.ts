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

/**
 * Runs in the page before anything else: notes when keys went down (by the browser's own clock, so that a busy page counts) and
 * when answers about the changed text are on the screen. `first`: what the text says by itself; all: what the handbook says.
 */
const watch = `
  const down = (globalThis.benchDown = []), drawn = (globalThis.benchDrawn = []);
  addEventListener('keydown', ({ timeStamp }) => down.push(timeStamp), true);
  globalThis.Worker = class extends Worker {
    #asked = new Map();
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        const question = this.#asked.get(data?.id);
        if (question === undefined) return;
        // Whoever listens sets the markers in this task; they are drawn with the next picture, and the task after it is late enough.
        requestAnimationFrame(() => setTimeout(() => drawn.push({ ...question, answered: performance.now() })));
      });
    }
    postMessage(data, ...rest) {
      const isFirst = data?.ask === 'read';
      if (isFirst || data?.ask === 'handbook/findingsIn') this.#asked.set(data.id, { asked: performance.now(), isFirst });
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
    .toSorted((a, b) => linesOf(folder, b).length - linesOf(folder, a).length)[0] ?? '';
const linesOf = (folder: string, path: string): readonly string[] =>
  readFileSync(join(folder, path), 'utf8').split('\n');

/** Where somebody types, by line from 1: in a value, which is wrong only by itself, and in a key near the top, which breaks what follows. */
const placesIn = (lines: readonly string[]): readonly (readonly [string, number])[] => {
  const middle = lines.length >> 1;
  return [
    ['value in the middle', middle + lines.slice(middle).findIndex((line) => /^\s+value:/.test(line)) + 1],
    ['key near the top', lines.findIndex((line, i) => i > 8 && /^ +\S+:$/.test(line)) + 1],
  ];
};

const quantiles = (values: readonly number[]): string =>
  `p50 ${quantile(values, 0.5)} p95 ${quantile(values, 0.95)} max ${quantile(values, 1)}`;
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

interface Waits {
  /** Milliseconds from each key to the first diagnostics of a text with it, and to all of them. */
  readonly first: readonly number[];
  readonly all: readonly number[];
  /** What all threads of the page computed for each key, in milliseconds. */
  readonly cpu: number;
}

/** Types at the end of a line, ten keys a second. */
async function typing(page: Page, line: number): Promise<Waits> {
  await page.locator('.monaco-editor .view-line').nth(5).click();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  // The list of completions, colours and the like of the place that was come to.
  await page.waitForTimeout(1_000);
  await page.evaluate('benchDown.length = 0; benchDrawn.length = 0');
  const before = await cpuOf(page);
  for (let i = 0; i < keys; i += 1) {
    await page.keyboard.press(i % 8 < 4 ? 'abc '.charAt(i % 4) : 'Backspace');
    await page.waitForTimeout(100);
  }
  const cpu = ((await cpuOf(page)) - before) / keys;
  await page.waitForTimeout(3_000);
  const waits = await page.evaluate<Pick<Waits, 'first' | 'all'>>(`(() => {
    const since = (key, fits) => (benchDrawn.find((one) => one.asked >= key && fits(one))?.answered ?? Infinity) - key;
    return {
      first: benchDown.map((key) => since(key, () => true)),
      all: benchDown.map((key) => since(key, ({ isFirst }) => !isFirst)),
    };
  })()`);
  return { ...waits, cpu };
}

/** Milliseconds that the page's process has computed until now. */
async function cpuOf(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) return NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ cpuTime }) => cpuTime);
  return Math.max(...pages) * 1000;
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
      const lines = linesOf(folder, path);
      console.log(
        `  ${path}, ${String(lines.length)} lines | usable cold ${cold.ms.toFixed(0)} warm ${ms.toFixed(0)} ms | ${size} MB gzip`,
      );
      // Until the whole handbook has been read and everything beside the text stands.
      await page.waitForTimeout(8_000);
      for (const [place, line] of placesIn(lines)) {
        const { first, all, cpu } = await typing(page, line);
        console.log(
          `    ${place.padEnd(18)} first ${quantiles(first)} | all ${quantiles(all)} ms of ${String(first.length)} keys | CPU ${cpu.toFixed(0)} ms a key`,
        );
      }
      await context.close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = await launchChromium();
for (const times of sizes) await measure(browser, times);
await browser.close();

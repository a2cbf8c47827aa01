import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

const STRICT = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src data:";
const OPEN = 'default-src * data:';

let browser: Browser;
let context: BrowserContext;
let server: Server | undefined;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser?.close());
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  server?.close();
});

/** Opens a page that runs the script, and may start `/worker.js`; what is seen fills as it happens. */
async function open(policy: string, script: string, worker = ''): Promise<Seen> {
  const bodies = new Map([
    ['/', '<!doctype html><link rel="icon" href="data:,"><script src="/page.js" type="module"></script>'],
    ['/page.js', script],
    ['/worker.js', worker],
  ]);
  const listening = createServer((request, response) => {
    const path = request.url ?? '/';
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(bodies.has(path) ? 200 : 404, { 'content-type': type, 'content-security-policy': policy });
    response.end(bodies.get(path));
  }).listen(0, '127.0.0.1');
  server = listening;
  await new Promise((resolve) => listening.once('listening', resolve));
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;

  const seen = await watch(context, origin);
  const page = await context.newPage();
  await page.goto(origin);
  return seen;
}

test('a quiet page leaves nothing', async () => {
  const script = `await fetch('/'); await fetch('data:,x'); console.log('hello')`;
  const seen = await open("default-src 'self' data:", script);
  await context.pages()[0]!.waitForLoadState('networkidle');
  expect(seen).toEqual(NOTHING);
});

test('a violation that the page swallows is seen', async () => {
  const seen = await open(STRICT, `try { eval('1') } catch {}`);
  await soon(() => seen.violations).toEqual(['script-src eval']);
});

test('a blocked request is a violation', async () => {
  const seen = await open(STRICT, `await fetch('http://elsewhere.test/').catch(() => {})`);
  await soon(() => seen.violations).toEqual(['connect-src http://elsewhere.test/']);
});

test('a violation in a worker is seen', async () => {
  const seen = await open(STRICT, `new Worker('/worker.js')`, `setInterval(() => { try { eval('1') } catch {} }, 20)`);
  await soon(() => seen.violations).toContain('script-src eval');
});

test('errors are seen, logged or thrown or rejected, of the page and of its worker', async () => {
  const script = `
    console.error('logged');
    setTimeout(() => { throw new Error('thrown') });
    Promise.reject(new Error('rejected'));
    new Worker('/worker.js');`;
  const { errors } = await open(
    STRICT,
    script,
    `console.error('logged by worker'); throw new Error('thrown by worker')`,
  );
  for (const text of ['logged (', 'thrown', 'rejected', 'logged by worker', 'thrown by worker']) {
    await soon(() => errors).toContainEqual(expect.stringContaining(text));
  }
});

test('requests that leave the origin are seen', async () => {
  const addresses = ['http://elsewhere.test/fetch', 'http://elsewhere.test/image', 'ws://elsewhere.test/socket'];
  const [fetched, image, socket] = addresses;
  const script = `fetch('${fetched}').catch(() => {}); new Image().src = '${image}'; new WebSocket('${socket}')`;
  const { strays } = await open(OPEN, script);
  await soon(() => strays.toSorted()).toEqual(addresses);
});

/**
 * What a page did that no assertion about its looks would notice: broke its Content Security Policy, logged an error, or
 * asked another origin for something. The usual end of a test is `expect(seen).toEqual(NOTHING)`.
 */
import type { BrowserContext, ConsoleMessage } from 'playwright-core';
import { PATIENCE } from './soon.ts';

export interface Seen {
  /** `script-src eval`: directive and what was blocked. */
  readonly violations: readonly string[];
  /** Errors on the console and exceptions that nobody caught, of pages and workers; Chromium logs most violations here too. */
  readonly errors: readonly string[];
  /** Addresses outside the origin, whether or not the request went through. */
  readonly strays: readonly string[];
}

export const NOTHING: Seen = { violations: [], errors: [], strays: [] };

/** The console is the one channel that leads out of pages and workers alike, and past the policy. */
const MARK = 'content-security-policy-violation';
const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  console.debug('${MARK}', event.effectiveDirective, event.blockedURI))`;

/**
 * Call it before the context's first page opens. A page is watched from its first script on; a worker only from the moment
 * Playwright has seen it, so a violation that a worker catches itself while it starts stays unseen. The page shows files as
 * text, as if somebody had chosen that, unless `view` says otherwise.
 */
export async function watch(context: BrowserContext, origin: string, view: 'form' | 'text' = 'text'): Promise<Seen> {
  context.setDefaultTimeout(PATIENCE);
  const violations: string[] = [];
  const errors: string[] = [];
  const strays: string[] = [];
  const { host } = new URL(origin);
  const noteAddress = (address: string): void => {
    const url = new URL(address);
    if (isRemote(url) && url.host !== host) strays.push(address);
  };

  await context.addCookies([{ name: 'bylaw-view', value: view, url: new URL('/', origin).href }]);
  await context.addInitScript({ content: REPORT_VIOLATIONS });
  context.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(MARK)) violations.push(text.slice(MARK.length + 1));
    else if (message.type() === 'error') errors.push(`${text} (${place(message)})`);
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('request', (request) => noteAddress(request.url()));
  context.on('page', (page) => {
    page.on('websocket', (socket) => noteAddress(socket.url()));
    // A worker that is gone by now did nothing more to report.
    page.on('worker', (worker) => void worker.evaluate(REPORT_VIOLATIONS).catch(() => undefined));
  });
  return { violations, errors, strays };
}

/** `data:`, `blob:` and `about:` never leave the page. */
function isRemote(url: URL): boolean {
  return ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol);
}

function place(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${url}:${lineNumber + 1}`;
}

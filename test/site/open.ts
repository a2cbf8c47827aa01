import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { watch, type Seen } from '../browser/watch.ts';
import { bylaw } from '../cli/terminal.ts';

/** The site of the tiny handbook, written by the command and opened from its files. */
interface OpenSite {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly seen: Seen;
  /** What the command told. */
  readonly told: string;
  readonly addressOf: (path: string) => string;
  readonly close: () => Promise<void>;
}

/** The tiny handbook's site, or that of another folder. */
export async function openSite(handbook = new URL('handbook', import.meta.url).pathname): Promise<OpenSite> {
  const dir = mkdtempSync(join(tmpdir(), 'bylaw-site-'));
  const { err } = await bylaw(['docs', '--out', join(dir, 's'), '--handbook', handbook]);
  const browser = await launchChromium();
  const context = await browser.newContext();
  return {
    browser,
    context,
    seen: await watch(context, 'http://127.0.0.1'),
    told: err,
    addressOf: (path) => pathToFileURL(join(dir, 's', path)).href,
    close: async () => {
      await browser.close();
      rmSync(dir, { recursive: true });
    },
  };
}

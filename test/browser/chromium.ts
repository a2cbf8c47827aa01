/**
 * Headless Chromium for the tests, on a machine that has nothing but Node: no browser, no libnss3, no font, no root.
 *
 * `npm ci` brings it for Linux on x64. Elsewhere BYLAW_CHROMIUM names the executable of a Chromium or Chrome to use instead.
 */
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { unpackedChromium } from './unpack.ts';

const ARGS = [
  // The sandbox needs rights that a container does not give, and refuses root; the tests open only our own pages.
  '--no-sandbox',
  '--disable-gpu',
  // No test may depend on a network: every name but this machine's own fails at once.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1 , EXCLUDE [::1]',
];

/** The caller closes the browser. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ headless: true, args: ARGS, ...(await whereItIs()) });
}

async function whereItIs(): Promise<LaunchOptions> {
  const own = process.env['BYLAW_CHROMIUM'];
  if (own !== undefined) return { executablePath: own };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'npm brings a browser for Linux on x64 only: set BYLAW_CHROMIUM to the executable of a Chromium or Chrome',
    );
  }
  const { executable, libraries, fontsConf, cache } = await unpackedChromium();
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontsConf, XDG_CACHE_HOME: cache };
  return { executablePath: executable, env };
}

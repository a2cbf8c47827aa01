import { existsSync, readFileSync } from 'node:fs';

/** The version of this package: of the sources in a clone, or of the built files one folder deeper. */
export function version(): string {
  const candidates = ['../../package.json', '../../../package.json'].map((path) => new URL(path, import.meta.url));
  const found = candidates.find((url) => existsSync(url));
  if (found === undefined) return '?';
  const [, written = '?'] = /"version":\s*"([^"]+)"/.exec(readFileSync(found, 'utf8')) ?? [];
  return written;
}

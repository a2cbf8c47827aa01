import type { Version } from '../program/handbook.ts';
import type { PolicyPages } from './book.ts';

/** File systems take names up to 255 bytes; a name in Chinese has three a character. */
const longest = 150;

/**
 * The page of each version: `policy.NAME.html` for the one that is shown, `policy.NAME.vN.html` for the others. Names that a file system
 * could not hold, or not tell apart when it minds no case, get a number instead.
 */
export function fileNames(policies: readonly PolicyPages[]): ReadonlyMap<Version, string> {
  const taken = new Set<string>();
  const files = new Map<Version, string>();
  for (const [index, { name, main, versions }] of policies.entries()) {
    const key = name.normalize('NFC').toLowerCase();
    const isPlain = new TextEncoder().encode(name).length <= longest && !taken.has(key);
    taken.add(key);
    const stem = isPlain ? name : `no-${index + 1}`;
    for (const version of versions) {
      const edition = version === main ? '' : `.v${version.head.version}`;
      files.set(version, `policy.${stem}${edition}.html`);
    }
  }
  return files;
}

/** An id that an address can name: what is no blank stays as it is. */
export const anchor = (...parts: readonly string[]): string => parts.join('.').replace(/\s+/g, '-');

/** The place of a decision on its policy's page; one about an element stands where the list does. */
export const decisionAnchor = (name: string): string => anchor('decision', name.replace(/\/each$/, ''));

/** The address of a place on a page of the same language. */
export function address(file: string, place?: string): string {
  return `${encodeURIComponent(file)}${place === undefined ? '' : `#${encodeURIComponent(place)}`}`;
}

import { readFile } from 'node:fs/promises';
import type { Bundle } from '../../bundle/contents.ts';
import { openBundle, type OpenOptions } from '../../bundle/open.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { noFile } from '../host-messages.ts';
import { whyUnreadable } from '../read-text.ts';
import { bundleFileMessages } from './messages.ts';
import { lowestIn, newerOf, rememberLowest } from './lowest.ts';

export interface LoadOptions extends Pick<OpenOptions, 'keys' | 'whole' | 'lowest'> {
  /**
   * A file that remembers the handbook and the highest revision taken so far, also when the host starts anew: nothing older is
   * taken. It is made when it is missing; whoever deletes it takes anything again.
   */
  readonly remember?: string;
}

/**
 * Reads a bundle from a file: `{ bundle }`, or `{ diagnostics }` with the reasons why it is not taken. A host keeps the bundle
 * that it has until this gives another one.
 */
export async function loadBundle(
  path: string,
  { remember, lowest: current, ...options }: LoadOptions = {},
): Promise<{ readonly bundle: Bundle } | { readonly diagnostics: readonly Diagnostic[] }> {
  const bytes = await bytesOf(path);
  if ('code' in bytes) return { diagnostics: [bytes] };
  const remembered = remember === undefined ? undefined : await lowestIn(remember);
  if (remembered !== undefined && 'code' in remembered) return { diagnostics: [remembered] };
  const lowest = newerOf(remembered, current);
  const opened = await openBundle(bytes.bytes, { name: path, ...options, ...(lowest === undefined ? {} : { lowest }) });
  if ('diagnostics' in opened || remember === undefined) return opened;
  const { name: handbook, revision, sha256 } = opened.bundle;
  if (remembered?.sha256 === sha256) return opened;
  const failed = await rememberLowest(remember, { handbook, revision, sha256 });
  // What cannot be remembered could be replaced by something older after the next start.
  return failed === undefined ? opened : { diagnostics: [failed] };
}

async function bytesOf(path: string): Promise<{ readonly bytes: Uint8Array } | Diagnostic> {
  try {
    return { bytes: await readFile(path) };
  } catch (error) {
    const why = whyUnreadable(error, path, noFile(path));
    return bundleFileMessages.unreadable({ why: why.unreadable }, { file: path, start: 0, end: 0 });
  }
}

import { createHash } from 'node:crypto';
import { buildBundle } from '../../engine/bundle/build.ts';
import type { Bundle } from '../../engine/bundle/contents.ts';
import { openBundle, type OpenOptions } from '../../engine/bundle/open.ts';
import type { Handbook } from '../../engine/program/handbook.ts';

export const built = (handbook: Handbook): Promise<string> =>
  buildBundle({ handbook, timeZone: 'Asia/Shanghai', engine: '0.0.0' });

export async function opened(bundle: string, options?: OpenOptions): Promise<Bundle> {
  const found = await openBundle(bundle, options);
  if ('diagnostics' in found) throw new Error(found.diagnostics.map(({ message }) => message.en).join('\n'));
  return found.bundle;
}

/** The codes and messages with which a bundle is refused; none when it is taken. */
export async function refusals(bundle: string | Uint8Array, options?: OpenOptions): Promise<readonly string[]> {
  const found = await openBundle(bundle, options);
  return 'bundle' in found ? [] : found.diagnostics.map(({ code, message }) => `${code}: ${message.en}`);
}

/** The bundle with other lines behind the first, and the hash that they then have: what somebody without a key can make. */
export function rewritten(bundle: string, change: (content: string) => string): string {
  const end = bundle.indexOf('\n') + 1;
  const content = change(bundle.slice(end));
  const hash = createHash('sha256').update(content).digest('hex');
  return bundle.slice(0, end).replace(/"sha256":"[0-9a-f]+"/, `"sha256":"${hash}"`) + content;
}

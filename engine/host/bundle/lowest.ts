import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Lowest } from '../../bundle/open.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { replaceFile } from '../replace-file.ts';
import { bundleFileMessages } from './messages.ts';

/** What the file remembers; undefined when there is none yet. One that cannot be read is no permission to take anything. */
export async function lowestIn(path: string): Promise<Lowest | Diagnostic | undefined> {
  const wrong = bundleFileMessages.memory({ path }, { file: path, start: 0, end: 0 });
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return isCalled(error, 'ENOENT') ? undefined : wrong;
  }
  try {
    const said: unknown = JSON.parse(text);
    return isLowest(said) ? said : wrong;
  } catch {
    return wrong;
  }
}

export async function rememberLowest(path: string, lowest: Lowest): Promise<Diagnostic | undefined> {
  try {
    await replaceFile(resolve(path), `${JSON.stringify(lowest)}\n`, dirname(resolve(path)));
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return bundleFileMessages.memory({ path }, { file: path, start: 0, end: 0 });
  }
}

function isLowest(said: unknown): said is Lowest {
  if (typeof said !== 'object' || said === null) return false;
  const { handbook, revision, sha256 } = said as Readonly<Record<string, unknown>>;
  const isHash = sha256 === undefined || typeof sha256 === 'string';
  return typeof handbook === 'string' && Number.isSafeInteger(revision) && isHash;
}

/** Of what a file remembers and what is in use the newer one: the file may have been put back. */
export function newerOf(remembered: Lowest | undefined, inUse: Lowest | undefined): Lowest | undefined {
  if (remembered === undefined || inUse === undefined) return remembered ?? inUse;
  return inUse.revision >= remembered.revision ? inUse : remembered;
}

const isCalled = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

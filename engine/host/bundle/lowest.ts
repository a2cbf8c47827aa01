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
    return isLowest(said) ? { handbook: said.handbook, revision: said.revision } : wrong;
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
  const { handbook, revision } = said as Readonly<Record<string, unknown>>;
  return typeof handbook === 'string' && typeof revision === 'number' && Number.isSafeInteger(revision);
}

const isCalled = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

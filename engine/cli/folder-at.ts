import { openFolder, type OutputFolder } from '../host/output-folder.ts';
import { wrongUse } from './refusals.ts';
import type { Refusal } from './verb.ts';

/** A folder of pages to write; why not, where it cannot be. `named`: as the caller wrote it. */
export async function folderAt(path: string, named: string): Promise<OutputFolder | Refusal> {
  try {
    const folder = await openFolder(path);
    return 'refused' in folder ? { exit: 2, says: folder.refused } : folder;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const code = String(error.code);
    return wrongUse(`${named} cannot be written (${code}).`, `无法写入 ${named}（${code}）。`);
  }
}

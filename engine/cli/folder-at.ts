import { openFolder, type OutputFolder } from '../host/output-folder.ts';
import { notWritten } from './refusals.ts';
import type { Refusal } from './verb.ts';

/** A folder of pages to write; why not, where it cannot be. `named`: as the caller wrote it. */
export async function folderAt(path: string, named: string): Promise<OutputFolder | Refusal> {
  try {
    const folder = await openFolder(path);
    return 'refused' in folder ? { exit: 2, says: folder.refused } : folder;
  } catch (error) {
    return notWritten(error, named);
  }
}

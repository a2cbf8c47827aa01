import { sourceFile } from '../../source/source-file.ts';
import { parseMapping, type MappingFile } from '../../tables/mapping/parse-mapping.ts';
import { isUnreadable, type Unreadable } from '../../tables/unreadable.ts';
import { readText } from '../read-text.ts';

/** Reads a mapping; `name` is what messages call it. */
export async function readMapping(path: string, name: string): Promise<MappingFile | Unreadable> {
  const text = await readText(path);
  return isUnreadable(text) ? text : parseMapping(sourceFile(name, text));
}

import { lstat, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Texts } from '../../engine/service/index.ts';
import { notAPlace, type Denied } from './refusals.ts';

const none: ReadonlySet<string> = new Set();

/** Where a file of the handbook lies or would lie; only `placeOf` makes one. */
export interface Place {
  /** Below the handbook's folder, with `/`. */
  readonly path: string;
  readonly whole: string;
  readonly exists: boolean;
}

const longestPath = 400;
const longestName = 200;

/** Names that mean a device to Windows, whatever stands behind the dot: a handbook is checked out there, too. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The place that a path from a request means, if it lies in the handbook's folder by its letters and on the disk: no link
 * leads to it, and all above it are folders. `beside`: the other paths of the same request; a name may be one of these but for upper and
 * lower case, since then one of the two goes.
 */
export async function placeOf(
  folder: string,
  path: string,
  ending: '.yaml' | '.csv' | '.mapping' = '.yaml',
  beside: ReadonlySet<string> = none,
): Promise<Place | Denied> {
  const why = whyNoName(path, ending);
  if (why !== undefined) return notAPlace(path, why);
  const root = await realpath(folder);
  const parts = path.split('/');
  const isNowhere = { path, whole: join(root, ...parts), exists: false };
  const isRenamed = [...beside].some((other) => folded(other) === folded(path));
  let whole = root;
  for (const [i, part] of parts.entries()) {
    whole = join(whole, part);
    const found = await lstat(whole).catch(absent);
    if (found === undefined) {
      const alike = await namedAlike(dirname(whole), part);
      if (alike === undefined) return isNowhere;
      const other = [...parts.slice(0, i), alike].join('/');
      if ([...beside].some((one) => one === other || one.startsWith(`${other}/`))) return isNowhere;
      return notAPlace(path, {
        en: `${alike} is there already, and many disks see no difference`,
        zh: `已有 ${alike}，许多磁盘不区分大小写`,
      });
    }
    // Many disks find a name by another one's letters.
    if (isRenamed && !(await readdir(dirname(whole))).includes(part)) return isNowhere;
    if (found.isSymbolicLink()) return notAPlace(path, { en: 'a link leads there', zh: '经过链接' });
    const isLast = i === parts.length - 1;
    if (isLast && !found.isFile()) return notAPlace(path, { en: 'it is no file', zh: '不是文件' });
    if (!isLast && !found.isDirectory())
      return notAPlace(path, { en: `${part} is no folder`, zh: `${part} 不是文件夹` });
  }
  return { path, whole, exists: true };
}

/** The name in a folder that many disks take for this one: two such files cannot both be checked out there. */
async function namedAlike(folder: string, name: string): Promise<string | undefined> {
  const names = (await readdir(folder).catch(absent)) ?? [];
  return names.find((one) => folded(one) === folded(name));
}

/** The same for all names that many disks take for one. */
export const folded = (name: string): string => name.normalize('NFC').toLowerCase();

function whyNoName(path: string, ending: string): Texts | undefined {
  if (path.length > longestPath) return { en: 'it is too long', zh: '过长' };
  if (!path.isWellFormed() || /\p{Cc}|\p{Cf}/u.test(path))
    return { en: 'it has signs that nobody sees', zh: '含有不可见字符' };
  if (/[\\:*?"<>|]/.test(path))
    return { en: 'it has one of the signs \\ : * ? " < > |', zh: '含有 \\ : * ? " < > | 之一' };
  if (/%[\da-f]{2}/i.test(path)) return { en: 'it is encoded twice', zh: '重复编码' };
  if (!path.endsWith(ending)) return { en: `it does not end in ${ending}`, zh: `不以 ${ending} 结尾` };
  for (const part of path.split('/')) {
    if (part === '') return { en: 'it has an empty name', zh: '含有空的名称' };
    if (part.startsWith('.') || part === 'node_modules')
      return { en: `the handbook is not read from ${part}`, zh: `手册不读取 ${part}` };
    if (/[. ]$/.test(part) || part.startsWith(' '))
      return { en: 'a name ends in a dot or a space', zh: '名称以点或空格开头或结尾' };
    if (Buffer.byteLength(part) > longestName) return { en: 'a name is too long', zh: '名称过长' };
    if (devices.test(part)) return { en: `${part} is the name of a device`, zh: `${part} 是设备名` };
  }
  return undefined;
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return undefined;
  throw error;
}

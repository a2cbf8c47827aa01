import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Texts } from '../diagnostic/diagnostic.ts';

/** A folder that stands under its name only when it is whole. */
export interface OutputFolder {
  /** `name` may lie in folders below: `zh/index.html`. */
  readonly write: (name: string, text: string) => Promise<void>;
  /** Puts the folder in its place. */
  readonly finish: () => Promise<void>;
  /** Leaves what stood there before. */
  readonly abandon: () => Promise<void>;
}

/** Lists what we wrote into a folder, so that nothing else is ever taken away with it. */
const list = '.bylaw-files';

/**
 * Begins a folder, as `PATH.part` until it is finished. A folder that stands there already gives way when it is empty, or when
 * it holds nothing but what its own list says we wrote; else this says why not.
 */
export async function openFolder(path: string): Promise<OutputFolder | { readonly refused: Texts }> {
  const [part, before] = [`${path}.part`, `${path}.before`];
  for (const place of [path, part, before]) {
    const refused = await whyNotOurs(place, place === part);
    if (refused !== undefined) return { refused };
  }
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  await writeFile(join(part, list), '');
  const names = new Set<string>();
  const folders = new Set<string>();
  return {
    write: async (name, text) => {
      if (!isBelow(name)) throw new Error(`${name} is no file of the folder`);
      names.add(name);
      const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
      if (folder !== '' && !folders.has(folder)) await mkdir(join(part, folder), { recursive: true });
      folders.add(folder);
      await writeFile(join(part, name), text);
    },
    finish: async () => {
      await writeFile(join(part, list), [...names, ''].join('\n'));
      await exchange(path, part, before);
    },
    abandon: async () => {
      await rm(part, { recursive: true, force: true });
    },
  };
}

function isBelow(name: string): boolean {
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part));
}

/** The old folder stays beside until the new one stands. */
async function exchange(path: string, part: string, before: string): Promise<void> {
  await rm(before, { recursive: true, force: true });
  const hadOne = await rename(path, before).then(
    () => true,
    () => false,
  );
  try {
    await rename(part, path);
  } catch (error) {
    if (hadOne) await rename(before, path);
    throw error;
  }
  await rm(before, { recursive: true, force: true });
}

/** Of one that was never finished the list is empty: it says only that it is ours. */
async function whyNotOurs(path: string, isUnfinished: boolean): Promise<Texts | undefined> {
  const stat = await lstat(path).catch(() => undefined);
  if (stat === undefined) return undefined;
  if (!stat.isDirectory()) return { en: `${path} is no folder.`, zh: `${path} 不是文件夹。` };
  const found = await filesBelow(path);
  if (found.length === 0) return undefined;
  const ours = await readFile(join(path, list), 'utf8').catch(() => undefined);
  if (ours !== undefined && isUnfinished) return undefined;
  const known = new Set([list, ...(ours ?? '').split('\n').flatMap(withFolders)]);
  const foreign = found.find((name) => !known.has(name));
  if (foreign === undefined) return undefined;
  return {
    en: `${path} holds “${foreign}”, which was not written here. Name an empty folder, a new one, or one that holds nothing but an earlier result.`,
    zh: `${path} 中有“${foreign}”，不是此前写入的结果。请指明空文件夹、新文件夹，或只含以前结果的文件夹。`,
  };
}

/** Everything below a folder, folders too, each by its path with `/`; what a link leads to is not looked at. */
async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.map(({ parentPath, name }) => relative(path, join(parentPath, name)).split(sep).join('/'));
}

/** `a/b/c` and the folders that it lies in. */
function withFolders(name: string): readonly string[] {
  return name.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
}

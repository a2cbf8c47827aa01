import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Files } from './template/read-template.ts';

/** Why nothing new may be written into the folder; undefined where it is empty or still to come. A repository just begun is empty. */
export async function whyNotEmpty(folder: string): Promise<Texts | undefined> {
  const found = await readdir(folder).catch((error: unknown) => codeOf(error));
  if (found === 'ENOENT') return undefined;
  if (typeof found === 'string') {
    return { en: `${folder} is no folder that can be read.`, zh: `${folder} 不是可以读取的文件夹。` };
  }
  const foreign = found.find((name) => name !== '.git');
  if (foreign === undefined) return undefined;
  return {
    en: `${folder} is not empty: it holds “${foreign}”. Name a new folder; nothing was written.`,
    zh: `${folder} 不是空文件夹，其中有“${foreign}”。请指明新的文件夹；没有写入任何内容。`,
  };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return String(error.code);
}

/** Writes files below a folder; one that has come there meanwhile is not overwritten, which throws. */
export async function writeNew(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, text] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, { flag: 'wx' });
  }
}

import { lstat, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the server keeps beside the handbook: `.bylaw/` in its folder, which neither the handbook nor git takes in. */
interface OwnFolder {
  readonly drafts: string;
  /** For files that are being written. */
  readonly aside: string;
}

/** Makes the folder where it is missing. A link in its place, which a checkout may bring, is an error: it could lead anywhere. */
export async function ownFolder(handbookDir: string): Promise<OwnFolder> {
  const own = join(handbookDir, '.bylaw');
  const folders = { drafts: join(own, 'drafts'), aside: join(own, 'saving') };
  for (const folder of [own, folders.drafts, folders.aside]) {
    await mkdir(folder).catch(unlessThere);
    if (!(await lstat(folder)).isDirectory())
      throw Object.assign(new Error(`${folder} is no folder`), { code: 'ENOTDIR' });
  }
  await writeFile(join(own, '.gitignore'), '*\n', { flag: 'wx' }).catch(unlessThere);
  return folders;
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

const hour = 3_600_000;

/** Takes away what a server left that was killed while it wrote; younger files may be another server's. */
export async function sweep({ aside }: OwnFolder): Promise<void> {
  for (const name of await readdir(aside)) {
    const path = join(aside, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > hour) await rm(path, { force: true });
  }
}

import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { simpleGit, type SimpleGit } from 'simple-git';
import { sourceFile, type SourceFile } from '../source/source-file.ts';
import { noRevision, notInGit, notUtf8At } from './git-messages.ts';
import type { Unreadable } from './host-messages.ts';

/**
 * The handbook's files as they stand in a revision of its git repository. A revision that does not exist, or a folder that
 * is in no repository, is unreadable. A handbook that the revision does not have yet has no files.
 */
export async function filesAtRevision(dir: string, revision: string): Promise<readonly SourceFile[] | Unreadable> {
  const git = simpleGit(dir);
  const root = await top(git);
  if (root === undefined) return notInGit(dir);
  // A revision beginning with a dash would be an option.
  if (revision.startsWith('-') || !(await exists(git, revision))) return noRevision(revision, await isShallow(git));
  const folder = relative(realpathSync(root), realpathSync(dir));
  const prefix = folder === '' ? '' : `${folder}/`;
  const listed = await git.raw('ls-tree', '-r', '-z', '--full-tree', revision, '--', folder === '' ? '.' : folder);
  const entries = listed.split('\0').flatMap((line) => entryOf(line) ?? []);
  const texts = await textsOf(
    entries.map(({ id }) => id),
    dir,
  );
  const wrong = entries.find((_, i) => texts[i] === undefined);
  if (wrong !== undefined) return notUtf8At(wrong.path.slice(prefix.length), revision);
  return entries.map(({ path }, i) => sourceFile(path.slice(prefix.length), texts[i] ?? ''));
}

/** `100644 blob ID<tab>PATH`; what is no file, such as a link, is not read, as in a folder. */
function entryOf(line: string): { readonly id: string; readonly path: string } | undefined {
  const [, id, path] = /^100(?:644|755|664) blob ([0-9a-f]+)\t(.+\.ya?ml)$/s.exec(line) ?? [];
  return id === undefined || path === undefined ? undefined : { id, path };
}

/** The contents of blobs, by one process: one for each takes longer than all the rest. Undefined where one is not UTF-8. */
async function textsOf(ids: readonly string[], cwd: string): Promise<readonly (string | undefined)[]> {
  if (ids.length === 0) return [];
  const process = spawn('git', ['cat-file', '--batch'], { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
  process.stdin.end(`${ids.join('\n')}\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdout as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  let at = 0;
  return ids.map((id) => {
    // `ID blob LENGTH`, a line end, the content, a line end.
    const end = bytes.indexOf(0x0a, at);
    const [, length] = /^[0-9a-f]+ blob (\d+)$/.exec(bytes.toString('latin1', at, end)) ?? [];
    if (length === undefined) throw new Error(`git does not give ${id}`);
    const content = bytes.subarray(end + 1, end + 1 + Number(length));
    at = end + 2 + Number(length);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    } catch {
      return undefined;
    }
  });
}

/** How many files of the handbook are not as in the newest commit: changed, or never added. Undefined outside of a repository. */
export async function uncommittedIn(dir: string): Promise<number | undefined> {
  try {
    const status = await simpleGit(dir).raw('status', '--porcelain', '-z', '--untracked-files=all', '--', '.');
    return status.split('\0').filter((line) => /^..\s.*\.ya?ml$/s.test(line)).length;
  } catch {
    return undefined;
  }
}

async function top(git: SimpleGit): Promise<string | undefined> {
  try {
    return (await git.revparse(['--show-toplevel'])).trim();
  } catch {
    return undefined;
  }
}

async function exists(git: SimpleGit, revision: string): Promise<boolean> {
  try {
    // Failing quietly is no error to simple-git: only what is printed tells.
    const commit = await git.raw('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
    return commit.trim() !== '';
  } catch {
    return false;
  }
}

async function isShallow(git: SimpleGit): Promise<boolean> {
  return (await git.revparse(['--is-shallow-repository'])).trim() === 'true';
}

import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { simpleGit, type SimpleGit } from 'simple-git';
import { sourceFile, type SourceFile } from '../source/source-file.ts';
import { noRevision, notInGit } from './git-messages.ts';
import type { Unreadable } from './host-messages.ts';

/** Texts in one process are read side by side, a few at a time. */
const atOnce = 8;

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
  const listed = await git.raw(
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    '--full-tree',
    revision,
    '--',
    folder === '' ? '.' : folder,
  );
  const paths = listed.split('\0').filter((path) => /\.ya?ml$/.test(path));
  const files: SourceFile[] = [];
  for (let i = 0; i < paths.length; i += atOnce) {
    const some = paths.slice(i, i + atOnce);
    const texts = await Promise.all(some.map((path) => git.raw('cat-file', 'blob', `${revision}:${path}`)));
    texts.forEach((text, j) => files.push(sourceFile((some[j] ?? '').slice(prefix.length), text)));
  }
  return files;
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

import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { simpleGit, type SimpleGit } from 'simple-git';
import { sourceFile, type SourceFile } from '../source/source-file.ts';
import { blobTexts } from './git-blobs.ts';
import { noGit, noRevision, notInGit, notUtf8At } from './git-messages.ts';
import type { Unreadable } from '../tables/unreadable.ts';

/** A repository with a handbook in it. */
export interface Repository {
  readonly git: SimpleGit;
  readonly root: string;
  /** The handbook's folder below the root, with `/`; empty where it is the root. */
  readonly folder: string;
}

/** The repository that a handbook's folder lies in. */
export async function repositoryOf(dir: string): Promise<Repository | Unreadable> {
  const git = simpleGit(dir);
  try {
    const root = (await git.revparse(['--show-toplevel'])).trim();
    return { git, root, folder: relative(realpathSync(root), realpathSync(dir)).split(sep).join('/') };
  } catch (error) {
    return error instanceof Error && error.message.includes('ENOENT') ? noGit() : notInGit(dir);
  }
}

/**
 * The handbook's files as they stand in a revision of its git repository. A revision that does not exist, or a folder that
 * is in no repository, is unreadable. A handbook that the revision does not have yet has no files.
 */
export async function filesAtRevision(dir: string, revision: string): Promise<readonly SourceFile[] | Unreadable> {
  const repository = await repositoryOf(dir);
  if ('unreadable' in repository) return repository;
  const commit = await commitOf(repository, revision);
  return typeof commit === 'string' ? filesAt(repository, commit, revision) : commit;
}

/** The whole id of the commit that a revision names. */
export async function commitOf({ git }: Repository, revision: string): Promise<string | Unreadable> {
  // A revision beginning with a dash would be an option.
  const commit = revision.startsWith('-') ? '' : await parsed(git, revision);
  return commit === '' ? noRevision(revision, await isShallow(git)) : commit;
}

/** The handbook's files in a commit, which is called `revision`: those that the folder would be read for. */
export async function filesAt(
  { git, root, folder }: Repository,
  commit: string,
  revision: string,
): Promise<readonly SourceFile[] | Unreadable> {
  const below = folder === '' ? '.' : folder;
  const listed = await git.raw('ls-tree', '-r', '-z', '--full-tree', commit, '--', below);
  const prefix = folder === '' ? 0 : folder.length + 1;
  const entries = listed.split('\0').flatMap((line) => {
    const [, mode = '', id = '', path = ''] = /^(\d+) blob (\w+)\t(.*)$/su.exec(line) ?? [];
    return mode === linkMode || !isRead(path.slice(prefix)) ? [] : [{ id, path: path.slice(prefix) }];
  });
  const texts = await blobTexts(
    root,
    entries.map(({ id }) => id),
  );
  const wrong = entries.find((_, i) => texts[i] === undefined);
  if (wrong !== undefined) return notUtf8At(wrong.path, revision);
  return entries.map(({ path }, i) => sourceFile(path, texts[i] ?? ''));
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

const linkMode = '120000';

/** Would a file below the handbook's folder be read? As `handbook-folder.ts` does. */
export function isRead(path: string): boolean {
  return path.endsWith('.yaml') && !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
}

async function parsed(git: SimpleGit, revision: string): Promise<string> {
  try {
    // Failing quietly is no error to simple-git: only what is printed tells.
    const commit = await git.raw('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
    return commit.trim();
  } catch {
    return '';
  }
}

export async function isShallow(git: SimpleGit): Promise<boolean> {
  return (await git.revparse(['--is-shallow-repository'])).trim() === 'true';
}

import { simpleGit } from 'simple-git';
import type { SourceFile } from '../source/source-file.ts';
import { noCommonCommit } from './git-messages.ts';
import { commitOf, filesAt, isRead, isShallow, repositoryOf, type Repository } from './git.ts';
import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';

/** A commit of a change, with the values of its `Approved-by:` trailers. */
interface Commit {
  readonly id: string;
  readonly subject: string;
  readonly approvedBy: readonly string[];
}

/** A file of the handbook's folder that no commit has as it stands there. */
interface Uncommitted {
  /** Below the repository's root. */
  readonly path: string;
  readonly is: 'changed' | 'deleted' | 'untracked' | 'ignored';
}

/** What a working folder adds to a revision. */
export interface Since {
  /** As it was asked for, and the commit from which both come, which is what is compared with. */
  readonly name: string;
  readonly base: string;
  /** So many commits the revision has that the present one lacks; they are in no side of the comparison. */
  readonly behind: number;
  /** The handbook's files in the common commit. */
  readonly files: readonly SourceFile[];
  /** Oldest first. */
  readonly commits: readonly Commit[];
  readonly uncommitted: readonly Uncommitted[];
  /** The handbook's folder below the repository's root. */
  readonly folder: string;
}

/**
 * What changed in a handbook's folder since it parted from a revision. What the revision got later is left out: it would look
 * as if the change took it back.
 */
export async function changesSince(dir: string, revision: string): Promise<Since | Unreadable> {
  const repository = await repositoryOf(dir);
  if (isUnreadable(repository)) return repository;
  const { git, folder } = repository;
  const tip = await commitOf(repository, revision);
  if (isUnreadable(tip)) return tip;
  const base = (await git.raw('merge-base', tip, 'HEAD').catch(() => '')).trim();
  if (base === '') return noCommonCommit(revision, await isShallow(git));
  const behind = Number(await git.raw('rev-list', '--count', `HEAD..${tip}`));
  const files = await filesAt(repository, base, revision);
  if (isUnreadable(files)) return files;
  const [commits, uncommitted] = [await commitsSince(repository, base), await filesNotCommitted(repository)];
  return { name: revision, base, behind, files, commits, uncommitted, folder };
}

/** Which of these files, named below the handbook's folder, are not as in a commit. */
export async function changedFrom(dir: string, commit: string, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const paths = names.map((name) => `:(literal)${name}`);
  const listed = await simpleGit(dir).raw(
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--relative',
    commit,
    '--',
    ...paths,
  );
  return listed.split('\0').filter((name) => name !== '');
}

const [field, value, end] = ['\u0001', '\u0002', '\u0003'];

async function commitsSince({ git }: Repository, base: string): Promise<readonly Commit[]> {
  const format = '%h%x01%s%x01%(trailers:key=Approved-by,valueonly=true,unfold=true,separator=%x02)%x03';
  const log = await git.raw('log', '--reverse', `--format=${format}`, `${base}..HEAD`);
  return log.split(end).flatMap((entry) => {
    const [id = '', subject = '', approvals = ''] = entry.trimStart().split(field);
    if (id === '') return [];
    const approvedBy = approvals.split(value).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
    return [{ id, subject, approvedBy }];
  });
}

/** Only what is read as a file of the handbook. */
export async function filesNotCommitted({ git, folder }: Repository): Promise<readonly Uncommitted[]> {
  const at = folder === '' ? '.' : `:(top)${folder}`;
  const listed = await git.raw(
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignored=matching',
    '--',
    at,
  );
  const prefix = folder === '' ? 0 : folder.length + 1;
  return listed.split('\0').flatMap((line): readonly Uncommitted[] => {
    const [code, path] = [line.slice(0, 2), line.slice(3)];
    if (path === '' || !isRead(path.slice(prefix))) return [];
    const is =
      code === '??' ? 'untracked' : code === '!!' ? 'ignored' : code.includes('D') ? 'deleted' : ('changed' as const);
    return [{ path, is }];
  });
}

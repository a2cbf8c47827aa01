import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freeBranch } from './git-branch.ts';
import { gitFailed, noAuthor, noCommitYet, nothingChanges } from './git-messages.ts';
import type { Standing } from './git-state.ts';
import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import { runGit } from './run-git.ts';

export interface Change {
  /** Whole new texts, each by its path below the handbook's folder; null: the file goes. */
  readonly files: readonly { readonly path: string; readonly text: string | null }[];
  /** The title in the first line. Trailers are part of it. */
  readonly message: string;
  /** What the branch should be called. */
  readonly branch: string;
}

interface Committed {
  readonly branch: string;
  readonly commit: string;
  readonly skippedHooks: readonly string[];
}

/**
 * Puts a change on a new branch from the present commit, as one commit. Nothing is checked out: the working folder, the
 * index and the branch that somebody works on stay as they are, and hooks that look at them do not run.
 */
export async function commitOnBranch(standing: Standing, change: Change): Promise<Committed | Unreadable> {
  const { repository, commit: parent, author } = standing;
  const { root } = repository;
  if (parent === undefined) return noCommitYet();
  if (author === undefined) return noAuthor();
  const tree = await treeWith(standing, parent, change.files);
  if (isUnreadable(tree)) return tree;
  const before = await told(root, ['rev-parse', `${parent}^{tree}`]);
  if (before === tree) return nothingChanges();
  const signed = (await told(root, ['config', '--type=bool', 'commit.gpgsign'])) === 'true' ? ['-S'] : [];
  const patience = 60_000;
  const commit = await told(root, ['commit-tree', ...signed, '-p', parent, '-F', '-', tree], {
    input: change.message,
    patience,
  });
  if (isUnreadable(commit)) return commit;
  const branch = await freeBranch(root, change.branch, commit);
  if (isUnreadable(branch)) return branch;
  return { branch, commit, skippedHooks: await hooksIn(root) };
}

/** The tree of a commit with some of its files replaced, made in an index of its own. */
async function treeWith(
  { repository: { root, folder } }: Standing,
  parent: string,
  files: Change['files'],
): Promise<string | Unreadable> {
  const aside = await mkdtemp(join(tmpdir(), 'bylaw-index-'));
  const env = { GIT_INDEX_FILE: join(aside, 'index') };
  try {
    const read = await told(root, ['read-tree', parent], { env });
    if (isUnreadable(read)) return read;
    const lines: string[] = [];
    for (const { path, text } of files) {
      const inRoot = folder === '' ? path : `${folder}/${path}`;
      if (text === null) {
        lines.push(`0 ${'0'.repeat(parent.length)}\t${inRoot}\0`);
        continue;
      }
      // As `git add` would: line ends and filters are those of the repository.
      const blob = await told(root, ['hash-object', '-w', '--stdin', '--path', inRoot], { input: text });
      if (isUnreadable(blob)) return blob;
      const staged = await told(root, ['ls-files', '--stage', '--', `:(top,literal)${inRoot}`], { env });
      const runs = typeof staged === 'string' && staged.startsWith('100755');
      lines.push(`${runs ? '100755' : '100644'} ${blob}\t${inRoot}\0`);
    }
    const updated = await told(root, ['update-index', '-z', '--index-info'], { env, input: lines.join('') });
    return isUnreadable(updated) ? updated : await told(root, ['write-tree'], { env });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** What a command prints, without the end of its line. */
async function told(
  root: string,
  argv: readonly string[],
  given: Parameters<typeof runGit>[2] = {},
): Promise<string | Unreadable> {
  const ran = await runGit(root, argv, given);
  return 'out' in ran ? ran.out.trimEnd() : gitFailed(argv.find((word) => /^[a-z-]+$/.test(word)) ?? '', ran.failed);
}

/** Hooks that a commit in the working folder would have run. */
async function hooksIn(root: string): Promise<readonly string[]> {
  const folder = await told(root, ['rev-parse', '--git-path', 'hooks']);
  if (isUnreadable(folder)) return [];
  const found: string[] = [];
  for (const name of ['pre-commit', 'prepare-commit-msg', 'commit-msg']) {
    const runs = await access(join(resolve(root, folder), name), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) found.push(name);
  }
  return found;
}

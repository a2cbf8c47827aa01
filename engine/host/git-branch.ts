import process from 'node:process';
import { gitFailed } from './git-messages.ts';
import type { Remote } from './git-state.ts';
import type { Unreadable } from '../tables/unreadable.ts';
import { runGit, type Ran } from './run-git.ts';

/** So many branches of one name on one day are a mistake of some program. */
const mostTries = 100;

/** Makes a branch at a commit, under the wanted name or, where that is taken here or at a remote, with a number behind it. */
export async function freeBranch(root: string, wanted: string, commit: string): Promise<string | Unreadable> {
  const taken = await branchesIn(root);
  const name = await fit(root, wanted, taken);
  let last: Ran = { failed: name };
  for (let i = 1; i <= mostTries; i += 1) {
    const branch = i === 1 ? name : `${name}-${i}`;
    if (isTaken(branch, taken)) continue;
    // Forty noughts: the branch must not exist, also where somebody has just made it.
    last = await runGit(root, ['update-ref', `refs/heads/${branch}`, commit, '0'.repeat(commit.length)]);
    if ('out' in last) return branch;
  }
  return gitFailed('update-ref', 'failed' in last ? last.failed : '');
}

/** In small letters: many disks see no difference. */
async function branchesIn(root: string): Promise<ReadonlySet<string>> {
  const ran = await runGit(root, ['for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/remotes']);
  const names = 'out' in ran ? ran.out.split('\n').filter((name) => name !== '') : [];
  return new Set(names.map((name) => name.replace(/^refs\/(heads|remotes\/[^/]+)\//, '').toLowerCase()));
}

/** Git keeps branches as files: where one is, no other can be a folder. */
function isTaken(branch: string, taken: ReadonlySet<string>): boolean {
  const name = branch.toLowerCase();
  return taken.has(name) || [...taken].some((one) => one.startsWith(`${name}/`));
}

/** A name that git takes: signs that it refuses become dashes, and folders that are branches already become part of the name. */
async function fit(root: string, wanted: string, taken: ReadonlySet<string>): Promise<string> {
  const name = [...wanted.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}._/-]+/gu, '-')]
    .slice(0, 80)
    .join('')
    .replaceAll(/\.{2,}|\/{2,}|-{2,}/g, (many) => many.slice(0, 1))
    .replace(/^[-./]+/, '')
    .replace(/[-./]+$/, '');
  const above = name.split('/').map((_, i, parts) => parts.slice(0, i).join('/').toLowerCase());
  const flat = above.some((one) => taken.has(one)) ? name.replaceAll('/', '-') : name;
  const checked = await runGit(root, ['check-ref-format', `refs/heads/${flat}`]);
  return 'out' in checked && flat !== '' ? flat : 'policy-change';
}

/** So long may a network take. */
const patience = 60_000;

/** Sends one branch to a remote, never over one that is there. Why not, where it fails. */
export async function pushBranch(root: string, { name }: Remote, branch: string): Promise<Unreadable | undefined> {
  const ref = `refs/heads/${branch}`;
  const own = await runGit(root, ['config', 'core.sshCommand']);
  // Else a question for a password would wait in a terminal that nobody looks at.
  const asksNobody =
    'out' in own ? undefined : { env: { GIT_SSH_COMMAND: process.env['GIT_SSH_COMMAND'] ?? 'ssh -o BatchMode=yes' } };
  const ran = await runGit(root, ['push', name, `${ref}:${ref}`], { patience, ...asksNobody });
  return 'out' in ran ? undefined : gitFailed('push', ran.failed);
}

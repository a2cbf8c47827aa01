import { commitOnBranch } from '../../engine/host/git-commit.ts';
import { pushBranch } from '../../engine/host/git-branch.ts';
import { standingOf, type Standing } from '../../engine/host/git-state.ts';
import { isUnreadable } from '../../engine/tables/unreadable.ts';
import type { Conflicts, FileVersion, Proposal, Proposed } from './api.ts';
import type { Desk } from './desk.ts';
import { settleDrafts } from './drafts.ts';
import { denied, isDenied, type Denied } from './refusals.ts';
import { readyToSave, write, type Ready } from './saved-files.ts';

/**
 * Puts a change forward: in a git repository as a commit on a new branch, elsewhere into the files. Either all files are
 * what the change was made from, or nothing is done.
 */
export async function propose(desk: Desk, proposal: Proposal): Promise<Proposed | Conflicts | Denied> {
  const looked = await readyToSave(desk.folder, proposal.files);
  if (isDenied(looked)) return looked;
  const { ready, stale } = looked;
  if (stale.length > 0) return conflictsOf(stale);
  const standing = await standingOf(desk.folder);
  return isUnreadable(standing) ? intoFiles(desk, ready) : ontoBranch(desk, standing, proposal);
}

async function ontoBranch(desk: Desk, standing: Standing, proposal: Proposal): Promise<Proposed | Denied> {
  const { files, message, approver, push = false, basedOnCommit = standing.commit } = proposal;
  if (basedOnCommit !== standing.commit) return hasMoved(standing);
  const day = desk.now().toISOString().slice(0, 10);
  const branch = proposal.branch ?? `${stemOf(files[0]?.path ?? '')}-${day}`;
  const trailer = approver === undefined ? '' : `\n\nApproved-by: ${approver}`;
  const committed = await commitOnBranch(standing, { files, branch, message: `${message.trim()}${trailer}\n` });
  if (isUnreadable(committed)) return denied(422, 'no-commit', committed.unreadable);
  const { remote, uncommitted, repository } = standing;
  const notPushed =
    push && remote !== undefined ? await pushBranch(repository.root, remote, committed.branch) : undefined;
  const base = remote?.mainBranch ?? standing.branch;
  const link = base === undefined ? undefined : remote?.page?.pullRequest(committed.branch, base);
  return {
    is: 'branch',
    ...committed,
    pushed: push && remote !== undefined && notPushed === undefined,
    ...(notPushed === undefined ? {} : { notPushed: notPushed.unreadable }),
    ...(link === undefined ? {} : { link }),
    heldUncommitted: files.map(({ path }) => path).filter((path) => uncommitted.includes(path)),
  };
}

async function intoFiles(desk: Desk, ready: readonly Ready[]): Promise<Proposed | Denied> {
  const failed = await write(desk.folder, ready);
  const written: { path: string; version: FileVersion }[] = [];
  for (const { place, text, version } of ready) {
    written.push({ path: place.path, version });
    if (failed === undefined) {
      if (text !== null) await settleDrafts(desk.folder, place.path, text).catch(() => undefined);
      desk.watch.tell({ path: place.path, version });
    }
  }
  return failed ?? { is: 'files', files: written };
}

/** Somebody committed, or checked something out, since the change was told in words. */
function hasMoved({ branch, commit = '' }: Standing): Denied {
  const at = commit.slice(0, 10);
  return denied(409, 'moved', {
    en: `Another commit is checked out since you looked${branch === undefined ? '' : ` (${branch})`}: ${at}. Nothing was proposed and your text is kept. Look at what changes now, and propose again.`,
    zh: `您查看之后，当前检出的提交已变为 ${at}${branch === undefined ? '' : `（${branch}）`}。未提出任何变更，您的文本已保留。请查看现在的变化后再次提出。`,
  });
}

function conflictsOf(stale: Conflicts['conflicts']): Conflicts {
  const names = stale.map(({ path }) => path);
  return {
    error: 'changed',
    message: {
      en: `Changed meanwhile, in another window or program: ${names.join(', ')}. Nothing was proposed.`,
      zh: `以下文件已在其他窗口或程序中被修改：${names.join('、')}。未提出任何变更。`,
    },
    conflicts: stale.map(({ path, text, version }) => ({ path, text, version })),
  };
}

/** `pay/commission.head.yaml` → `commission.head` */
const stemOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.yaml$/, '');

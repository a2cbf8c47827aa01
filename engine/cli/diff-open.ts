import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findHandbook } from '../host/find-handbook.ts';
import { filesAtRevision, uncommittedIn } from '../host/git.ts';
import { noFolder, noManifest } from '../host/host-messages.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { readHandbook, type Handbook } from '../program/handbook.ts';
import type { State } from '../review/diff/states.ts';
import type { Side } from './diff-side.ts';
import { openFolder, openHandbook } from './handbook.ts';
import { unreadableHandbook, wrongUse } from './refusals.ts';
import { isRefusal, remark, type Call, type Refusal } from './verb.ts';

/** Reads a side. `policy` is the one that a bare `v:N` means, where the decisions that are asked about tell one. */
export async function openSide(
  side: Side,
  call: Call,
  own: () => Promise<Handbook | Refusal>,
  policy: string | undefined,
): Promise<State | Refusal> {
  const name = side.written;
  switch (side.is) {
    case 'git':
      return checked(name, await atRevision(side.revision, call, name));
    case 'dir':
      return checked(name, await inFolder(side.path, call));
    case 'at': {
      const handbook = await own();
      return isRefusal(handbook) ? handbook : checked(name, handbook, { day: side.day });
    }
    case 'version': {
      const handbook = await own();
      if (isRefusal(handbook)) return handbook;
      const version = versionIn(handbook, side.policy ?? policy, side);
      return isRefusal(version) ? version : checked(name, handbook, { version });
    }
  }
}

/** Nothing is known of a handbook whose manifest says nothing. */
function checked(
  name: string,
  handbook: Handbook | Refusal,
  more: Pick<State, 'day' | 'version'> = {},
): State | Refusal {
  if (isRefusal(handbook))
    return { ...handbook, says: { en: `${name}: ${handbook.says.en}`, zh: `${name}：${handbook.says.zh}` } };
  if (handbook.manifest !== undefined) return { name, handbook, ...more };
  const why = handbook.diagnostics.find(({ blocks }) => blocks);
  return unreadableHandbook({
    en: `${name}: the manifest cannot be read. ${why === undefined ? '' : `${why.span.file}: ${why.message.en}`}`,
    zh: `${name}：无法读取清单。${why === undefined ? '' : `${why.span.file}：${why.message.zh}`}`,
  });
}

async function atRevision(revision: string, { io, options }: Call, name: string): Promise<Handbook | Refusal> {
  const dir = findHandbook(io.cwd, options.handbook);
  if (isUnreadable(dir)) return unreadableHandbook(dir.unreadable);
  if (!existsSync(dir)) return unreadableHandbook(noFolder(dir).unreadable);
  const files = await filesAtRevision(dir, revision);
  if (isUnreadable(files)) return { exit: 2, says: files.unreadable };
  if (files.length > 0) return readHandbook(files);
  return wrongUse(
    `this revision has no handbook at ${dir}: no file of it was there yet.`,
    `该版本在 ${dir} 处还没有手册文件。（${name}）`,
  );
}

/** Says that a revision lacks what was not committed, once, where the other side is no folder that has it. */
export async function remarkUncommitted(call: Call, sides: readonly Side[]): Promise<void> {
  const { io, options } = call;
  if (!sides.some(({ is }) => is === 'git') || sides.some(({ is }) => is !== 'git')) return;
  const dir = findHandbook(io.cwd, options.handbook);
  const files = isUnreadable(dir) ? undefined : await uncommittedIn(dir);
  if (files === undefined || files === 0) return;
  remark(call, {
    en: `${files} ${files === 1 ? 'file of the handbook differs' : 'files of the handbook differ'} from the newest commit and not in either revision; dir: compares them as they stand.`,
    zh: `手册中有 ${files} 个文件与最新提交不同，不在这两个版本中；用 dir: 可比较现状。`,
  });
}

/** The folder with handbook.yaml, or one that has it in policies/. */
async function inFolder(path: string, { io }: Call): Promise<Handbook | Refusal> {
  const folder = resolve(io.cwd, path);
  const dir = [folder, join(folder, 'policies')].find((one) => existsSync(join(one, 'handbook.yaml')));
  if (dir === undefined) return unreadableHandbook(noManifest(folder).unreadable);
  const loaded = await openFolder(dir);
  return isRefusal(loaded) ? loaded : loaded.handbook;
}

function versionIn(
  { versions }: Handbook,
  policy: string | undefined,
  { number, written }: Extract<Side, { is: 'version' }>,
): NonNullable<State['version']> | Refusal {
  if (policy === undefined)
    return wrongUse(
      `“${written}” does not say of which policy. Write POLICY@${written}, or name a decision of the policy behind the two sides.`,
      `“${written}”未写明是哪个制度。请写“制度@${written}”，或在两方之后写明该制度的决定。`,
    );
  const all = versions.get(policy);
  if (all === undefined) return wrongUse(`There is no policy “${policy}”.`, `没有制度“${policy}”。`);
  const found = all.find(({ head }) => head.version === number);
  if (found !== undefined) return { policy, number, from: found.head.from };
  const known = all.map(({ head }) => head.version).sort((a, b) => a - b);
  return wrongUse(
    `${policy} has no version ${number}; it has ${known.join(', ')}.`,
    `${policy} 没有第 ${number} 版，现有：${known.join('、')}。`,
  );
}

/** The handbook that the call means, read once. */
export function ownHandbook(call: Call): () => Promise<Handbook | Refusal> {
  let opened: Promise<Handbook | Refusal> | undefined;
  return () => (opened ??= openHandbook(call).then((loaded) => (isRefusal(loaded) ? loaded : loaded.handbook)));
}

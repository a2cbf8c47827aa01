import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mostBytes } from '../../engine/host/handbook-folder.ts';
import { replaceFile } from '../../engine/host/replace-file.ts';
import type { Draft } from './api.ts';
import { isDraft } from './bodies.ts';
import { ownFolder } from './own-folder.ts';
import { placeOf } from './places.ts';
import { deny, isDenied, notWritten, tooLarge, type Denied } from './refusals.ts';
import { contentOf } from './saved-files.ts';

/** Keeps text that was not saved, whether it means anything or not; what the file says already is not kept, and so answers false. */
export async function keepDraft(folder: string, draft: Draft): Promise<boolean | Denied> {
  const place = await placeOf(folder, draft.path);
  if (isDenied(place)) return place;
  if (!draft.text.isWellFormed()) return deny('not-text');
  const bytes = Buffer.byteLength(draft.text);
  if (bytes > mostBytes) return tooLarge(draft.path, bytes, mostBytes);
  const { text } = await contentOf(place);
  if (text === draft.text) return dropDraft(folder, draft);
  try {
    const { drafts, aside } = await ownFolder(folder);
    await replaceFile(join(drafts, nameOf(draft)), JSON.stringify(draft), aside);
    return true;
  } catch (error) {
    return notWritten(error, draft.path);
  }
}

/** Takes one window's draft of a file away. */
export async function dropDraft(folder: string, draft: Pick<Draft, 'path' | 'window'>): Promise<false | Denied> {
  try {
    const { drafts } = await ownFolder(folder);
    await rm(join(drafts, nameOf(draft)), { force: true });
    return false;
  } catch (error) {
    return notWritten(error, draft.path);
  }
}

/** Takes away the drafts of a file, whichever window's, that say what was just saved. */
export async function settleDrafts(folder: string, path: string, text: string): Promise<void> {
  for (const draft of await draftsIn(folder)) {
    if (draft.path === path && draft.text === text) await dropDraft(folder, draft);
  }
}

/** All drafts that say something else than their files, newest first. */
export async function openDrafts(folder: string): Promise<readonly Draft[]> {
  const open: Draft[] = [];
  for (const draft of await draftsIn(folder)) {
    const place = await placeOf(folder, draft.path);
    // Where a link or a folder stands now, the text is offered all the same: it may be all that there is.
    const now = isDenied(place) ? undefined : await contentOf(place);
    if (now?.text === draft.text) await dropDraft(folder, draft);
    else open.push(draft);
  }
  return open.sort((a, b) => (a.keptAt > b.keptAt ? -1 : 1));
}

async function draftsIn(folder: string): Promise<readonly Draft[]> {
  const { drafts } = await ownFolder(folder);
  const found: Draft[] = [];
  for (const name of await readdir(drafts)) {
    if (!name.endsWith('.json')) continue;
    const draft = parsed(await readFile(join(drafts, name), 'utf8').catch(() => ''));
    if (isDraft(draft)) found.push(draft);
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Paths are too long for names, and differ where a disk sees no difference. */
function nameOf({ path, window }: Pick<Draft, 'path' | 'window'>): string {
  return `${createHash('sha256').update(`${path}\0${window}`).digest('hex')}.json`;
}

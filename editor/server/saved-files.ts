import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mostBytes, versionOf } from '../../engine/host/handbook-folder.ts';
import { replaceFile } from '../../engine/host/replace-file.ts';
import type { Conflict, FileVersion, ProposedFile } from './api.ts';
import { ownFolder } from './own-folder.ts';
import { folded, placeOf, type Place } from './places.ts';
import { denied, deny, isDenied, notWritten, tooLarge, type Denied } from './refusals.ts';

export interface Found {
  readonly text: string | null;
  readonly version: FileVersion;
}

/** What stands at a place now. Bytes that are no text are shown as far as they are; their version tells them apart. */
export async function contentOf({ whole, exists }: Place): Promise<Found> {
  if (!exists) return { text: null, version: null };
  const bytes = await readFile(whole);
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), version: versionOf(bytes) };
}

/** Files that may be written: each as it stands, and what it shall say. */
export interface Ready {
  readonly place: Place;
  readonly now: Found;
  /** Null: it goes. */
  readonly text: string | null;
  readonly version: FileVersion;
}

/**
 * Looks whether each text was made from what its file says now. A file that says the new text already is as asked for,
 * whatever it was made from: the answer to an earlier request may have been lost.
 */
export async function readyToSave(
  folder: string,
  files: readonly ProposedFile[],
): Promise<{ readonly ready: readonly Ready[]; readonly stale: readonly Conflict[] } | Denied> {
  const ready: Ready[] = [];
  const stale: Conflict[] = [];
  for (const { path, text, basedOn } of files) {
    const beside = new Set(files.map((file) => file.path).filter((other) => other !== path));
    const place = await placeOf(folder, path, '.yaml', beside);
    if (isDenied(place)) return place;
    const version = text === null ? null : versionOfText(path, text);
    if (isDenied(version)) return version;
    const now = await contentOf(place);
    if (now.version === basedOn || now.version === version) ready.push({ place, now, text, version });
    else stale.push(conflictOf(path, now));
  }
  return { ready, stale };
}

/** What a text's file would be; or why it can be none. */
function versionOfText(path: string, text: string): string | Denied {
  if (!text.isWellFormed()) return deny('not-text');
  const bytes = Buffer.from(text);
  return bytes.length > mostBytes ? tooLarge(path, bytes.length, mostBytes) : versionOf(bytes);
}

/**
 * Writes what is ready, new files first: an older version of a policy is put away before the newer one takes its place; what goes goes
 * last. A file that gets a name that many disks take for its old one is moved there before it is written: on those it is one file.
 */
export async function write(folder: string, ready: readonly Ready[]): Promise<Denied | undefined> {
  const turn = ({ now, text }: Ready): number => (now.version === null ? 0 : text === null ? 2 : 1);
  const moved = new Set<Ready>();
  for (const one of ready.toSorted((a, b) => turn(a) - turn(b))) {
    const { place, now, text, version } = one;
    if (now.version === version || moved.has(one)) continue;
    try {
      const { aside } = await ownFolder(folder);
      const old = now.version === null ? ready.find((other) => isOldNameOf(other, one)) : undefined;
      if (old !== undefined) {
        await mkdir(dirname(place.whole), { recursive: true });
        await rename(old.place.whole, place.whole);
        moved.add(old);
      }
      if (text === null) await rm(place.whole);
      else await replaceFile(place.whole, text, aside);
    } catch (error) {
      return notWritten(error, place.path);
    }
  }
  return undefined;
}

const isOldNameOf = (old: Ready, { place }: Ready): boolean =>
  old.text === null &&
  old.now.version !== null &&
  old.place.path !== place.path &&
  folded(old.place.path) === folded(place.path);

function conflictOf(path: string, { text, version }: Found): Conflict {
  const message =
    version === null
      ? { en: `${path} was deleted meanwhile.`, zh: `${path} 已被删除。` }
      : {
          en: `${path} was changed meanwhile, in another window or program.`,
          zh: `${path} 已在其他窗口或程序中被修改。`,
        };
  return { ...denied(409, 'changed', message).refused, path, text, version };
}

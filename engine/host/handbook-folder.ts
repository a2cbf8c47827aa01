import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { folderMessages } from './folder-messages.ts';

/** More than any policy needs; what is larger is not read, and said to be so. */
export const mostBytes = 2_000_000;

interface HandbookFile {
  /** Below the handbook's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Fingerprint of the bytes, so that a writer can tell whether the file is still the one that was read. */
  readonly version: string;
}

export interface HandbookFolder {
  readonly files: readonly HandbookFile[];
  /** What lies in the folder and was not read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all YAML below a folder, in the order of the paths. Nothing outside the folder is read: links are not followed. */
export async function readHandbookFolder(folder: string): Promise<HandbookFolder> {
  const root = await realpath(folder);
  const entries = await entriesBelow(root);
  const read: (HandbookFile | Diagnostic | undefined)[] = [];
  // One after the other would wait for the disk as often as there are files; all at once is more than a system opens.
  for (let at = 0; at < entries.length; at += atOnce) {
    read.push(...(await Promise.all(entries.slice(at, at + atOnce).map((entry) => readEntry(root, entry)))));
  }
  const files: HandbookFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const one of read) {
    if (one === undefined) continue;
    if ('code' in one) diagnostics.push(one);
    else files.push(one);
  }
  return { files, diagnostics };
}

const atOnce = 64;

/** Undefined for what is none of the handbook's business, or has gone since the folder was listed. */
async function readEntry(root: string, { path, isLink }: Entry): Promise<HandbookFile | Diagnostic | undefined> {
  const span = { file: path, start: 0, end: 0 };
  if (isLink) return folderMessages.link({ path }, span);
  if (path.endsWith('.yml')) return folderMessages.extension({ path }, span);
  return path.endsWith('.yaml') ? await readOne(root, path).catch(goneMeanwhile) : undefined;
}

function goneMeanwhile(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

interface Entry {
  readonly path: string;
  readonly isLink: boolean;
}

async function entriesBelow(root: string): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const listed = await readdir(folder, { withFileTypes: true }).catch(folder === root ? undefined : goneMeanwhile);
    for (const entry of listed ?? []) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const whole = join(folder, entry.name);
      if (entry.isDirectory()) waiting.push(whole);
      else found.push({ path: relative(root, whole).split(sep).join('/'), isLink: entry.isSymbolicLink() });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readOne(root: string, path: string): Promise<HandbookFile | Diagnostic> {
  const span = { file: path, start: 0, end: 0 };
  const whole = join(root, path);
  const { size } = await stat(whole);
  if (size > mostBytes) return folderMessages['too-large']({ path, bytes: size, most: mostBytes }, span);
  const bytes = await readFile(whole);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { path, text, version: versionOf(bytes) };
  } catch {
    return folderMessages['not-utf-8']({ path }, span);
  }
}

/** The fingerprint of a file's bytes. */
export function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

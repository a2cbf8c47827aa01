import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { keepName } from './replace-file.ts';
import { modeAt } from './standing.ts';

/** A file that is written step by step beside the place where it belongs, with a journal of how far it is: somebody may go on with it. */
export interface PartFile {
  readonly write: (bytes: string | Uint8Array) => Promise<void>;
  /** All that was written is on the disk, and then the journal says `so` beside the length of it. */
  readonly step: (so: object) => Promise<void>;
  /** Puts the whole file in its place, and the journal away. */
  readonly finish: () => Promise<void>;
  /** Leaves it to be gone on with. */
  readonly leave: () => Promise<void>;
  /** Nothing of it stays. */
  readonly abandon: () => Promise<void>;
}

export const partOf = (path: string): string => `${path}.part`;
export const journalOf = (path: string): string => `${path}.part.json`;

/** What the journal of an unfinished file says; undefined where there is none, and `unfit` where it is none of ours. */
export async function readJournal(path: string): Promise<Readonly<Record<string, unknown>> | 'unfit' | undefined> {
  let text: string;
  try {
    text = await readFile(journalOf(path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { check, ...said } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
    return check === checkOf(said) ? said : 'unfit';
  } catch {
    return 'unfit';
  }
}

/** How many bytes of an unfinished file are there; undefined where there is no such file. */
export async function partSize(path: string): Promise<number | undefined> {
  const found = await stat(partOf(path)).catch(() => undefined);
  return found?.isFile() === true ? found.size : undefined;
}

/** So many bytes, and the CRC-32 of them. */
export interface Written {
  readonly length: number;
  readonly crc: number;
}

/** The CRC-32 of the first bytes of an unfinished file: whether it still holds what was written to it. */
export async function partCrc(path: string, length: number): Promise<number> {
  const file = await open(partOf(path));
  try {
    const bytes = new Uint8Array(Math.min(length, 1 << 20));
    let crc = 0;
    for (let at = 0, read = -1; at < length && read !== 0; at += read) {
      read = (await file.read(bytes, 0, Math.min(bytes.length, length - at), at)).bytesRead;
      crc = crc32(bytes.subarray(0, read), crc);
    }
    return crc;
  } finally {
    await file.close();
  }
}

/** Begins a file, or goes on behind what was written of it. What the journal says at first (`so`) is said before anything is written. */
export async function openPart(path: string, so: object, written: Written | undefined): Promise<PartFile> {
  const mode = await modeAt(path);
  if (written === undefined) await writeJournal(path, { ...so, length: 0, crc: 0 });
  const file = await open(partOf(path), written === undefined ? 'w' : 'r+', mode);
  try {
    if (written !== undefined) await file.truncate(written.length);
  } catch (error) {
    await file.close();
    throw error;
  }
  let { length: at, crc } = written ?? { length: 0, crc: 0 };
  const known = await knownAs(file);
  return {
    write: async (text) => {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      await writeAll(file, bytes, at);
      at += bytes.length;
      crc = crc32(bytes, crc);
    },
    step: async (said) => {
      // More may be written meanwhile: the journal speaks of what was there when it began.
      const then: Written = { length: at, crc };
      await file.datasync();
      await writeJournal(path, { ...said, ...then, file: known });
    },
    finish: async () => {
      if (mode !== undefined) await file.chmod(mode);
      await file.sync();
      await file.close();
      await rename(partOf(path), path);
      await keepName(dirname(path));
      await rm(journalOf(path), { force: true });
    },
    leave: () => file.close(),
    abandon: async () => {
      await file.close();
      await removePart(path);
    },
  };
}

/** By what a file is known under whatever name. */
async function knownAs(file: FileHandle): Promise<string> {
  const { dev, ino } = await file.stat({ bigint: true });
  return `${String(dev)}:${String(ino)}`;
}

/** Is the whole file in its place the one of which a journal says so? */
export async function isFinished(path: string, journal: Readonly<Record<string, unknown>>): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  return knownAs(file)
    .then((known) => known === journal['file'])
    .finally(() => file.close());
}

/** The journal goes last: a part without one is nothing that anybody goes on with. */
export async function removePart(path: string): Promise<void> {
  await rm(partOf(path), { force: true, recursive: true });
  await rm(`${journalOf(path)}.new`, { force: true });
  await rm(journalOf(path), { force: true });
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let from = 0; from < bytes.length;)
    from += (await file.write(bytes, from, bytes.length - from, at + from)).bytesWritten;
}

/** By what a journal that was damaged or changed is known. */
const checkOf = (said: object): number => crc32(JSON.stringify(said));

/** At no moment is the journal anything but the old one or the new one. */
export async function writeJournal(path: string, said: object): Promise<void> {
  const aside = `${journalOf(path)}.new`;
  const file = await open(aside, 'w');
  try {
    await file.writeFile(`${JSON.stringify({ ...said, check: checkOf(said) })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, journalOf(path));
  await keepName(dirname(path));
}

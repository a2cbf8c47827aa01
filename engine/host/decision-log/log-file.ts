import { open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { beginning, hashesOf, linkBehind, type Link } from '../../decision-log/chain.ts';
import { headerText, logFormat, readLine } from '../../decision-log/line.ts';
import { logMessages } from '../../decision-log/messages.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { keepName } from '../replace-file.ts';
import { digest } from './digest.ts';
import { linesOf, tailOf } from './lines.ts';
import { filledParts, nextPart } from './parts.ts';

/** The file of a log that is being written. */
export interface LogFile {
  readonly handle: FileHandle;
  /** Bytes written so far. */
  readonly bytes: number;
  /** When it was begun. */
  readonly begun: Date;
  /** The hash of the last line. */
  readonly last: string;
}

interface Continued {
  readonly file: LogFile;
  /** A torn line that an earlier process left. It stays where it is, and the log goes on in a new file. */
  readonly found: readonly Diagnostic[];
}

/**
 * Opens the file of a log to go on behind its last whole line, or begins it. Nothing that stands in it is changed; when it does
 * not end with a line of a log, nothing is written at all.
 */
export async function continueLog(path: string, now: Date): Promise<Continued | Diagnostic> {
  const ends = await endOf(path);
  if ('code' in ends) return ends;
  const { last, torn, begun, bytes } = ends;
  if (torn === undefined && last !== undefined && begun !== undefined)
    return { file: { handle: await open(path, 'a', 0o600), bytes, begun, last }, found: [] };
  const before = last ?? (await lastOfFilled(path));
  if (typeof before !== 'string') return before;
  if (torn === undefined) return { file: await beginFile(path, before, now), found: [] };
  return { file: await nextFile(path, before, now), found: [torn] };
}

/** Puts the file that is full aside and begins the next one, which goes on with the chain. */
export async function nextFile(path: string, last: string, now: Date): Promise<LogFile> {
  await rename(path, await nextPart(path));
  await keepName(dirname(path));
  return beginFile(path, last, now);
}

async function beginFile(path: string, before: string, now: Date): Promise<LogFile> {
  const { bytes, hash }: Link = linkBehind(before, headerText({ format: logFormat, time: now.toISOString() }), digest);
  const handle = await open(path, 'a', 0o600);
  await handle.appendFile(bytes);
  await handle.sync();
  await keepName(dirname(path));
  return { handle, bytes: bytes.length, begun: now, last: hash };
}

interface End {
  /** The hash of its last whole line; missing where it has none. */
  readonly last?: string;
  readonly begun?: Date;
  readonly torn?: Diagnostic;
  readonly bytes: number;
}

/** How a file of a log ends, or why it is none; a file that is missing or empty has no line. */
async function endOf(path: string): Promise<End | Diagnostic> {
  try {
    const { line, isTorn, bytes } = await tailOf(path);
    const torn = isTorn ? logMessages.torn({ line: await countLines(path) }, spanOf(path, bytes)) : undefined;
    if (line === undefined) {
      if (torn !== undefined && !(await isBegunLog(path))) return logMessages.unreadable({ line: 1 }, torn.span);
      return { bytes, ...(torn === undefined ? {} : { torn }) };
    }
    const hashes = hashesOf(line, digest);
    const begun = await beginOf(path);
    if (hashes?.said !== hashes?.is || hashes === undefined || begun === undefined)
      return logMessages.unreadable({ line: await countLines(path) }, spanOf(path, bytes));
    if ('code' in begun) return begun;
    return { last: hashes.said, begun, bytes, ...(torn === undefined ? {} : { torn }) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { bytes: 0 };
    throw error;
  }
}

/** Does a file without a whole line begin as a log does? Another one is somebody's, and stays. */
async function isBegunLog(path: string): Promise<boolean> {
  for await (const { bytes } of linesOf(path, path)) {
    const start = '{"bylaw":"decision-log"'.slice(0, bytes.length);
    return new TextDecoder().decode(bytes.subarray(0, start.length)) === start;
  }
  return true;
}

/** When a file was begun, by its first line. */
async function beginOf(path: string): Promise<Date | Diagnostic | undefined> {
  for await (const { bytes } of linesOf(path, path)) {
    const header = readLine(new TextDecoder().decode(bytes))?.header;
    if (header === undefined) return undefined;
    const { format, time } = header;
    if (format !== logFormat)
      return logMessages['newer-format']({ format, known: logFormat }, spanOf(path, bytes.length));
    return new Date(time);
  }
  return undefined;
}

/** The hash that a new file goes on with: that of the last whole line in the files that were filled earlier. */
async function lastOfFilled(path: string): Promise<string | Diagnostic> {
  for (const part of (await filledParts(path)).toReversed()) {
    const end = await endOf(part);
    if ('code' in end) return end;
    if (end.last !== undefined) return end.last;
  }
  return beginning;
}

async function countLines(path: string): Promise<number> {
  let count = 0;
  for await (const { number } of linesOf(path, path)) count = number;
  return count;
}

const spanOf = (file: string, bytes: number): Diagnostic['span'] => ({ file, start: 0, end: bytes });

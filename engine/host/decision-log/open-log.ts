import { linkBehind } from '../../decision-log/chain.ts';
import { recordText } from '../../decision-log/line.ts';
import { masked, type Masking } from '../../decision-log/mask.ts';
import { logMessages } from '../../decision-log/messages.ts';
import { loggedOutcome, type LoggedMoment } from '../../decision-log/record.ts';
import type { Bundle } from '../../bundle/contents.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { Program } from '../../ir/program.ts';
import { dayIn } from '../../value/calendar.ts';
import type { RawFacts } from '../../value/facts.ts';
import { version } from '../version.ts';
import { digest } from './digest.ts';
import { lock } from '../lock.ts';
import { continueLog, nextFile, type LogFile } from './log-file.ts';

export interface LogOptions {
  /** Facts that the log does not show. */
  readonly mask?: Masking;
  readonly rotate?: {
    /** A new file is begun where a line would make this one longer, in bytes. */
    readonly bytes?: number;
    /** A new file is begun on each day, of this time zone (`Asia/Shanghai`). */
    readonly daily?: string;
  };
  /**
   * `each`, when left out: `append` settles once its line is on the disk (fdatasync), so that a stop of the machine loses nothing
   * that was confirmed; lines that wait at the same time share one. `os`: it settles once the system has the line, which
   * outlives the process and not the machine.
   */
  readonly sync?: 'each' | 'os';
  readonly now?: () => Date;
}

/** A decision that was made, to be kept. */
export interface LogEntry {
  readonly bundle: Pick<Bundle, 'sha256'>;
  /** What the bundle was linked to: `rules.program`. */
  readonly program: Pick<Program, 'facts'>;
  /** The day or month that it was linked to. */
  readonly moment: LoggedMoment;
  readonly decision: string;
  readonly facts: RawFacts;
  readonly on?: string;
  readonly sourceOnly?: boolean;
  readonly outcome: Outcome;
}

export interface DecisionLog {
  /** Told on opening: a torn last line that an earlier process left. */
  readonly found: readonly Diagnostic[];
  /** Writes a line behind the others: its hash, or why it is not written. After a failure nothing more is written. */
  readonly append: (entry: LogEntry) => Promise<{ readonly hash: string } | { readonly diagnostic: Diagnostic }>;
  /** Waits for what is being written and lets another process write. */
  readonly close: () => Promise<void>;
}

type Written = Awaited<ReturnType<DecisionLog['append']>>;
interface Waiting {
  readonly members: string;
  readonly settle: (written: Written) => void;
}

/** With more characters a line could not be read back. */
const mostCharacters = 9_500_000;
/** Lines that are written at once come to no more bytes than this, unless one alone does. */
const mostAtOnce = 1024 * 1024;

/**
 * Opens a decision log to go on writing it, or begins one: `{ log }`, or `{ diagnostic }` with the reason why not.
 *
 *     const opened = await openDecisionLog('decisions.jsonl', { rotate: { bytes: 64_000_000 } });
 *     if ('diagnostic' in opened) throw new Error(opened.diagnostic.message.en);
 *     const outcome = rules.decide(decision, facts);
 *     await opened.log.append({ bundle, program: rules.program, moment, decision, facts, outcome });
 *
 * Throws a RangeError for a time zone that is none.
 */
export async function openDecisionLog(
  path: string,
  options: LogOptions = {},
): Promise<{ readonly log: DecisionLog } | { readonly diagnostic: Diagnostic }> {
  const { now = () => new Date(), rotate } = options;
  if (rotate?.daily !== undefined && dayIn(rotate.daily, now()) === undefined)
    throw new RangeError(`“${rotate.daily}” is no time zone such as Asia/Shanghai`);
  const lockPath = `${path}.lock`;
  try {
    const locked = await lock(lockPath);
    if ('owner' in locked)
      return { diagnostic: logMessages['in-use']({ path: lockPath, owner: locked.owner }, spanOf(path)) };
    const continued = await continueLog(path, now()).catch(async (error: unknown) => {
      await locked.release();
      throw error;
    });
    if ('file' in continued) return { log: writer(path, continued, locked.release, { ...options, now }) };
    await locked.release();
    return { diagnostic: continued };
  } catch (error) {
    return { diagnostic: unwritable(error, path) };
  }
}

function writer(
  path: string,
  continued: { readonly file: LogFile; readonly found: readonly Diagnostic[] },
  release: () => Promise<void>,
  { mask, rotate = {}, sync = 'each', now }: LogOptions & { readonly now: () => Date },
): DecisionLog {
  let { file } = continued;
  let failure: Diagnostic | undefined;
  let running: Promise<void> | undefined;
  const waiting: Waiting[] = [];

  const isFull = (bytes: number): boolean => {
    const { bytes: most, daily } = rotate;
    if (most !== undefined && file.bytes + bytes > most) return true;
    return daily !== undefined && dayIn(daily, file.begun) !== dayIn(daily, now());
  };
  const begin = async (): Promise<void> => {
    await file.handle.close();
    file = await nextFile(path, file.last, now());
  };
  const write = async (): Promise<void> => {
    const [first] = waiting;
    if (first === undefined) return;
    if (isFull(linkBehind(file.last, first.members, digest).bytes.length) && file.bytes > emptyFile) await begin();
    const { bytes, last, count } = together(waiting, file, rotate.bytes ?? Infinity);
    const { size } = await file.handle.stat();
    if (size !== file.bytes) {
      failure = logMessages.changed({ expected: file.bytes, is: size }, spanOf(path));
      return;
    }
    await file.handle.appendFile(bytes);
    if (sync === 'each') await file.handle.datasync();
    file = { ...file, bytes: file.bytes + bytes.length, last: last.at(-1) ?? file.last };
    waiting.splice(0, count).forEach(({ settle }, i) => settle({ hash: last[i] ?? '' }));
  };
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      try {
        if (failure === undefined) await write();
      } catch (error) {
        // What reached the file is a torn line at most; whoever opens it again sees that.
        failure = unwritable(error, path);
      }
      const diagnostic = failure;
      if (diagnostic !== undefined) for (const { settle } of waiting.splice(0)) settle({ diagnostic });
    }
    running = undefined;
  };
  return {
    found: continued.found,
    append: (entry) => {
      if (failure !== undefined) return Promise.resolve({ diagnostic: failure });
      const members = recordText(recordOf(entry, mask, now()));
      if (members.length > mostCharacters) {
        const wrong = { characters: members.length, most: mostCharacters };
        return Promise.resolve({ diagnostic: logMessages['too-large'](wrong, spanOf(path)) });
      }
      return new Promise((settle) => {
        waiting.push({ members, settle });
        // Whoever appends in the same turn is written in the same stroke.
        running ??= Promise.resolve().then(run);
      });
    },
    close: async () => {
      await running;
      const wasOpen = failure?.code !== 'decision-log/closed';
      failure = logMessages.closed({}, spanOf(path));
      if (!wasOpen) return;
      await file.handle.close().finally(release);
    },
  };
}

/** A file with its first line alone is never full. */
const emptyFile = 260;

/** The lines that go to the file in one stroke. */
function together(
  waiting: readonly Waiting[],
  { last, bytes }: LogFile,
  most: number,
): { readonly bytes: Uint8Array; readonly last: readonly string[]; readonly count: number } {
  const parts: Uint8Array[] = [];
  const hashes: string[] = [];
  let length = 0;
  for (const { members } of waiting) {
    const link = linkBehind(hashes.at(-1) ?? last, members, digest);
    const isTooMuch = length + link.bytes.length > mostAtOnce || bytes + length + link.bytes.length > most;
    if (isTooMuch && parts.length > 0) break;
    parts.push(link.bytes);
    hashes.push(link.hash);
    length += link.bytes.length;
  }
  return { bytes: Buffer.concat(parts), last: hashes, count: parts.length };
}

function recordOf(entry: LogEntry, mask: Masking | undefined, now: Date): Parameters<typeof recordText>[0] {
  const { bundle, program, moment, decision, facts, on, sourceOnly = false, outcome } = entry;
  return {
    time: now.toISOString(),
    decision,
    ...(on === undefined ? {} : { on }),
    moment,
    sourceOnly,
    ...masked(facts, program, mask),
    bundle: bundle.sha256,
    engine: version(),
    outcome: loggedOutcome(outcome),
  };
}

function unwritable(error: unknown, path: string): Diagnostic {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return logMessages.unwritable({ why: String(error.code) }, spanOf(path));
}

const spanOf = (file: string): Diagnostic['span'] => ({ file, start: 0, end: 0 });

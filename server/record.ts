import type { Logger } from 'pino';
import { openDecisionLog, type DecisionLog, type LogOptions } from '../engine/node.ts';
import type { Diagnostic } from '../engine/runtime.ts';
import type { Recorder } from './inside.ts';

/** A decision log that is kept for as long as a service runs. */
export interface LogRecorder extends Recorder {
  readonly close: () => Promise<void>;
}

/** How soon a log that could not be written is tried again. */
const againMilliseconds = 1_000;

/**
 * Goes on with the log of this file, or says why that cannot be done. What breaks later (a disk that is full, somebody else who
 * wrote) breaks no answer but those that come until the log could be opened anew.
 */
export async function keepRecord(
  file: string,
  options: LogOptions,
  log: Logger,
): Promise<LogRecorder | { readonly diagnostic: Diagnostic }> {
  const opened = await openDecisionLog(file, options);
  if ('diagnostic' in opened) return opened;
  let writing = opened.log;
  let broken: Diagnostic | undefined;
  let again: NodeJS.Timeout | undefined;
  let isEnding = false;
  let turn = Promise.resolve();

  const tellFound = ({ found }: DecisionLog): void => {
    for (const { code, message } of found) log.warn({ file, code }, message.en);
  };
  const open = async (): Promise<void> => {
    const opened = await openDecisionLog(file, options);
    if ('diagnostic' in opened) return tryLater();
    writing = opened.log;
    broken = undefined;
    tellFound(writing);
    log.info({ file }, 'decisions are recorded again');
  };
  const tryLater = (): void => {
    if (!isEnding) again = setTimeout(() => void (turn = open().catch(fail)), againMilliseconds);
  };
  const fail = (error: unknown): void => {
    log.error({ file, err: error }, 'opening the log failed');
    tryLater();
  };
  const giveUp = (why: Diagnostic): void => {
    if (broken !== undefined) return;
    broken = why;
    log.error({ file, code: why.code }, why.message.en);
    turn = writing.close().then(tryLater, fail);
  };

  tellFound(writing);
  return {
    record: async (all) => {
      if (broken !== undefined) return broken;
      const written = await Promise.all(all.map((one) => writing.append(one)));
      const [failed] = written.flatMap((one) => ('diagnostic' in one ? [one.diagnostic] : []));
      // A line that is too long says nothing of the next one.
      if (failed !== undefined && failed.code !== 'decision-log/too-large') giveUp(failed);
      return failed;
    },
    broken: () => broken,
    close: async () => {
      isEnding = true;
      clearTimeout(again);
      await turn;
      await writing.close();
    },
  };
}

import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { isRefusal, type Refusal } from './verb.ts';

/** What becomes of answered rows: a result file, a report, slips for people. All sinks of a run see the same rows in the same order. */
export interface Sink {
  /** Resolves when the next row may come, so that nothing piles up. */
  add(answered: AnsweredRow): Promise<void>;
  /** All rows came: what was written becomes valid. */
  finish(): Promise<void>;
  /** The run ended early: nothing of it stays, and what stood there before is as it was. */
  abandon(): Promise<void>;
  /** Some row came to nothing, so that the run does not end well. */
  hasErrors?(): boolean;
}

/** `whole`: every sink is finished; `stopped`, and where the rows could not be read on: every sink is abandoned. */
type Poured = 'whole' | 'stopped' | Unreadable;

/** Hands each row to each sink in turn. A sink that throws ends the run for all of them. */
export async function pour(
  rows: AsyncIterable<AnsweredRow | Unreadable>,
  sinks: readonly Sink[],
  hasStopped: () => boolean,
): Promise<Poured> {
  let ended: Poured = 'whole';
  try {
    for await (const answered of rows) {
      if (hasStopped() || isUnreadable(answered)) {
        ended = isUnreadable(answered) ? answered : 'stopped';
        break;
      }
      for (const sink of sinks) await sink.add(answered);
    }
    if (hasStopped()) ended = 'stopped';
    if (ended === 'whole') for (const sink of sinks) await sink.finish();
  } catch (error) {
    await abandonAll(sinks);
    return whyUnwritten(error);
  }
  if (ended !== 'whole') await abandonAll(sinks);
  return ended;
}

/** Opens sinks in turn; when one is refused, those before it are abandoned. */
export async function openSinks(
  openers: readonly (() => Promise<Sink | Refusal>)[],
): Promise<readonly Sink[] | Refusal> {
  const sinks: Sink[] = [];
  for (const open of openers) {
    const opened = await open();
    if (isRefusal(opened)) {
      await abandonAll(sinks);
      return opened;
    }
    sinks.push(opened);
  }
  return sinks;
}

async function abandonAll(sinks: readonly Sink[]): Promise<void> {
  for (const sink of sinks) await sink.abandon();
}

/** What shells give for a program that was interrupted. */
export const stoppedCode = 130;

/** A sink has no room for a row, or the disk has none; anything else is a bug and goes on. */
export function whyUnwritten(error: unknown): Unreadable {
  if (isUnreadable(error)) return { unreadable: error.unreadable };
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
  const code = String(error.code);
  return {
    unreadable: {
      en: `The result cannot be written (${code}). What stood there before is as it was.`,
      zh: `无法写入结果（${code}）。原有文件未变。`,
    },
  };
}

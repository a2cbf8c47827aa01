import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { partOf, removePart, writeJournal } from '../../host/part-file.ts';
import { keepName } from '../../host/replace-file.ts';
import { isUnreadable, type Unreadable } from '../../tables/unreadable.ts';
import type { PercentSeen } from '../../tables/mapping/percent-doubt.ts';
import type { RowRun } from '../answer-rows.ts';
import type { AnsweredRow } from '../ask-rows.ts';
import { refusedText } from '../question.ts';
import { notWritten, wrongUse } from '../refusals.ts';
import { parquetForm } from '../result-parquet.ts';
import type { RowCounts } from '../row-counts.ts';
import { rowReport } from '../row-report.ts';
import { stoppedCode, whyUnwritten } from '../sink.ts';
import { isRefusal, remark, type Call, type Refusal } from '../verb.ts';
import { identityOf } from './identity.ts';
import { changedRefusal, finishedText } from './ends.ts';
import { earlierRun, nothingToGoOnWith, outAt, unfit } from './resume.ts';
import { fileIdentity, hasChanged } from './source.ts';

const nameOf = (part: number): string => `part-${String(part).padStart(5, '0')}.parquet`;

/** Rows of one file. */
const together = 50_000;

interface PartsState {
  /** Files that are whole, and rows in them. */
  readonly parts: number;
  readonly counts?: Omit<RowCounts, 'told'>;
  readonly percents?: readonly PercentSeen[];
}

/** The result as Parquet files of a folder, each whole before the journal says so; a run that was interrupted goes on behind them. */
export async function runParts(
  call: Call,
  run: RowRun,
  out: string,
  hasStopped: () => boolean,
): Promise<number | Refusal> {
  const { io, options } = call;
  const path = outAt(call, out);
  const input = resolve(io.cwd, options.in ?? '');
  const there = await readdir(path).catch(() => undefined);
  const known = await fileIdentity(input);
  if (known === undefined) return wrongUse('--in must be a file here.', '此处 --in 须为文件。');
  const identity = identityOf(call, run, known);
  if (there !== undefined && there.length > 0) return finishedBefore(call, run, out, identity);
  const state = await begin(call, out, identity);
  if (isRefusal(state)) return state;
  const report = rowReport(call, run);
  if (state.counts !== undefined) report.addCounted({ ...state.counts, told: [] }, state.percents ?? [], 0);
  const form = parquetForm(call, run);
  let { parts } = state;
  let waiting: AnsweredRow[] = [];
  const step = async (): Promise<void> => {
    const pieces = form.begin();
    const bytes = [form.group(pieces, waiting), pieces.end()];
    waiting = [];
    await writeWhole(join(partOf(path), nameOf(parts)), bytes);
    parts += 1;
    await writeJournal(path, { of: identity, parts, counts: report.counts(), percents: report.percents() });
  };
  let ended: 'whole' | 'stopped' | Unreadable = 'whole';
  try {
    for await (const answered of run.rowsAfter(report.counts().rows)) {
      if (hasStopped() || isUnreadable(answered)) {
        ended = isUnreadable(answered) ? answered : 'stopped';
        break;
      }
      await report.add(answered);
      waiting.push(answered);
      if (waiting.length >= together) await step();
    }
    if (hasStopped()) ended = 'stopped';
    if (ended === 'whole' && (await hasChanged(input, known))) {
      await report.abandon();
      return changedRefusal(options.in ?? '');
    }
    if (ended === 'whole') {
      // A table without rows has its columns all the same.
      if (waiting.length > 0 || parts === 0) await step();
      await report.finish();
      const counted = { counts: report.counts(), percents: report.percents() };
      await writeJournal(path, { of: identity, parts, ...counted, done: true });
      if (there !== undefined) await rmdir(path);
      await rename(partOf(path), path);
      await keepName(dirname(path));
      await removePart(path);
      return report.hasErrors() ? 1 : 0;
    }
  } catch (error) {
    ended = whyUnwritten(error);
    await report.abandon();
    if (isUnreadable(error)) await removePart(path);
    return refusedText(ended);
  }
  await report.abandon();
  if (isUnreadable(ended)) {
    await removePart(path);
    return refusedText(ended);
  }
  remark(call, {
    en: 'Stopped. No result was written yet; the same command with --resume goes on.',
    zh: '已中止，尚未写入结果。同一命令加 --resume 可继续。',
  });
  return stoppedCode;
}

/** A folder that has something is the result, if the run ended between its last two steps; else it is not ours to touch. */
async function finishedBefore(
  call: Call,
  run: RowRun,
  out: string,
  identity: ReturnType<typeof identityOf>,
): Promise<number | Refusal> {
  const path = outAt(call, out);
  const journal = await earlierRun(call, out, identity);
  if (isRefusal(journal)) return journal;
  const part = await readdir(partOf(path)).catch(() => undefined);
  if (journal?.['done'] !== true || part !== undefined)
    return wrongUse(
      `The folder ${out} is there and not empty. Name a new one, or empty it first.`,
      `文件夹 ${out} 已存在且不为空。请换一个，或先清空。`,
    );
  const report = rowReport(call, run);
  const { counts, percents } = journal as unknown as Required<PartsState>;
  report.addCounted({ ...counts, told: [] }, percents, 0);
  await removePart(path);
  remark(call, finishedText);
  await report.finish();
  return report.hasErrors() ? 1 : 0;
}

async function begin(call: Call, out: string, identity: ReturnType<typeof identityOf>): Promise<PartsState | Refusal> {
  const path = outAt(call, out);
  const journal = await earlierRun(call, out, identity);
  if (isRefusal(journal)) return journal;
  if (journal === undefined) {
    const left = await readdir(partOf(path)).catch(() => []);
    if (left.length > 0)
      return wrongUse(
        `${partOf(path)} holds files of an earlier run, but nothing says how far it was. Begin anew with --restart, which removes them.`,
        `${partOf(path)} 中有以前运行留下的文件，但没有记录其进度。请用 --restart 重新开始（会删除这些文件）。`,
      );
    if (call.options.resume === true) nothingToGoOnWith(call, out);
    try {
      await writeJournal(path, { of: identity, parts: 0 });
      await mkdir(partOf(path), { recursive: true });
    } catch (error) {
      return notWritten(error, out);
    }
    return { parts: 0 };
  }
  const { parts, counts, percents } = journal;
  if (!Number.isSafeInteger(parts) || (parts !== 0 && typeof counts !== 'object')) return unfit(out);
  await mkdir(partOf(path), { recursive: true });
  const there = new Set(await readdir(partOf(path)));
  for (let part = 0; part < (parts as number); part += 1) if (!there.delete(nameOf(part))) return unfit(out);
  // What was begun behind them is written anew.
  for (const name of there) await rm(join(partOf(path), name), { recursive: true });
  if (parts === 0) return { parts: 0 };
  return {
    parts: parts as number,
    counts: counts as NonNullable<PartsState['counts']>,
    percents: (percents ?? []) as readonly PercentSeen[],
  };
}

/** A file that is on the disk, with its name. */
async function writeWhole(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const bytes of pieces) await file.appendFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await keepName(dirname(path));
}

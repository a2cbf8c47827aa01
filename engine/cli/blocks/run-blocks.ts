import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileBlocks } from '../../host/table/file-blocks.ts';
import { openOutput } from '../../host/write-file.ts';
import { delimiterByName } from '../../tables/delimiter.ts';
import type { Encoding } from '../../tables/encoding.ts';
import { noTable, notEncoded } from '../../tables/messages.ts';
import { isUnreadable, type Unreadable } from '../../tables/unreadable.ts';
import type { RowRun } from '../answer-rows.ts';
import { refusedText } from '../question.ts';
import { notWritten } from '../refusals.ts';
import { textForm } from '../result-text.ts';
import { rowReport } from '../row-report.ts';
import { stoppedCode, whyUnwritten } from '../sink.ts';
import { isRefusal, remark, type Call, type Refusal } from '../verb.ts';
import { identityOf } from './identity.ts';
import type { AnsweredBlock, BlockPlan } from './plan.ts';
import { changedRefusal, finishedText, keptAfter, stoppedText } from './ends.ts';
import { answered, openAnswerers, whyUnanswered } from './pool.ts';
import { progressOf } from './progress.ts';
import { beginFile, type Finished, type RunState } from './resume.ts';
import { hasChanged, type BlockSource } from './source.ts';
import { small, type Threads } from './threads.ts';

/** So many milliseconds of work may be lost when the machine stops. */
const betweenSteps = 1000;

/** Answers a large table block by block; what is written and said is the same as row by row. */
export async function runBlocks(
  call: Call,
  run: RowRun,
  source: BlockSource,
  { threads, hasStopped }: { readonly threads: Threads; readonly hasStopped: () => boolean },
): Promise<number | Refusal> {
  const found: { encoding: Encoding | undefined } = { encoding: run.table.manner.encoding };
  const { format } = source;
  const { manner } = run.table;
  const tableIn = (so: { readonly encoding: Encoding | undefined }): RowRun['table'] =>
    format === 'csv' ? { ...run.table, manner: mannerOf(manner, so) } : run.table;
  const table = tableIn(found);
  const output = await openText(call, run, source, threads.count > 0 || source.size >= small);
  if (isRefusal(output)) return output;
  const state = 'finished' in output ? output.finished : output.state;
  found.encoding ??= state.encoding;
  const report = rowReport(call, { ...run, table });
  if (state.counts !== undefined) report.addCounted({ ...state.counts, told: [] }, state.percents ?? [], 0);
  if ('finished' in output) {
    remark(call, finishedText);
    await report.finish();
    return report.hasErrors() ? 1 : 0;
  }
  const { io } = call;
  const answerers = await openAnswerers(planOf(call, run, format), threads, source.size - state.offset);
  const progress = progressOf(call, source.size, { rows: report.counts().rows, at: state.offset }, report.progress);
  let ended: 'whole' | 'stopped' | Unreadable = 'whole';
  let [lines, at, stepped] = [state.lines, state.offset, io.now().getTime()];
  const step = async (done = false): Promise<void> => {
    const so = { offset: at, lines, encoding: found.encoding, counts: report.counts(), percents: report.percents() };
    await output.step(done ? { ...so, done } : so);
    stepped = io.now().getTime();
  };
  /** One at a time; rows go on meanwhile. What goes wrong is said when the next one begins, or at the end. */
  let stepping: Promise<void> | undefined;
  const stepBeside = async (): Promise<void> => {
    await stepping;
    stepping = step();
    stepping.catch(() => undefined);
  };
  try {
    let isBegun = output.goesOn;
    /** By the encoding of the first block alone: how far ahead others are read must not show in the result. */
    const begin = async (encoding = found.encoding): Promise<void> => {
      if (!isBegun) await output.write(textForm(call, { ...run, table: tableIn({ encoding }) }, format).start());
      isBegun = true;
    };
    const file = await open(source.path);
    try {
      const blocks = fileBlocks({ name: table.name, file, format, from: state.offset, found });
      for await (const [block, came] of answered(blocks, answerers)) {
        const stopped = whyStopped(came, table.name, lines, found.encoding);
        ended = hasStopped() ? 'stopped' : (stopped ?? 'whole');
        if (ended !== 'whole') break;
        report.addCounted(came.counts, came.percents, lines + 1);
        // With the first rows: until then it may not be known what the text is.
        await begin(block.encoding);
        await output.write(came.bytes);
        [lines, at] = [lines + came.lines, block.to];
        progress.show(report.counts().rows, at);
        if (io.now().getTime() - stepped >= betweenSteps) await stepBeside();
      }
    } finally {
      await file.close();
    }
    if (hasStopped()) ended = 'stopped';
    if (ended === 'whole' && (await hasChanged(source.path, source))) {
      await stepping;
      await report.abandon();
      await output.leave();
      return changedRefusal(table.name);
    }
    if (ended === 'whole') await begin();
    await stepping;
    if (ended === 'stopped') await step();
    if (ended === 'whole') {
      await step(true);
      await output.finish();
      await report.finish();
    }
  } catch (error) {
    const unwritten = whyUnanswered(error) ?? whyUnwritten(error);
    await stepping?.catch(() => undefined);
    await report.abandon();
    if (isUnreadable(error)) {
      await output.abandon();
      return refusedText(unwritten);
    }
    await output.leave();
    return refusedText(output.isKept ? keptAfter(unwritten) : unwritten);
  }
  if (ended === 'whole') return report.hasErrors() ? 1 : 0;
  await report.abandon();
  if (isUnreadable(ended)) {
    await output.abandon();
    return refusedText(ended);
  }
  await output.leave();
  remark(call, stoppedText(output.isKept));
  return stoppedCode;
}

function planOf(
  { options, language }: Call,
  { ready, asked, table, columns, kept }: RowRun,
  format: BlockPlan['format'],
): BlockPlan {
  const { delimiter = 'comma', lineEnd } = table.manner;
  return {
    format,
    program: ready.program,
    asked,
    sourceOnly: options.sourceOnly === true,
    language,
    header: table.header,
    columns,
    kept,
    delimiter,
    written: delimiterByName(options.out ?? '') ?? delimiter,
    lineEnd,
    reasons: options.reasons === true,
  };
}

/** What is not UTF-8 becomes UTF-8 with a mark, by which spreadsheets know it. */
function mannerOf(
  { mark, delimiter, lineEnd }: RowRun['table']['manner'],
  found: { readonly encoding: Encoding | undefined },
): RowRun['table']['manner'] {
  return {
    get mark() {
      return mark || (found.encoding !== undefined && found.encoding !== 'utf-8');
    },
    delimiter,
    lineEnd,
    get encoding() {
      return found.encoding;
    },
  };
}

interface Output {
  readonly state: RunState;
  readonly goesOn: boolean;
  /** What was written stays when the run ends early, for somebody who goes on. */
  readonly isKept: boolean;
  readonly write: (text: string | Uint8Array) => Promise<void>;
  readonly step: (state: RunState) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

async function openText(
  call: Call,
  run: RowRun,
  source: BlockSource,
  isLarge: boolean,
): Promise<Output | Finished | Refusal> {
  const { io, options } = call;
  const { out, resume = false } = options;
  const state: RunState = { offset: source.from, lines: source.lines };
  const nothing = (): Promise<void> => Promise.resolve();
  const begun = { state, goesOn: false, isKept: false, step: nothing };
  if (out === undefined) {
    const write = async (text: string | Uint8Array): Promise<void> => {
      io.out.write(typeof text === 'string' ? text : Buffer.from(text.buffer, text.byteOffset, text.length).toString());
      await io.out.drained();
    };
    return { ...begun, write, finish: nothing, leave: nothing, abandon: nothing };
  }
  try {
    if (!isLarge && !resume) {
      const output = await openOutput(resolve(io.cwd, out));
      return { ...begun, ...output, leave: output.abandon };
    }
    const identity = identityOf(call, run, source);
    const began = await beginFile(call, out, identity, state);
    if (isRefusal(began) || 'finished' in began) return began;
    const { file, goesOn } = began;
    const step = (so: RunState): Promise<void> => file.step({ ...so, of: identity });
    return { ...file, step, state: began.state, goesOn, isKept: true };
  } catch (error) {
    return notWritten(error, out);
  }
}

function whyStopped(
  { stopped }: AnsweredBlock,
  name: string,
  lines: number,
  encoding: Encoding | undefined,
): Unreadable | undefined {
  if (stopped === undefined) return undefined;
  return stopped === 'encoding' ? notEncoded(name, encoding) : noTable(name, lines + stopped.line + 1, stopped.code);
}

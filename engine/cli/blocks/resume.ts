import { resolve } from 'node:path';
import { standingAt } from '../../host/standing.ts';
import {
  isFinished,
  journalOf,
  openPart,
  partCrc,
  partSize,
  readJournal,
  removePart,
  type PartFile,
  type Written,
} from '../../host/part-file.ts';
import { encodings, type Encoding } from '../../tables/encoding.ts';
import type { PercentSeen } from '../../tables/mapping/percent-doubt.ts';
import { wrongUse } from '../refusals.ts';
import type { RowCounts } from '../row-counts.ts';
import { isRefusal, remark, type Call, type Refusal } from '../verb.ts';
import { differences, type Identity } from './identity.ts';

/** How far a run is, as its journal says it. */
export interface RunState {
  /** Bytes of the table that are answered, and the line ends in them. */
  readonly offset: number;
  readonly lines: number;
  readonly encoding?: Encoding | undefined;
  readonly counts?: Omit<RowCounts, 'told'>;
  readonly percents?: readonly PercentSeen[];
  /** That is all of it. */
  readonly done?: boolean;
}

interface Begun {
  readonly file: PartFile;
  readonly state: RunState;
  /** Something of the result is there already. */
  readonly goesOn: boolean;
}

/** The whole result stands in its place; only the journal had not gone. */
export interface Finished {
  readonly finished: RunState;
}

/** Where the file or folder of `--out` stands. */
export const outAt = ({ io }: Pick<Call, 'io'>, out: string): string => standingAt(resolve(io.cwd, out));

/** Refused where a part of an earlier run would be lost, unless `--restart` says so. */
export async function unfinishedAt(call: Call): Promise<Refusal | undefined> {
  const { out, resume = false, restart = false } = call.options;
  if (resume && restart)
    return wrongUse(
      '--resume goes on and --restart begins anew: name one.',
      '--resume 继续，--restart 重新开始：请只用一个。',
    );
  if (out === undefined)
    return resume || restart
      ? wrongUse(
          'Only a run that writes a file can be gone on with or begun anew: add --out FILE.',
          '只有写入文件的运行可以继续或重新开始：请加上 --out 文件。',
        )
      : undefined;
  if (resume || restart || (await readJournal(outAt(call, out))) === undefined) return undefined;
  return wrongUse(
    `An earlier run into ${out} was not finished; ${out}.part holds what it wrote. Go on with --resume, or begin anew with --restart.`,
    `以前写入 ${out} 的运行没有完成，已写内容在 ${out}.part。请用 --resume 继续，或用 --restart 重新开始。`,
  );
}

/** `--restart`: what an earlier run left is given up, once it is certain that this one can begin. */
export async function giveUpUnfinished(call: Call): Promise<void> {
  const { out, restart } = call.options;
  if (restart === true && out !== undefined) await removePart(outAt(call, out));
}

/** What the journal of the same run says, where there is one and `--resume` asks for it. */
export async function earlierRun(
  call: Call,
  out: string,
  identity: Identity,
): Promise<Readonly<Record<string, unknown>> | Refusal | undefined> {
  if (call.options.resume !== true) return undefined;
  const journal = await readJournal(outAt(call, out));
  if (journal === 'unfit') return unfit(out);
  const changed = journal === undefined ? [] : differences(identity, journal['of']);
  return changed.length > 0 ? notTheSame(out, changed) : journal;
}

export function nothingToGoOnWith(call: Call, out: string): void {
  remark(call, {
    en: `There is nothing of ${out} to go on with, so the run begins with the first row.`,
    zh: `没有可继续的 ${out}，从第一行开始。`,
  });
}

/** Begins the file of `--out`, or goes on with it where the same run was not finished (`--resume`). */
export async function beginFile(
  call: Call,
  out: string,
  identity: Identity,
  first: RunState,
): Promise<Begun | Finished | Refusal> {
  const path = outAt(call, out);
  const journal = await earlierRun(call, out, identity);
  if (isRefusal(journal)) return journal;
  const state = journal === undefined ? undefined : stateIn(journal);
  const there = await partSize(path);
  if (journal !== undefined && state === undefined) return unfit(out);
  if (journal === undefined || state === undefined || (there === undefined && state.length === 0)) {
    if (call.options.resume === true) nothingToGoOnWith(call, out);
    const file = await openPart(path, { ...first, of: identity }, undefined);
    return { file, state: first, goesOn: false };
  }
  const { length } = state;
  if (there === undefined && journal['done'] === true && (await isFinished(path, journal))) {
    await removePart(path);
    return { finished: state };
  }
  if (there === undefined || there < length) return tooShort(out, there ?? 0, length);
  if ((await partCrc(path, length)) !== state.crc) return changedPart(out);
  return { file: await openPart(path, {}, state), state, goesOn: length > 0 };
}

/** Undefined where the journal is that of another kind of result. */
function stateIn(journal: Readonly<Record<string, unknown>>): (RunState & Written) | undefined {
  const { offset, lines, length, crc, encoding, counts, percents } = journal;
  const isCount = (one: unknown): one is number => Number.isSafeInteger(one) && (one as number) >= 0;
  if (!isCount(offset) || !isCount(lines) || !isCount(length) || !isCount(crc)) return undefined;
  const named = encodings.find((one) => one === encoding);
  return {
    offset,
    lines,
    length,
    crc,
    encoding: named,
    ...(typeof counts === 'object' && counts !== null ? { counts: counts as RunState['counts'] & object } : {}),
    ...(Array.isArray(percents) ? { percents: percents as readonly PercentSeen[] } : {}),
  };
}

export function unfit(out: string): Refusal {
  const journal = journalOf(out);
  return wrongUse(
    `${journal} does not say how far the run was. Begin anew with --restart.`,
    `${journal} 没有说明运行进度。请用 --restart 重新开始。`,
  );
}

function tooShort(out: string, there: number, needed: number): Refusal {
  return wrongUse(
    `${out}.part holds ${there} bytes, but ${needed} were written to it: something was taken away. Begin anew with --restart.`,
    `${out}.part 只有 ${there} 字节，而此前已写入 ${needed} 字节，内容有缺失。请用 --restart 重新开始。`,
  );
}

function changedPart(out: string): Refusal {
  return wrongUse(
    `${out}.part no longer holds what was written to it. Begin anew with --restart.`,
    `${out}.part 的内容已不是此前写入的内容。请用 --restart 重新开始。`,
  );
}

function notTheSame(out: string, changed: ReturnType<typeof differences>): Refusal {
  const list = (language: 'en' | 'zh'): string =>
    changed.map(({ is, before, now }) => `\n  - ${is[language]}: ${before || '–'} → ${now || '–'}`).join('');
  return {
    exit: 2,
    says: {
      en: `The run into ${out} cannot be gone on with, since this is no longer the same run. What differs:${list('en')}\nMake it the same again, or begin anew with --restart.`,
      zh: `写入 ${out} 的运行无法继续，因为这次与上次不同。不同之处：${list('zh')}\n请恢复一致，或用 --restart 重新开始。`,
    },
  };
}

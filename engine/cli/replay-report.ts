import type { FileLine, LineRead } from '../decision-log/read-chain.ts';
import type { Difference, Replayed } from '../decision-log/replay.ts';
import type { LogRecord } from '../decision-log/record.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { localized } from './json.ts';
import { say, type Call } from './verb.ts';
import { version } from '../host/version.ts';

interface ReplayReport {
  /** Tells of one line what is to be told; most are as they were. */
  readonly tell: (line: FileLine, read: LineRead, replayed: Replayed | undefined) => void;
  /** Tells how it was as a whole, and gives the exit code. */
  readonly finish: (chain: { readonly last: string | undefined; readonly isFromBeginning: boolean }) => number;
}

/** Prints while lines are read, so that a long log takes no more memory than a short one. */
export function replayReport(call: Call, files: number): ReplayReport {
  const count = { lines: 0, same: 0, differ: 0, masked: 0, bundle: 0, broken: 0, torn: 0 };
  const { language, options } = call;
  const isJson = options.json === true;
  let firstBroken: { readonly file: string; readonly line: number } | undefined;
  let told = 0;
  /** Of each bundle that is not here, where it was met first, and how often. */
  const missing = new Map<string, { readonly first: FileLine; readonly lines: number }>();
  const print = (data: object, text: Texts): void => {
    if (isJson) call.io.out.write(`${told === 0 ? '{"lines":[' : ','}\n${JSON.stringify(localized(data, language))}`);
    else say(call, text[language]);
    told += 1;
  };
  return {
    tell: (line, read, replayed) => {
      const place = { file: line.file, line: line.number };
      if (read.is !== 'header') count.lines += 1;
      if (read.is === 'torn' || read.is === 'broken') {
        count[read.is] += 1;
        if (read.is === 'broken') firstBroken ??= place;
        const { code, message } = read.diagnostic;
        print(
          { ...place, is: read.is, code, message },
          both(line, (language) => `${code}: ${message[language]}`),
        );
      }
      if (read.is !== 'record' || replayed === undefined) return;
      const { record } = read;
      if (replayed.is === 'same') count.same += 1;
      else if (replayed.is === 'differs') {
        count.differ += 1;
        print({ ...place, ...aboutRecord(record), ...replayed }, differing(line, record, replayed.differences));
      } else {
        count[replayed.why] += 1;
        const { why, text } = replayed;
        const { bundle } = record;
        const before = missing.get(bundle);
        if (why === 'bundle' && (before !== undefined || missing.size < mostMissing)) {
          missing.set(bundle, { first: before?.first ?? line, lines: (before?.lines ?? 0) + 1 });
          // Machines get each line; a person is told once, at the end.
          if (!isJson) return;
        }
        const said = both(line, (language) => `${asked(record)[language]}${notReplayed[language]}${text[language]}`);
        print({ ...place, ...aboutRecord(record), is: 'not-replayed', why, text }, said);
      }
    },
    finish: ({ last, isFromBeginning }) => {
      const { lines, same, differ, masked, bundle, broken, torn } = count;
      const summary = { files, records: lines, same, differ, masked, otherBundle: bundle, broken, torn };
      if (isJson) {
        const chain = { isFromBeginning, ...(firstBroken === undefined ? {} : { firstBroken }), last };
        const rest = JSON.stringify({ ...summary, chain }).slice(1);
        call.io.out.write(`${told === 0 ? '{"lines":[' : '\n'}],\n${rest}\n`);
      } else {
        for (const [hash, { first, lines: of }] of missing) print({}, missingText(first, hash, of));
        if (told > 0) say(call, '');
        say(call, summaryText(summary)[language]);
        say(call, chainText(firstBroken, last, isFromBeginning)[language]);
      }
      // Of a file without one line nothing was checked; it may be another file, or one that was emptied.
      return differ + broken + bundle > 0 || last === undefined ? 1 : 0;
    },
  };
}

/** A log names few bundles; of one that names more, each further line is told by itself, so that memory stays as it is. */
const mostMissing = 1_000;

function missingText({ file, number }: FileLine, hash: string, lines: number): Texts {
  const place = `${file}:${number}`;
  return {
    en: `${place}: ${lines === 1 ? 'one line was' : `from here on ${lines} lines were`} decided by the bundle ${hash}, which is not among those given; name it with --bundle`,
    zh: `${place}：${lines === 1 ? '有 1 行' : `自此起有 ${lines} 行`}由制度包 ${hash} 决定，未在所给之列；请用 --bundle 指明`,
  };
}

const notReplayed: Texts = { en: ' is not recomputed: ', zh: '未重算：' };

const both = ({ file, number }: FileLine, text: (language: keyof Texts) => string): Texts => ({
  en: `${file}:${number}: ${text('en')}`,
  zh: `${file}:${number}: ${text('zh')}`,
});

function aboutRecord({ time, decision, on, moment, engine, bundle }: LogRecord): object {
  return { time, decision, ...(on === undefined ? {} : { on }), ...moment, engine, bundle };
}

function asked({ decision, on, moment }: LogRecord): Texts {
  const name = on === undefined ? decision : `${decision} on ${on}`;
  const when = 'at' in moment ? moment.at : moment.period;
  const { known } = moment;
  return {
    en: `${name} for ${when}${known === undefined ? '' : `, as published by ${known}`}`,
    zh: `${name}（${when}${known === undefined ? '' : `，以${known}之前公布的为准`}）`,
  };
}

const partNames: Readonly<Record<Difference['part'], Texts>> = {
  status: { en: 'status', zh: '状态' },
  value: { en: 'value', zh: '取值' },
  flags: { en: 'flags', zh: '标记' },
  reasons: { en: 'reasons', zh: '原因' },
  error: { en: 'error', zh: '错误' },
  policy: { en: 'policy', zh: '制度' },
};

function differing(line: FileLine, record: LogRecord, differences: readonly Difference[]): Texts {
  const by = { en: engineChange(record, 'engine '), zh: engineChange(record, '引擎 ') };
  const said = (language: keyof Texts): string =>
    differences.map(({ part, was, is }) => `${partNames[part][language]} ${was} → ${is}`).join('; ') + by[language];
  return both(line, (language) => `${asked(record)[language]}: ${said(language)}`);
}

/** A newer engine may be why. */
function engineChange({ engine }: LogRecord, word: string): string {
  return engine === version() ? '' : ` (${word}${engine} → ${version()})`;
}

interface Summary {
  readonly files: number;
  readonly records: number;
  readonly same: number;
  readonly differ: number;
  readonly masked: number;
  readonly otherBundle: number;
  readonly broken: number;
  readonly torn: number;
}

function summaryText({ files, records, same, differ, masked, otherBundle, broken, torn }: Summary): Texts {
  const counts: readonly (readonly [number, string, string])[] = [
    [same, 'as they were', '行结果相同'],
    [differ, 'otherwise', '行结果不同'],
    [masked, 'not recomputed (masked)', '行因遮盖未重算'],
    [otherBundle, 'not recomputed (no bundle)', '行因缺少制度包未重算'],
    [broken, 'broken', '行已损坏'],
    [torn, 'torn', '行写入中断'],
  ];
  const shown = counts.filter(([count], i) => count > 0 || i < 2);
  return {
    en: `${records} ${records === 1 ? 'line' : 'lines'} in ${files} ${files === 1 ? 'file' : 'files'}: ${shown.map(([count, en]) => `${count} ${en}`).join(', ')}`,
    zh: `${files} 个文件共 ${records} 行：${shown.map(([count, , zh]) => `${count} ${zh}`).join('，')}`,
  };
}

function chainText(
  broken: { readonly file: string; readonly line: number } | undefined,
  last: string | undefined,
  isFromBeginning: boolean,
): Texts {
  if (broken !== undefined) {
    const { file, line } = broken;
    return { en: `The chain breaks at ${file}:${line}.`, zh: `链在 ${file}:${line} 处断开。` };
  }
  if (last === undefined) return { en: 'There is no line.', zh: '没有任何行。' };
  const from = {
    en: isFromBeginning ? '' : ', but does not begin with the first file',
    zh: isFromBeginning ? '' : '，但不是从第一个文件开始',
  };
  return { en: `The chain holds${from.en}; it ends with ${last}`, zh: `链完整${from.zh}；末行为 ${last}` };
}

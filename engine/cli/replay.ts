import type { Bundle } from '../bundle/contents.ts';
import { chainReader } from '../decision-log/read-chain.ts';
import { replayer, type Replayer } from '../decision-log/replay.ts';
import { digest } from '../host/decision-log/digest.ts';
import { logFiles, logLines } from '../host/decision-log/log-files.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { keyOption, readBundle } from './bundle.ts';
import { refusedText } from './question.ts';
import { missingOption, unreadableHandbook } from './refusals.ts';
import { replayReport } from './replay-report.ts';
import { isRefusal, ofTheHandbook, type Call, type Refusal, type Verb } from './verb.ts';

export const replay: Verb = {
  about: {
    en: 'Recompute each line of a decision log with the bundle that it names, and follow its chain: tells each line that comes out otherwise, each that cannot be recomputed and why, and where the chain breaks. Exit code 1 when a line comes out otherwise, the chain breaks, a bundle is missing, or there is no line at all.',
    zh: '用各行所记的制度包重新计算决定日志，并核对其链：列出结果不同的行、无法重算的行及原因，以及链在何处断开。有结果不同、链断开、缺少制度包或没有任何行时，退出码为 1。',
  },
  takes: {
    form: '<logs...>',
    says: {
      en: 'the files of one log in their order, or a pattern such as "decisions*.jsonl"',
      zh: '同一日志的各文件，按先后顺序；也可用 "decisions*.jsonl" 之类的模式',
    },
  },
  options: [
    {
      flags: '--bundle <file>',
      says: {
        en: 'a bundle that decided; of several, each line takes the one that it names',
        zh: '当时所用的制度包；给出多个时，各行取其所记的一个',
      },
      collects: 'bundles',
    },
    {
      flags: '--instead <file>',
      says: {
        en: 'recompute all lines with this bundle, whatever they name: what would be decided by it',
        zh: '一律用此制度包重算，不论各行所记：看按它会如何决定',
      },
    },
    keyOption,
  ],
  ignores: ofTheHandbook,
  examples: [
    'bylaw replay decisions.jsonl --bundle handbook.bundle',
    'bylaw replay "decisions*.jsonl" --bundle march.bundle --bundle april.bundle --key office.pub.json',
    'bylaw replay decisions.jsonl --instead next.bundle --json',
  ],
  run: replayLogs,
};

async function replayLogs(call: Call): Promise<number | Refusal> {
  const { io, options, names } = call;
  const { bundles = [] } = options;
  if (bundles.length === 0 && options.instead === undefined)
    return missingOption('--bundle', { en: 'name the bundle that decided', zh: '请写明当时所用的制度包' });
  const files = await logFiles(io.cwd, names);
  if (isUnreadable(files)) return refusedText(files);
  const replays = await replayerOf(call, bundles);
  if (isRefusal(replays)) return replays;
  const chain = chainReader(digest);
  const report = replayReport(call, files.length);
  for await (const line of logLines(io.cwd, files)) {
    const read = chain.read(line);
    report.tell(line, read, read.is === 'record' ? replays.replay(read.record) : undefined);
    await io.out.drained();
  }
  return report.finish({ last: chain.last(), isFromBeginning: chain.isFromBeginning() });
}

async function replayerOf(call: Call, named: readonly string[]): Promise<Replayer | Refusal> {
  const read: Bundle[] = [];
  const { instead } = call.options;
  for (const file of [...named, ...(instead === undefined ? [] : [instead])]) {
    const found = await readBundle(call, file);
    if (isRefusal(found)) return found;
    if ('bundle' in found) read.push(found.bundle);
    else {
      const said = (language: 'en' | 'zh'): string =>
        found.diagnostics.map(({ code, message }) => `${file}: ${code}: ${message[language]}`).join('\n');
      return unreadableHandbook({ en: said('en'), zh: said('zh') });
    }
  }
  return replayer(read, instead === undefined ? undefined : read.at(-1));
}

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openOutput } from '../host/write-file.ts';
import { suggest, didYouMean } from '../diagnostic/suggest.ts';
import { amendNewest } from '../review/amend-newest.ts';
import { backdated } from '../review/backdated.ts';
import { momentOf, openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { joinPath } from './paths.ts';
import { missingOption, wrongUse } from './refusals.ts';
import { isRefusal, remark, say, type Call, type Refusal, type Verb } from './verb.ts';

export const amend: Verb = {
  about: {
    en: 'Start the next version of a policy: the old one moves to history/, the new one stands in its place.',
    zh: '开始制度的下一版：旧版移入 history/，新版留在原处。',
  },
  takes: { form: '<policy>', says: { en: 'a policy such as commission.head', zh: '制度，例如 commission.head' } },
  options: [
    { flags: '--from <date>', says: { en: 'first day of the new version', zh: '新版首日' } },
    {
      flags: '--published <date>',
      says: { en: 'day from which it is known (default: today)', zh: '公布日期（默认今天）' },
    },
    { flags: '--because-en <text>', says: { en: 'why, in English', zh: '修订原因（英文）' } },
    { flags: '--because-zh <text>', says: { en: 'why, in Chinese', zh: '修订原因（中文）' } },
  ],
  examples: ['bylaw amend commission.head --from 2027-01-01'],
  run: amendPolicy,
};

async function amendPolicy(call: Call): Promise<number | Refusal> {
  const [policy = ''] = call.names;
  const { from, becauseEn, becauseZh } = call.options;
  if (from === undefined)
    return missingOption('--from', { en: 'name the first day, such as 2027-01-01', zh: '请写明首日，例如 2027-01-01' });
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const moment = momentOf(call, loaded);
  if (isRefusal(moment)) return moment;
  if ((becauseEn === undefined) !== (becauseZh === undefined)) {
    return wrongUse(
      'A reason needs both languages: --because-en and --because-zh.',
      '原因须用两种语言：--because-en 与 --because-zh。',
    );
  }
  const because = becauseEn === undefined || becauseZh === undefined ? undefined : { en: becauseEn, zh: becauseZh };
  const published = call.options.published ?? moment.at;
  const wish = { from, published, ...(because === undefined ? {} : { because }) };
  const amended = amendNewest(loaded.handbook, policy, wish);
  if (amended === undefined) {
    const near = didYouMean(suggest(policy, loaded.handbook.versions.keys()));
    return wrongUse(`There is no policy “${policy}”.${near.en}`, `没有制度“${policy}”。${near.zh}`);
  }
  if ('code' in amended) return { exit: 2, says: amended.message };
  const [path, historyPath] = [amended.file.name, amended.historyPath].map((name) => join(loaded.dir, name)) as [
    string,
    string,
  ];
  if (existsSync(historyPath)) {
    return wrongUse(
      `${amended.historyPath} is there already and is not overwritten.`,
      `${amended.historyPath} 已存在，不会覆盖。`,
    );
  }
  await mkdir(dirname(historyPath), { recursive: true });
  // The old version is safe before its place is taken.
  for (const [target, text] of [
    [historyPath, amended.historyText],
    [path, amended.newText],
  ] as const) {
    const output = await openOutput(target);
    await output.write(text);
    await output.finish();
  }
  if (from < moment.at) remark(call, backdated(from, moment.at, 'today'));
  if (call.options.json === true)
    printJson({ policy, version: amended.version, file: amended.file.name, history: amended.historyPath }, call);
  else {
    const [now, before] = [amended.file.name, amended.historyPath].map((name) => joinPath(call, loaded.dir, name));
    const lines = {
      en: `${now} is now version ${amended.version}, in force from ${from}. Version ${amended.version - 1} stands in ${before}. Change the text, then run “bylaw check” and “bylaw test”.`,
      zh: `${now} 现为第 ${amended.version} 版，自 ${from} 起施行。第 ${amended.version - 1} 版存于 ${before}。请修改内容后执行“bylaw check”与“bylaw test”。`,
    };
    say(call, lines[call.language]);
  }
  return 0;
}

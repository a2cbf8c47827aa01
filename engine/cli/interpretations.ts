import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { interpretationsIn, type InterpretationEntry } from '../ledger/interpretations.ts';
import { isBelow } from '../ledger/totals.ts';
import { decideOne } from './decide.ts';
import { openHandbook, warnOfMistakes } from './handbook.ts';
import { printJson } from './json.ts';
import { sourceInWords } from './outcome-words.ts';
import { noSuchWord, wrongUse } from './refusals.ts';
import { placeOf } from './test-coverage.ts';
import { isRefusal, say, type Call, type Refusal, type Verb } from './verb.ts';

export const interpretations: Verb = {
  about: {
    en: 'List the recorded interpretations by scope, policy and clause: sort, status and the decisions that rest on each. “decide ID --by POST --on DATE” writes into the policy who decided one, and when.',
    zh: '按规则体系、制度与条款列出解释：类别、状态以及以其为依据的决定。“decide 编号 --by 岗位 --on 日期”将决定人与日期写入制度。',
  },
  takes: {
    form: '[filters...]',
    says: {
      en: 'only these interpretations, policies, scopes or clauses; or decide and one interpretation',
      zh: '只看这些解释、制度、规则体系或条款；或写 decide 与一项解释',
    },
  },
  options: [
    { flags: '--status <status>', says: { en: 'only proposed or decided ones', zh: '只看 proposed 或 decided' } },
    { flags: '--by <post>', says: { en: 'decide: the post that decided', zh: 'decide：作出决定的岗位' } },
    { flags: '--on <date>', says: { en: 'decide: the day of the decision', zh: 'decide：决定日期' } },
  ],
  examples: [
    'bylaw interpretations',
    'bylaw interpretations pay O-1.3.3 --status proposed',
    'bylaw interpretations decide pay.promoter#full-months --by head --on 2026-10-30',
  ],
  run: tell,
};

const statuses = ['proposed', 'decided'];

async function tell(call: Call): Promise<number | Refusal> {
  const { status, json, by, on } = call.options;
  if (status !== undefined && !statuses.includes(status)) return noSuchWord('--status', status, statuses);
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const all = interpretationsIn(loaded.handbook);
  if (call.names[0] === 'decide') return decideOne(call, loaded, all);
  if (by !== undefined || on !== undefined) {
    return wrongUse(
      '--by and --on belong to “bylaw interpretations decide ID”.',
      '--by 与 --on 只用于“bylaw interpretations decide 编号”。',
    );
  }
  const stray = call.names.find((name) => !all.some((entry) => isMeant(entry, name)));
  if (stray !== undefined) {
    const known = all.flatMap(({ id, policy = '', scope = '' }) => [id, policy, scope]);
    const near = didYouMean(suggest(stray, known));
    return wrongUse(
      `“${stray}” is no interpretation, policy, scope or clause with one.${near.en}`,
      `“${stray}”不是解释，也不是有解释的制度、规则体系或条款。${near.zh}`,
    );
  }
  const shown = all.filter(
    (entry) =>
      (call.names.length === 0 || call.names.some((name) => isMeant(entry, name))) &&
      (status === undefined || (entry.interpretation.status === 'proposed') === (status === 'proposed')),
  );
  warnOfMistakes(call, loaded);
  if (json === true) {
    const data = shown.map(({ id: _id, interpretation: { origin, ...said }, ...rest }) => ({
      ...said,
      ...rest,
      place: { file: origin.file, ...placeOf(origin, loaded) },
    }));
    printJson({ interpretations: data }, call);
  } else print(shown, call);
  return 0;
}

function isMeant({ id, policy, scope, interpretation }: InterpretationEntry, name: string): boolean {
  return [id, policy, scope].includes(name) || interpretation.clauses.some((clause) => isBelow(clause, name));
}

const sorts: Readonly<Record<InterpretationEntry['interpretation']['about'], Texts>> = {
  convention: { en: 'convention', zh: '惯例' },
  doubt: { en: 'doubt', zh: '存疑' },
  fills: { en: 'fills a gap', zh: '填补空缺' },
  chooses: { en: 'chooses a reading', zh: '选定一种读法' },
};

function print(shown: readonly InterpretationEntry[], call: Call): void {
  const { language, colours } = call;
  let group = '';
  for (const { id, policy, scope, interpretation, decisions } of shown) {
    const heading = [scope ?? '', policy ?? { en: 'whole handbook', zh: '整本手册' }[language]]
      .filter((part) => part !== '')
      .join(' · ');
    if (heading !== group) say(call, `${group === '' ? '' : '\n'}${colours.bold(heading)}`);
    group = heading;
    const rest = decisions.length === 0 ? { en: '(no decision)', zh: '（无）' }[language] : decisions.join(', ');
    say(
      call,
      `  ${id} · ${sorts[interpretation.about][language]} ${colours.dim(sourceInWords(interpretation, language))}`,
    );
    say(call, `    ${interpretation.question[language]}`);
    say(call, `    → ${interpretation.answer[language]}`);
    say(call, `    ${colours.dim({ en: `decisions: ${rest}`, zh: `决定：${rest}` }[language])}`);
  }
  const proposed = shown.filter(({ interpretation }) => interpretation.status === 'proposed').length;
  const total = {
    en: `${shown.length} ${shown.length === 1 ? 'interpretation' : 'interpretations'}: ${proposed} proposed, ${shown.length - proposed} decided`,
    zh: `${shown.length} 项解释：${proposed} 项拟定，${shown.length - proposed} 项已决定`,
  };
  say(call, `${shown.length === 0 ? '' : '\n'}${total[language]}`);
}

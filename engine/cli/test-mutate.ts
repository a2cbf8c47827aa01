import type { Texts } from '../diagnostic/diagnostic.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { due, judged, scoreOf, type Judged, type Score } from '../mutants/judge.ts';
import { printJson } from './json.ts';
import { joinPath } from './paths.ts';
import { wrongUse } from './refusals.ts';
import { alignTable, type Cell } from './table.ts';
import { placeOf } from './test-coverage.ts';
import { mutantData, printMutant } from './test-mutant.ts';
import { say, type Call, type Refusal } from './verb.ts';

/**
 * Would a case notice if the policies said something slightly else? Exit code 1 where the score is below what is required, or a
 * case fails as it is.
 */
export function mutateHandbook(call: Call, loaded: LoadedHandbook): number | Refusal {
  const { names, options, language } = call;
  const { handbook } = loaded;
  const isMeant = (policy: string): boolean => {
    const files = handbook.versions.get(policy)?.map(({ head }) => head.file) ?? [];
    return names.length === 0 || names.some((part) => [policy, ...files].some((name) => name.includes(part)));
  };
  if (![...handbook.versions.keys()].some(isMeant)) {
    return wrongUse(
      `No policy has ${names.join(' or ')} in its name or file.`,
      `没有制度的名称或文件含有${names.join('或')}。`,
    );
  }
  let failing = 0;
  const all = [...judged(handbook, isMeant, (count) => (failing = count))];
  const score = scoreOf(all);
  const required = Number(options.require ?? '0');
  const isBelow = score.noticed * 100 < due(score) * required;
  if (options.json === true) {
    const policies = [...Map.groupBy(all, ({ mutant }) => mutant.policy)];
    printJson(
      {
        ...scoreData(score),
        failing,
        policies: policies.map(([policy, own]) => ({ policy, ...scoreData(scoreOf(own)) })),
        changes: all.filter(({ fate }) => fate.is !== 'noticed').map((one) => mutantData(one, loaded)),
      },
      call,
    );
  } else {
    printAll(all, call, loaded);
    say(call, summary(score)[language]);
    if (failing > 0) say(call, call.colours.red(failingCases(failing)[language]));
    if (isBelow) say(call, call.colours.red(below(required)[language]));
  }
  return isBelow || failing > 0 ? 1 : 0;
}

const scoreData = (score: Score): object => ({ ...score, score: percent(score) });

function printAll(all: readonly Judged[], call: Call, loaded: LoadedHandbook): void {
  const { language, colours } = call;
  const policies = Map.groupBy(all, ({ mutant }) => mutant.policy);
  const cells = (texts: readonly string[], paint?: (text: string) => string): readonly Cell[] =>
    texts.map((text, i) => ({
      text,
      ...(i === 0 ? {} : { align: 'right' }),
      ...(paint === undefined ? {} : { paint }),
    }));
  const rows = [...policies].map(([policy, own]) => cells([policy, ...counts(scoreOf(own))]));
  for (const line of alignTable([cells(heading[language], colours.bold), ...rows])) say(call, line);
  say(call, '');
  for (const is of ['survived', 'not-decided', 'equivalent'] as const) {
    const some = all.filter(({ fate }) => fate.is === is);
    if (some.length > 0) say(call, colours.bold(fates[is][language]));
    for (const one of some) {
      const { line, column } = placeOf(one.mutant.span, loaded);
      printMutant(
        one,
        `${joinPath(call, loaded.dir, one.mutant.span.file)}:${String(line)}:${String(column)}`,
        call,
        loaded,
      );
    }
    if (some.length > 0) say(call, '');
  }
}

const counts = (score: Score): readonly string[] => [
  ...[score.mutants, score.noticed, score.survived, score.undecided, score.equivalent].map(String),
  percent(score),
];

/** Rounded down to a tenth, so that nothing seems to reach what it does not; nothing to notice is noticed whole. */
function percent(score: Score): string {
  const all = due(score);
  const tenths = all === 0 ? 1000 : Math.floor((score.noticed * 1000) / all);
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}%`;
}

const heading = {
  en: ['policy', 'mutants', 'noticed', 'survived', 'not decided', 'same', 'score'],
  zh: ['制度', '变异', '已察觉', '未察觉', '未判定', '等义', '得分'],
} as const;

const fates: Readonly<Record<'survived' | 'not-decided' | 'equivalent', Texts>> = {
  survived: { en: 'No case notices:', zh: '没有示例察觉：' },
  'not-decided': { en: 'No case notices, and whether one could is not decided:', zh: '没有示例察觉，能否察觉未判定：' },
  equivalent: { en: 'Proved to say the same, and not counted:', zh: '已证明等义，不计入：' },
};

function summary(score: Score): Texts {
  const { mutants, noticed, survived, undecided, equivalent } = score;
  return {
    en: `${String(mutants)} mutants: ${String(noticed)} noticed, ${String(survived)} survived, ${String(undecided)} not decided, ${String(equivalent)} say the same. Score: ${percent(score)}`,
    zh: `${String(mutants)} 个变异：${String(noticed)} 个已察觉，${String(survived)} 个未察觉，${String(undecided)} 个未判定，${String(equivalent)} 个等义。得分：${percent(score)}`,
  };
}

const failingCases = (count: number): Texts => ({
  en: `Not counted, since they fail as it is: ${String(count)} ${count === 1 ? 'case' : 'cases'}. “bylaw test” tells which.`,
  zh: `有 ${String(count)} 个示例本身不成立，未计入；执行“bylaw test”可查看。`,
});

const below = (required: number): Texts => ({
  en: `The score is below ${String(required)} %.`,
  zh: `得分低于 ${String(required)}%。`,
});

import type { LoadedHandbook } from '../host/load-handbook.ts';
import { folderChanges } from '../host/watch-folder.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { placedFindings, printFindings } from './findings.ts';
import { openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { wrongUse } from './refusals.ts';
import { belowRequired, coverageData, printCoverage, totals } from './test-coverage.ts';
import { mutateHandbook } from './test-mutate.ts';
import { failureData, printFailure } from './test-failure.ts';
import { writeJunit } from './test-junit.ts';
import { runBoth, type Tested } from './test-run.ts';
import { isRefusal, remark, say, type Call, type Refusal, type Verb } from './verb.ts';

export const test: Verb = {
  about: {
    en: 'Run the worked examples of the handbook through both evaluators, which must agree, and count which parts of the policies they go through. Exit code 1 when one fails, or when less is covered than --require says.',
    zh: '用两个求值器运行手册中的示例，两者须一致，并统计示例经过了制度的哪些部分。有失败或覆盖率低于 --require 时退出码为 1。',
  },
  takes: {
    form: '[filters...]',
    says: {
      en: 'only cases whose file, policy or id contains this text; of several filters, any one will do',
      zh: '只运行文件、制度或编号中含有此文字的示例；多个条件满足任一即可',
    },
  },
  options: [
    {
      flags: '--clause <ids...>',
      says: {
        en: 'only cases that name one of these clauses, or ask a decision that cites it',
        zh: '只运行写明这些条款之一、或所问决定引用其一的示例',
      },
    },
    {
      flags: '--coverage',
      says: { en: 'a table of what is covered, policy by policy', zh: '逐项制度列出覆盖情况' },
    },
    {
      flags: '--missing',
      says: {
        en: 'the same, and everything that no case goes through, with an input that would',
        zh: '同上，并列出所有未经过之处及可用的输入',
      },
    },
    {
      flags: '--require <percent>',
      says: { en: 'fail when less than so much of anything is covered', zh: '任一类覆盖率低于此百分比时失败' },
    },
    {
      flags: '--watch',
      says: { en: 'run again when a file changes; ends with Ctrl+C', zh: '文件变动时重新运行，按 Ctrl+C 结束' },
    },
    {
      flags: '--mutate',
      says: {
        en: 'change the policies slightly, one place at a time, and tell which changes no case notices; filters name policies, --require is about the score',
        zh: '逐处略改制度，报告没有示例察觉的改动；条件指制度名称，--require 指得分',
      },
    },
    { flags: '--junit <file>', says: { en: 'also write a JUnit report (XML)', zh: '另写 JUnit 报告（XML）' } },
  ],
  examples: [
    'bylaw test',
    'bylaw test commission.head every-edge',
    'bylaw test --clause O-1.3.3.1 --watch',
    'bylaw test --missing --require 100',
    'bylaw test --mutate commission.head --require 95',
  ],
  run: testHandbook,
};

async function testHandbook(call: Call): Promise<number | Refusal> {
  const { watch = false, mutate = false, require } = call.options;
  if (require !== undefined && !/^(?:100|\d{1,2})$/.test(require)) {
    return wrongUse(
      `“${require}” is no percentage: --require takes a whole number from 0 to 100.`,
      `“${require}”不是百分比：--require 须为 0 至 100 的整数。`,
    );
  }
  const beside = mutate ? (['watch', 'coverage', 'missing', 'clause', 'junit'] as const).filter((key) => call.options[key] !== undefined) : []; // prettier-ignore
  if (beside.length > 0) {
    const flags = beside.map((key) => `--${key}`).join(', ');
    return wrongUse(`--mutate does not go with ${flags}.`, `--mutate 不能与 ${flags} 同用。`);
  }
  return watch ? testAgain(call) : testOnce(call);
}

/** Until somebody ends the command, which is no failure. */
async function testAgain(call: Call): Promise<number | Refusal> {
  const ended = call.io.stopped();
  let dir: string | undefined;
  for (;;) {
    // Watched before it is read, so that a change meanwhile is not missed.
    const changes = dir === undefined ? undefined : folderChanges(dir, ended);
    const loaded = await openHandbook(call);
    if (isRefusal(loaded)) {
      if (dir === undefined) return loaded;
      remark(call, loaded.says);
    } else {
      dir = loaded.dir;
      const result = await report(call, loaded);
      if (isRefusal(result)) remark(call, result.says);
    }
    remark(call, { en: 'Waiting for a change; Ctrl+C ends.', zh: '等待文件变动，按 Ctrl+C 结束。' });
    if (!(await (changes ?? folderChanges(dir, ended)))) return 0;
  }
}

async function testOnce(call: Call): Promise<number | Refusal> {
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  return call.options.mutate === true ? mutateHandbook(call, loaded) : report(call, loaded);
}

async function report(call: Call, loaded: LoadedHandbook): Promise<number | Refusal> {
  const { names, options, language } = call;
  const { clause = [], json = false, junit, coverage = false, missing = false, require } = options;
  const tested = runBoth(loaded, { names, clauses: clause });
  const { results, failures, mistakes } = tested;
  if (results.length === 0 && names.length + clause.length > 0 && mistakes.length === 0) {
    const [en, zh] = [[...names, ...clause].join(' or '), [...names, ...clause].join('或')];
    return wrongUse(
      `No case has ${en} in its file, policy or id, or among its clauses.`,
      `没有示例的文件、制度、编号或条款含有${zh}。`,
    );
  }
  if (junit !== undefined) {
    const written = await writeJunit(junit, tested, call, loaded);
    if (isRefusal(written)) return written;
  }
  const below = require === undefined ? [] : belowRequired(tested.coverage, Number(require));
  if (json) {
    const data = failures.map((failure) => failureData(failure, loaded));
    const told = { ...counts(tested), coverage: coverageData(tested.coverage, loaded) };
    printJson({ ...told, diagnostics: placedFindings(mistakes, loaded), failures: data }, call);
  } else {
    printFindings(mistakes, call, loaded);
    for (const failure of failures) printFailure(failure, call, loaded);
    if (coverage || missing) printCoverage(tested.coverage, missing, call, loaded);
    say(call, summary(tested)[language]);
    say(call, totals(tested.coverage)[language]);
    for (const line of below) say(call, call.colours.red(line[language]));
  }
  return failures.length > 0 || mistakes.length > 0 || below.length > 0 ? 1 : 0;
}

function counts({ results, failures }: Tested): Readonly<Record<'cases' | 'passed' | 'failed' | 'recorded', number>> {
  const recorded = results.filter(({ question }) => question.recorded).length;
  return { cases: results.length, passed: results.length - failures.length, failed: failures.length, recorded };
}

function summary(tested: Tested): Texts {
  const { cases, passed, failed, recorded } = counts(tested);
  const { length } = tested.mistakes;
  const apart = recorded > 0 ? { en: `, ${recorded} of them recorded`, zh: `，其中 ${recorded} 个为记录所得` } : none;
  const broken = length > 0 ? { en: `, ${length} mistakes in cases`, zh: `，示例本身有 ${length} 处错误` } : none;
  return {
    en: `${cases} cases: ${passed} hold, ${failed} fail${apart.en}${broken.en}`,
    zh: `${cases} 个示例：${passed} 个成立，${failed} 个不成立${apart.zh}${broken.zh}`,
  };
}

const none: Texts = { en: '', zh: '' };

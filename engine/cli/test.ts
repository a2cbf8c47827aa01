import { runCases, type CaseResult, type Evaluator } from '../cases/run.ts';
import type { Question } from '../cases/expand.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { explain, type Explained } from '../evaluate/evaluate.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { compiled, explaining } from './evaluators.ts';
import { placedFindings, printFindings } from './findings.ts';
import { openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { wrongUse } from './refusals.ts';
import { failureData, printFailure } from './test-failure.ts';
import { isRefusal, say, type Call, type Refusal, type Verb } from './verb.ts';

export const test: Verb = {
  about: {
    en: 'Run the worked examples of the handbook through both evaluators, which must agree. Exit code 1 when one fails.',
    zh: '用两个求值器运行手册中的示例，两者须一致。有失败时退出码为 1。',
  },
  takes: {
    form: '[filters...]',
    says: {
      en: 'only cases whose file, policy or id contains one of these',
      zh: '只运行文件、制度或编号中含有其一的示例',
    },
  },
  examples: ['bylaw test', 'bylaw test commission.head every-edge'],
  run: testHandbook,
};

/** A case that does not hold, and how the decision came about. */
export interface Failure {
  readonly result: CaseResult;
  readonly explained: Explained;
}

async function testHandbook(call: Call): Promise<number | Refusal> {
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const { results, failures, mistakes } = runBoth(loaded, call.names);
  if (results === 0 && call.names.length > 0 && mistakes.length === 0) {
    const [en, zh] = [call.names.join(' or '), call.names.join('或')];
    return wrongUse(`No case has ${en} in its file, policy or id.`, `没有示例的文件、制度或编号含有${zh}。`);
  }
  const passed = results - failures.length;
  if (call.options.json === true) {
    const data = failures.map((failure) => failureData(failure, loaded));
    const counts = { cases: results, passed, failed: failures.length };
    printJson({ ...counts, diagnostics: placedFindings(mistakes, loaded), failures: data }, call);
  } else {
    printFindings(mistakes, call, loaded);
    for (const failure of failures) printFailure(failure, call, loaded);
    const broken = { en: `, ${mistakes.length} mistakes in cases`, zh: `，示例本身有 ${mistakes.length} 处错误` };
    const line = {
      en: `${results} cases: ${passed} hold, ${failures.length} fail${mistakes.length > 0 ? broken.en : ''}`,
      zh: `${results} 个示例：${passed} 个成立，${failures.length} 个不成立${mistakes.length > 0 ? broken.zh : ''}`,
    };
    say(call, line[call.language]);
  }
  return failures.length > 0 || mistakes.length > 0 ? 1 : 0;
}

interface Tested {
  readonly results: number;
  readonly failures: readonly Failure[];
  /** Of the files of cases themselves. */
  readonly mistakes: readonly Diagnostic[];
}

function runBoth(loaded: LoadedHandbook, filters: readonly string[]): Tested {
  const { handbook } = loaded;
  const keep = ({ policies, id, span }: Question): boolean =>
    filters.length === 0 ||
    filters.some((filter) => [...policies, id, span.file].some((name) => name.includes(filter)));
  // The evaluator is asked once for each result, in their order.
  const asked: Parameters<Evaluator>[] = [];
  const first = runCases(
    handbook,
    (...question) => {
      asked.push(question);
      return explaining(...question);
    },
    keep,
  );
  const second = runCases(handbook, compiled, keep);
  const failures = first.results.flatMap((result, i): readonly Failure[] => {
    const question = asked[i];
    const differences = [...result.differences, ...disagreement(result, second.results[i])];
    if (differences.length === 0 || question === undefined) return [];
    return [{ result: { ...result, differences }, explained: explain(...question) }];
  });
  const mistakes = [...handbook.diagnostics.filter((one) => isAboutCases(one, loaded)), ...first.diagnostics];
  return { results: first.results.length, failures, mistakes };
}

/** The whole outcomes are compared, not only what the case expects. */
function disagreement({ outcome }: CaseResult, other: CaseResult | undefined): CaseResult['differences'] {
  const [expected, found] = [JSON.stringify(outcome, withoutSpan), JSON.stringify(other?.outcome, withoutSpan)];
  return expected === found ? [] : [{ what: 'compiled', expected, found }];
}

/** Where the reader of an unusable fact stands depends on who read it first; the answer does not. */
function withoutSpan(key: string, value: unknown): unknown {
  return key === 'span' ? undefined : value;
}

/** Cases that cannot be read would else be missing without a word. */
function isAboutCases({ severity, span }: Diagnostic, { files }: LoadedHandbook): boolean {
  return severity === 'error' && /^cases-of\b/mu.test(files.get(span.file)?.text ?? '');
}

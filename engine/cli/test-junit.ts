import { create } from 'xmlbuilder2';
import type { Language } from '../diagnostic/diagnostic.ts';
import { renderExplanation } from '../evaluate/render.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { placeOf } from './test-coverage.ts';
import type { Failure, Tested } from './test-run.ts';
import type { Call, Refusal } from './verb.ts';
import { writeText } from './write-text.ts';

/** What came of the cases, in the form that build servers read: one suite for each file of cases. */
export async function writeJunit(
  path: string,
  tested: Tested,
  call: Call,
  loaded: LoadedHandbook,
): Promise<Refusal | undefined> {
  const failed = new Map(tested.failures.map((failure) => [failure.result.asked, failure] as const));
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' });
  const all = document.ele('testsuites', {
    name: 'bylaw test',
    tests: tested.results.length + tested.mistakes.length,
    failures: tested.failures.length,
    errors: tested.mistakes.length,
  });
  const byFile = Map.groupBy(tested.results, ({ question }) => question.span.file);
  for (const [file, results] of byFile) {
    const failures = results.filter((result) => failed.has(result.asked)).length;
    const suite = all.ele('testsuite', { name: file, tests: results.length, failures, errors: 0 });
    for (const { question, asked } of results) {
      const { line } = placeOf(question.span, loaded);
      const manner = asked.sourceOnly ? ' (source-only)' : '';
      const name = `${question.id}: ${asked.decision}${asked.on === undefined ? '' : ` on ${asked.on}`}${manner}`;
      const test = suite.ele('testcase', { classname: question.policies.join(' '), name, file, line });
      if (question.recorded) test.ele('properties').ele('property', { name: 'recorded', value: 'true' });
      const failure = failed.get(asked);
      if (failure !== undefined)
        test.ele('failure', { message: inOneLine(failure) }).txt(inFull(failure, call.language));
    }
  }
  for (const [file, mistakes] of Map.groupBy(tested.mistakes, ({ span }) => span.file)) {
    const suite = all.ele('testsuite', { name: file, tests: mistakes.length, failures: 0, errors: mistakes.length });
    for (const { code, span, message } of mistakes) {
      const { line } = placeOf(span, loaded);
      suite
        .ele('testcase', { classname: file, name: code, file, line })
        .ele('error', { message: message[call.language] });
    }
  }
  return writeText(call, path, `${document.end({ prettyPrint: true })}\n`);
}

function inOneLine({ result }: Failure): string {
  return result.differences
    .map(({ what, expected, found }) => `${what}: expected ${expected}, found ${found}`)
    .join('; ');
}

function inFull(failure: Failure, language: Language): string {
  return `${inOneLine(failure)}\n\n${renderExplanation(failure.explained.explanation, language)}`;
}

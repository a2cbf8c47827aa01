import { create } from 'xmlbuilder2';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Report } from '../review/report/report.ts';
import type { ReviewSides } from './review-sides.ts';
import { placeOf } from './test-coverage.ts';
import type { Call } from './verb.ts';

/** What a review looks at, each a test of its own, so that a build server shows which of them failed. */
const suites: readonly { readonly name: string; readonly codes: readonly string[] }[] = [
  { name: 'versions in force', codes: ['review/edited-in-force', 'review/removed-in-force', 'review/shared-meaning'] },
  { name: 'readable', codes: ['review/unreadable', 'review/not-compared'] },
  { name: 'cases', codes: ['review/case-fails', 'review/new-case-fails'] },
  {
    name: 'effect',
    codes: ['review/gate-failed', 'review/gates-evaded', 'review/table-altered', 'review/population-unanswered'],
  },
  { name: 'approvals', codes: ['review/approval-required', 'review/not-approved', 'review/unknown-approver'] },
  { name: 'closed months', codes: ['review/retroactive'] },
];

/** A suite for each thing that a review looks at; errors are failures, warnings are printed beside what passes. */
export function reviewJunit(report: Report, { head }: ReviewSides, { language }: Call): string {
  const findings = report.newFindings;
  const all = [
    ...suites.map(({ name, codes }) => ({ name, found: report.verdicts.filter(({ code }) => codes.includes(code)) })),
    { name: 'findings', found: findings },
  ];
  const failed = (found: readonly Diagnostic[]): number => found.filter(({ severity }) => severity === 'error').length;
  const count = (found: readonly Diagnostic[]): number => Math.max(1, found.length);
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' });
  const root = document.ele('testsuites', {
    name: 'bylaw review',
    tests: all.reduce((sum, { found }) => sum + count(found), 0),
    failures: all.reduce((sum, { found }) => sum + failed(found), 0),
    errors: 0,
  });
  for (const { name, found } of all) {
    const suite = root.ele('testsuite', { name, tests: count(found), failures: failed(found), errors: 0 });
    if (found.length === 0) suite.ele('testcase', { classname: name, name });
    for (const { code, span, severity, message } of found) {
      const { line } = placeOf(span, head);
      const test = suite.ele('testcase', { classname: code, name: message[language], file: span.file, line });
      if (severity === 'error') test.ele('failure', { message: message[language] });
      else test.ele('system-out').txt(message[language]);
    }
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

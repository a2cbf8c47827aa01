import { caseChanges } from '../review/diff/case-changes.ts';
import { approvalsOf } from '../review/report/approvals.ts';
import { coverageChange } from '../review/report/coverage.ts';
import { failingCases } from '../review/report/failing.ts';
import { interpretationChange } from '../review/report/interpretations.ts';
import { renderReport } from '../review/report/render.ts';
import { reportOf, type Parts } from '../review/report/report.ts';
import { closedThrough, retroactiveVersions, type Retroactive } from '../review/report/retroactive.ts';
import { underOldNames } from '../service/renames.ts';
import { findingsSince, reviewHandbooks, withDescribed } from '../review/review.ts';
import { monthsBetween } from '../value/calendar.ts';
import { momentOf } from './handbook.ts';
import { populationOptions } from './population.ts';
import { missingOption } from './refusals.ts';
import { effectOfReview, settledMonths } from './review-effects.ts';
import { writeReviewFiles } from './review-files.ts';
import { reportData } from './review-data.ts';
import { findingsOf, openSides, testSides, type ReviewSides } from './review-sides.ts';
import { alteredTables } from './review-tables.ts';
import { printJson } from './json.ts';
import { tableOptions } from './table-options.ts';
import { isRefusal, type Call, type Refusal, type Verb } from './verb.ts';

export const review: Verb = {
  about: {
    en: 'Report for a pull request what a change of the handbook does: meaning, effect on people, findings, cases, coverage, approvals, closed months. Compared is the commit where the working folder parted from the base. Exit code 1 when it must not be merged.',
    zh: '为合并请求写出手册变更的报告：含义、对人的影响、检查结果、示例、覆盖、批准与已结算的月份。与当前文件夹自基准分出的提交比较。不应合并时退出码为 1。',
  },
  takes: {
    form: '[decisions...]',
    says: {
      en: 'decisions to try on the population (else all numbers that change)',
      zh: '在人群表上试算的决定（默认为所有改变的数值）',
    },
  },
  options: [
    { flags: '--base <revision>', says: { en: 'a branch, tag or commit of git', zh: 'git 的分支、标签或提交' } },
    ...populationOptions,
    ...tableOptions,
    {
      flags: '--closed <tables...>',
      says: {
        en: 'tables of closed months, as 2026-09=FILE: what is still to pay where a change reaches back',
        zh: '已结算月份的表格，写成 2026-09=文件：变更有追溯时的应补差额',
      },
    },
    {
      flags: '--sarif <file>',
      says: { en: 'also write the findings as SARIF 2.1.0', zh: '另以 SARIF 2.1.0 写出检查结果' },
    },
    { flags: '--junit <file>', says: { en: 'also write a JUnit report (XML)', zh: '另写 JUnit 报告（XML）' } },
    {
      flags: '--docs <url>',
      says: {
        en: 'where the pages about diagnostics can be read, for links in SARIF',
        zh: '诊断说明页的网址，用于 SARIF 中的链接',
      },
    },
  ],
  examples: [
    'bylaw review --base main',
    'bylaw review --base v1.2 --lang zh > review.md',
    'bylaw review --base main commission.head.amount --population people.csv --by department > review.md',
    'bylaw review --base main --closed 2026-09=september.csv --sarif review.sarif --junit review.xml',
  ],
  run: reviewChange,
};

/** Versions in force on the day (today, or `--at`) may not have changed in place. */
async function reviewChange(call: Call): Promise<number | Refusal> {
  const { base: revision, json = false } = call.options;
  if (revision === undefined)
    return missingOption('--base', { en: 'name a revision, such as main', zh: '请写明版本，例如 main' });
  const sides = await openSides(call, revision);
  if (isRefusal(sides)) return sides;
  const parts = await partsOf(call, sides);
  if (isRefusal(parts)) return parts;
  const { base, head } = sides;
  const report = reportOf(parts, base.handbook, head.handbook);
  const written = await writeReviewFiles(call, report, sides);
  if (isRefusal(written)) return written;
  if (json) printJson(reportData(report, head), call);
  else call.io.out.write(renderReport(report, call.language));
  return report.refused ? 1 : 0;
}

async function partsOf(call: Call, sides: ReviewSides): Promise<Parts | Refusal> {
  const { since, base, head } = sides;
  const moment = momentOf(call, head);
  if (isRefusal(moment)) return moment;
  const [before, after] = [base.handbook, head.handbook];
  // A rename is no change in meaning.
  const named = underOldNames(before, after);
  const reviewed = reviewHandbooks(before, named.handbook, moment.at);
  const { policies, shared } = withDescribed(reviewed, named.renamed, after);
  const effect = await effectOfReview(call, sides);
  if (isRefusal(effect)) return effect;
  const closed = closedThrough(before, after, moment.at);
  const versions = retroactiveVersions(policies, after, closed.through);
  const settled = await settledMonths(call, sides, reachedMonths(versions));
  if (isRefusal(settled)) return settled;
  const tested = testSides(sides);
  const results = (side: typeof tested.before): Parameters<typeof failingCases>[0] => ({
    results: side.results,
    failures: side.failures.map(({ result }) => result),
  });
  return {
    policies,
    shared,
    ...findingsSince(findingsOf(base, tested.before), findingsOf(head, tested.after)),
    ...(effect.effect === undefined ? {} : { effect: effect.effect }),
    failedOn: effect.failed || settled.failed,
    alteredTables: await alteredTables(sides),
    basis: {
      base: since.name,
      commit: since.base,
      behind: since.behind,
      commits: since.commits.length,
      uncommitted: since.uncommitted,
      ...(effect.untried === undefined ? {} : { untried: effect.untried }),
    },
    cases: {
      ...failingCases(results(tested.before), results(tested.after)),
      changes: caseChanges(before, after),
    },
    coverage: coverageChange(tested.before.coverage, tested.after.coverage),
    interpretations: interpretationChange(before, after),
    approvals: approvalsOf(policies, before, after, since.commits, moment.at),
    retroactive: { versions, ...closed, settled: settled.settled, untried: settled.untried },
  };
}

/** All closed months that some version reaches, the earliest first. */
function reachedMonths(versions: readonly Retroactive[]): readonly string[] {
  const months = versions.flatMap(({ closed }) =>
    closed === undefined ? [] : monthsBetween(closed.first, closed.last),
  );
  return [...new Set(months)].sort();
}

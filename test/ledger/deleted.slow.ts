import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ledgerOf, type LedgerEntry } from '../../engine/ledger/ledger.ts';
import { gather, readFile } from '../../engine/program/read.ts';
import { sourceFile } from '../../engine/source/source-file.ts';

const root = new URL('../../policies/', import.meta.url);
const readings = new Map(
  globSync('**/*.yaml', { cwd: root.pathname })
    .sort()
    .map((path) => [path, readFile(sourceFile(path, readFileSync(new URL(path, root), 'utf8')))] as const),
);

/** What is missing, by clause, figure and issue, and the registers that are not there. */
function missing(without?: string): ReadonlySet<string> {
  const { entries, unread } = ledgerOf(
    gather([...readings].flatMap(([path, reading]) => (path === without ? [] : [reading]))),
  );
  return new Set([...unread, ...entries.flatMap(lacksOf)]);
}

const lacksOf = ({ clause, covered, figures, issues }: LedgerEntry): readonly string[] => [
  ...(covered.is === 'missing' ? [`${clause} ${covered.why}`] : []),
  ...figures.flatMap((figure) => (figure.missing.length > 0 ? [`${clause} figure ${figure.id}`] : [])),
  ...issues.flatMap((issue) => (issue.unknown.length > 0 ? [`${clause} issue ${issue.id}`] : [])),
];

/** Files that carry nothing of a source: what is gone with them is told by “bylaw check”, or nothing rests on it. */
const noCarriers: readonly RegExp[] = [
  /^handbook\.yaml$/, // names the registers: without it none of them is asked for
  /^vocabulary\//, // facts, which policies that are not linked do not ask for
  /(^|\/)history\//, // older versions
  /(^|\/)first-day\.cases\.yaml$/, // on which days there is a version: no clause says that
];
/** Case files whose policies and clauses are asked in other case files too. */
const askedElsewhere: ReadonlySet<string> = new Set([
  'centre/centre.member-data.cases.yaml',
  'pay/commission.cases.yaml',
  'pay/sales.cases.yaml',
]);

const carriers = [...readings.keys()].filter((path) => !noCarriers.some((pattern) => pattern.test(path)));
const whole = missing();

test.each(carriers)('without %s something is missing, and is named', (path) => {
  const more = [...missing(path)].filter((lack) => !whole.has(lack));
  if (askedElsewhere.has(path)) expect(more).toEqual([]);
  else expect(more).not.toEqual([]);
});

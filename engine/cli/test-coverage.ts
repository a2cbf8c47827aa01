import type { Coverage, Share, WholeCoverage } from '../cases/covered/coverage.ts';
import { counted, countedTitle as one, countedTitles as titles } from '../cases/covered/counted.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { positionAt, type Position } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { joinPath } from './paths.ts';
import { alignTable, type Cell } from './table.ts';
import { say, type Call } from './verb.ts';

/** What is covered of everything that was meant, in one line. */
export function totals({ total }: Coverage): Texts {
  const en = counted.map((sort) => `${fraction(total[sort])} ${titles[sort].en}`).join(', ');
  const zh = counted.map((sort) => `${titles[sort].zh} ${fraction(total[sort])}`).join('，');
  return { en: `Covered: ${en}`, zh: `覆盖：${zh}` };
}

const fraction = ({ covered, of }: Share): string => `${String(covered)}/${String(of)}`;

/** What misses the required percentage, in words; percentages are never rounded up to it. */
export function belowRequired({ total }: Coverage, percent: number): readonly Texts[] {
  return counted.flatMap((sort) => {
    const { covered, of } = total[sort];
    if (covered * 100 >= of * percent) return [];
    return [
      {
        en: `Less than ${String(percent)} % of the ${titles[sort].en} are covered: ${fraction(total[sort])}.`,
        zh: `${titles[sort].zh}的覆盖率低于 ${String(percent)}%：${fraction(total[sort])}。`,
      },
    ];
  });
}

/** So many of what is missing are told unless all are asked for. */
const first = 5;

/** The table, policy by policy, and what is missing. */
export function printCoverage(coverage: WholeCoverage, all: boolean, call: Call, loaded: LoadedHandbook): void {
  const { language, colours } = call;
  const heading = [{ en: 'policy', zh: '制度' }, ...counted.map((sort) => titles[sort])];
  const header = heading.map((text, i): Cell => ({ text: text[language], paint: colours.bold, ...aligned(i) }));
  const rows = coverage.policies
    .filter(({ shares }) => counted.some((sort) => shares[sort].of > 0))
    .map(({ policy, shares }): readonly Cell[] => [
      { text: policy },
      ...counted.map((sort, i) => shareCell(shares[sort], i + 1, call)),
    ]);
  for (const line of alignTable([header, ...rows])) say(call, line);
  say(call, '');
  const lines = [
    ...coverage.missing.map(({ sort, policy, span, text, needs }) => ({
      place: placeText(span, call, loaded),
      what: `${one[sort][language]} ${text}`,
      policy,
      inputs: [...new Set(needs.map(({ input }) => input[language]))],
    })),
    ...coverage.clauses.map(({ clause, span }) => ({
      place: placeText(span, call, loaded),
      what: `${one.clause[language]} ${clause}`,
      policy: '',
      inputs: [uncited[language]],
    })),
  ];
  for (const { place, what, policy, inputs } of all ? lines : lines.slice(0, first)) {
    say(call, `${colours.dim(place)} ${colours.bold(policy)}${policy === '' ? '' : ': '}${what}`);
    for (const input of inputs) say(call, `    ${tryThis[language]} ${input}`);
  }
  const more = lines.length - first;
  if (!all && more > 0) {
    const text = { en: `… and ${more} more: --missing lists all.`, zh: `……另有 ${more} 处：用 --missing 列出全部。` };
    say(call, text[language]);
  }
  if (lines.length > 0) say(call, '');
}

const tryThis: Texts = { en: 'try:', zh: '可试：' };
const uncited: Texts = {
  en: 'a case that names it under cites, or asks a decision that cites it',
  zh: '在 cites 中写明该条款，或询问引用它的决定',
};

const aligned = (i: number): Pick<Cell, 'align'> => (i === 0 ? {} : { align: 'right' });

function shareCell(share: Share, i: number, { colours }: Call): Cell {
  if (share.of === 0) return { text: '–', paint: colours.dim, ...aligned(i) };
  const paint = share.covered === share.of ? colours.green : colours.red;
  return { text: fraction(share), paint, ...aligned(i) };
}

function placeText(span: Span, call: Call, loaded: LoadedHandbook): string {
  const { line, column } = placeOf(span, loaded);
  return `${joinPath(call, loaded.dir, span.file)}:${String(line)}:${String(column)}`;
}

/** Line and column, from 1. */
export function placeOf(span: Span, { files }: LoadedHandbook): Position {
  const file = files.get(span.file);
  return file === undefined ? { line: 1, column: 1 } : positionAt(file, span.start);
}

/** The same for machines. */
export function coverageData({ total, policies, missing, clauses }: WholeCoverage, loaded: LoadedHandbook): object {
  const placed = (span: Span): object => ({ file: span.file, ...placeOf(span, loaded) });
  return {
    total,
    policies: policies.map(({ policy, shares }) => ({ policy, ...shares })),
    missing: missing.map(({ sort, policy, span, text, needs }) => ({
      sort,
      policy,
      place: placed(span),
      text,
      inputs: needs.map(({ input }) => input),
    })),
    clauses: clauses.map(({ clause, span }) => ({ clause, place: placed(span) })),
  };
}

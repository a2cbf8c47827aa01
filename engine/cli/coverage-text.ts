import { lacksOf, sortTitles } from '../ledger/lacks.ts';
import type { LedgerEntry } from '../ledger/ledger.ts';
import { sorts, type Totals } from '../ledger/totals.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { joinPath } from './paths.ts';
import { alignTable, type Cell } from './table.ts';
import { placeOf } from './test-coverage.ts';
import { say, type Call } from './verb.ts';

type Groups = Readonly<
  Record<'source' | 'part' | 'topic', readonly { readonly name: string; readonly totals: Totals }[]>
>;
const groupTitles: Readonly<Record<keyof Groups, Texts>> = {
  source: { en: 'source', zh: '来源' },
  part: { en: 'part', zh: '部分' },
  topic: { en: 'topic', zh: '主题' },
};

const howToRead: Texts = {
  en: 'Covered of all, by what is counted; “–” where there is nothing to cover.',
  zh: '格内为“已落实/全部”，“–”表示没有此项。',
};

/** What is covered of each source, part and topic. */
export function printTotals(groups: Groups, call: Call): void {
  const { language, colours } = call;
  say(call, colours.dim(howToRead[language]));
  say(call, '');
  for (const by of ['source', 'part', 'topic'] as const) {
    const header = [groupTitles[by], ...sorts.map((sort) => sortTitles[sort])].map((text, i): Cell => ({
      text: text[language],
      paint: colours.bold,
      align: i === 0 ? 'left' : 'right',
    }));
    const rows = groups[by].map(({ name, totals }): readonly Cell[] => [
      { text: name },
      ...sorts.map((sort): Cell => {
        const { covered, of } = totals[sort];
        if (of === 0) return { text: '–', paint: colours.dim, align: 'right' };
        return { text: `${covered}/${of}`, paint: covered === of ? colours.green : colours.red, align: 'right' };
      }),
    ]);
    for (const line of alignTable([header, ...rows])) say(call, line);
    say(call, '');
  }
}

/** So many of what is missing are told unless all are asked for. */
const first = 5;

/** Lines that name what is missing, where it stands, and what would cover it. */
export function missingIn(entries: readonly LedgerEntry[], call: Call, loaded: LoadedHandbook): readonly string[] {
  const { language, colours } = call;
  const lines = entries.flatMap((entry) => {
    const { line, column } = placeOf(entry.span, loaded);
    const place = colours.dim(`${joinPath(call, loaded.dir, entry.span.file)}:${line}:${column}`);
    return lacksOf(entry).map((lack) => `${place} ${colours.bold(entry.clause)} ${lack[language]}`);
  });
  if (lines.length === 0) return [];
  const shown = call.options.missing === true ? lines : lines.slice(0, first);
  const more = lines.length - shown.length;
  const rest = { en: `… and ${more} more: --missing lists all.`, zh: `……另有 ${more} 处：用 --missing 列出全部。` };
  return [...shown, ...(more > 0 ? [rest[language]] : []), ''];
}

/** All in one line: figures with a reason and issues without effect are told apart, since nothing stands behind them. */
export function summary(entries: readonly LedgerEntry[], total: Totals): Texts {
  const clauses = total.executable.covered + total.record.covered + total.principle.covered;
  const reasons = entries.flatMap(({ figures }) => figures).filter(({ reason }) => reason !== undefined).length;
  const without = entries.flatMap(({ issues }) => issues).filter(({ noEffect }) => noEffect !== undefined).length;
  const { figure, issue } = total;
  return {
    en: `Covered: ${clauses}/${entries.length} clauses, ${figure.covered}/${figure.of} figures (${reasons} by a reason), ${issue.covered}/${issue.of} issues (${without} without effect)`,
    zh: `已落实：条款 ${clauses}/${entries.length}，数值 ${figure.covered}/${figure.of}（${reasons} 项写明理由），疑问 ${issue.covered}/${issue.of}（${without} 项不影响结果）`,
  };
}

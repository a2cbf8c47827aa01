import type { LedgerEntry } from '../ledger/ledger.ts';
import { sorts, type Sort, type Totals } from '../ledger/totals.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { joinPath } from './paths.ts';
import { alignTable, type Cell } from './table.ts';
import { placeOf } from './test-coverage.ts';
import { say, type Call } from './verb.ts';

const titles: Readonly<Record<Sort, Texts>> = {
  executable: { en: 'executable', zh: '可执行' },
  record: { en: 'records', zh: '记录' },
  principle: { en: 'principles', zh: '原则' },
  figure: { en: 'figures', zh: '数值' },
  issue: { en: 'issues', zh: '疑问' },
};

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
    const header = [groupTitles[by], ...sorts.map((sort) => titles[sort])].map((text, i): Cell => ({
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

function lacksOf({ form, title, covered, figures, issues }: LedgerEntry): readonly Texts[] {
  const cited = covered.by.map(({ policy }) => policy);
  const by = [...new Set(cited)].join(', ');
  const lacks: Texts[] = [];
  if (covered.is === 'missing') {
    const why: Texts = {
      'not-cited': {
        en: 'no policy that can be read cites it',
        zh: '没有可读取的制度引用它',
      },
      'no-case': {
        en: `cited by ${by}, but no case that counts asks the decision; write one`,
        zh: `${by} 引用了它，但没有计入的示例询问该决定；请补写示例`,
      },
      'no-provision': {
        en: `cited by ${by}, but by no provision; state it as one`,
        zh: `${by} 引用了它，但没有规定（provisions）引用；请写成规定`,
      },
      'not-stated': {
        en: `${by} must cite it too (stated-by in the register), and does not or is gone`,
        zh: `按登记的 stated-by，${by} 也须引用它，但没有引用或已不存在`,
      },
    }[covered.why];
    lacks.push({
      en: `${formTitles[form].en} “${title.en}”: ${why.en}.`,
      zh: `${formTitles[form].zh}“${title.zh}”：${why.zh}。`,
    });
  }
  for (const { id, figure, missing, quoted } of figures) {
    if (missing.length === 0) continue;
    const en = `figure ${id} (${figure}) of “${title.en}”`;
    const zh = `“${title.zh}”的数值 ${id}（${figure}）`;
    if (covered.is === 'missing' && covered.why === 'not-cited')
      lacks.push({ en: `${en}: no policy cites the clause.`, zh: `${zh}：没有制度引用该条款。` });
    else lacks.push(quoted ? notQuoted(en, zh, missing) : notCarried(en, zh, missing));
  }
  for (const { id, unknown } of issues) {
    if (unknown.length === 0) continue;
    lacks.push({
      en: `issue ${id} of “${title.en}”: nobody recorded ${unknown.join(', ')}, or its file cannot be read.`,
      zh: `“${title.zh}”的疑问 ${id}：没有记录 ${unknown.join('、')}，或其文件无法读取。`,
    });
  }
  return lacks;
}

const notCarried = (en: string, zh: string, missing: readonly string[]): Texts => ({
  en: `${en}: no policy that cites the clause carries “${missing.join('”, “')}”. Where the policy changed, correct it or the register; else write the value there, quote under written what stands for it, or give the reason under no-value.`,
  zh: `${zh}：引用该条款的制度中没有“${missing.join('”“')}”。若制度已改动，请改正制度或登记；否则请写入取值，在 written 下照录对应写法，或在 no-value 下写明理由。`,
});
const notQuoted = (en: string, zh: string, missing: readonly string[]): Texts => ({
  en: `${en}: no policy that cites the clause says “${missing.join('”, “')}”, by which the register knows it. Where the policy changed, correct it or what stands under written, one entry for each thing that the figure counts.`,
  zh: `${zh}：引用该条款的制度中没有登记所照录的“${missing.join('”“')}”。若制度已改动，请改正制度或 written 下的写法；若为计数，须逐项列出。`,
});

const formTitles: Readonly<Record<LedgerEntry['form'], Texts>> = {
  executable: { en: 'executable clause', zh: '可执行条款' },
  record: { en: 'record', zh: '记录' },
  principle: { en: 'principle', zh: '原则' },
};

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

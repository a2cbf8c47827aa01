import type { Texts } from '../diagnostic/diagnostic.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Sort } from './totals.ts';

/** What is counted, for people. */
export const sortTitles: Readonly<Record<Sort, Texts>> = {
  executable: { en: 'executable', zh: '可执行' },
  record: { en: 'records', zh: '记录' },
  principle: { en: 'principles', zh: '原则' },
  figure: { en: 'figures', zh: '数值' },
  issue: { en: 'issues', zh: '疑问' },
};

/** What is missing of a clause, and what would cover it. */
export function lacksOf({ form, title, covered, figures, issues }: LedgerEntry): readonly Texts[] {
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

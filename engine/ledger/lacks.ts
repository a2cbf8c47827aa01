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
        zh: `按条款登记（“须引用的制度”，stated-by），${by} 也须引用它，但没有引用或已不存在`,
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
  en: `${en}: no policy that cites the clause carries “${missing.join('”, “')}”. Where the policy changed, correct it or the register's figure. Otherwise write the value into the policy; or say in the register how the policy writes it (Written as, \`written\`), or why no value carries it (No value carries it, \`no-value\`).`,
  zh: `${zh}：引用该条款的制度中没有“${missing.join('”“')}”。若制度已改动，请改正制度或条款登记中的数值。否则请把该取值写入制度；或在条款登记中照录制度的写法（“制度写法”，written），或写明为何没有取值与之对应（“无对应取值”，no-value）。`,
});
const notQuoted = (en: string, zh: string, missing: readonly string[]): Texts => ({
  en: `${en}: no policy that cites the clause says “${missing.join('”, “')}”, by which the register knows it. Where the policy changed, correct it or what the register quotes (Written as, \`written\`), one entry for each thing that the figure counts.`,
  zh: `${zh}：引用该条款的制度中没有条款登记所照录的“${missing.join('”“')}”。若制度已改动，请改正制度或登记中照录的写法（“制度写法”，written）；若为计数，须逐项列出。`,
});

const formTitles: Readonly<Record<LedgerEntry['form'], Texts>> = {
  executable: { en: 'executable clause', zh: '可执行条款' },
  record: { en: 'record', zh: '记录' },
  principle: { en: 'principle', zh: '原则' },
};

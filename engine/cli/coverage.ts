import { ledgerOf, type LedgerEntry } from '../ledger/ledger.ts';
import { isBelow, isWhole, totalsBy, totalsOf } from '../ledger/totals.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import { coverageLedger } from './coverage-data.ts';
import { missingIn, printTotals, summary } from './coverage-text.ts';
import { momentOf, openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { wrongUse } from './refusals.ts';
import { isRefusal, remark, say, type Call, type Refusal, type Verb } from './verb.ts';

export const coverage: Verb = {
  about: {
    en: 'A ledger of the registers: what covers each clause as its form needs it (executable: a decision with a case, record: a policy, principle: a provision), which policy value carries each figure, what answers each issue. Policies are read, not linked, so a file that is gone or broken leaves its clauses open. Exit code 1 when anything is missing.',
    zh: '条款登记总账：各条款按其形式由何处落实（可执行：有示例的决定；记录：制度；原则：规定），各数值由哪个制度取值承载，各疑问由何作答。只读取制度而不链接，文件缺失或损坏时其条款即为未落实。有遗漏时退出码为 1。',
  },
  takes: {
    form: '[clauses...]',
    says: { en: 'only these clauses and what lies below them, such as O-1.3', zh: '只看这些条款及其下级，例如 O-1.3' },
  },
  options: [{ flags: '--missing', says: { en: 'list all that is missing', zh: '列出全部遗漏' } }],
  examples: ['bylaw coverage', 'bylaw coverage O-1 D --missing', 'bylaw coverage --json'],
  run: tellCoverage,
};

async function tellCoverage(call: Call): Promise<number | Refusal> {
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const moment = momentOf(call, loaded);
  // Where nobody knows what day it is, only the newest versions count.
  const ledger = ledgerOf(loaded.handbook.sources, isRefusal(moment) ? undefined : moment.at);
  const { unread } = ledger;
  const entries = entriesNamed(call.names, ledger.entries);
  if (isRefusal(entries)) return entries;
  const total = totalsOf(entries);
  const groups = {
    source: totalsBy(entries, 'source'),
    part: totalsBy(entries, 'part'),
    topic: totalsBy(entries, 'topic'),
  };
  for (const register of unread) {
    remark(call, {
      en: `The register ${register} is not there or cannot be read, so its clauses are not counted; “bylaw check” tells why.`,
      zh: `条款登记 ${register} 不存在或无法读取，其条款未计入；执行“bylaw check”可查看原因。`,
    });
  }
  if (call.options.json === true) {
    const shown = call.options.missing === true ? entries.filter((entry) => !isWhole(totalsOf([entry]))) : entries;
    printJson({ total, ...groups, unread, clauses: coverageLedger(shown, loaded) }, call);
  } else {
    printTotals(groups, call);
    for (const line of missingIn(entries, call, loaded)) say(call, line);
    say(call, summary(entries, total)[call.language]);
  }
  return isWhole(total) && unread.length === 0 ? 0 : 1;
}

function entriesNamed(names: readonly string[], entries: readonly LedgerEntry[]): readonly LedgerEntry[] | Refusal {
  const stray = names.find((name) => !entries.some(({ clause }) => isBelow(clause, name)));
  if (stray !== undefined) {
    const near = didYouMean(
      suggest(
        stray,
        entries.map(({ clause }) => clause),
      ),
    );
    return wrongUse(
      `No register has a clause “${stray}” or one below it.${near.en}`,
      `登记中没有条款“${stray}”，也没有其下级条款。${near.zh}`,
    );
  }
  return names.length === 0 ? entries : entries.filter(({ clause }) => names.some((name) => isBelow(clause, name)));
}

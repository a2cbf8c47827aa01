import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { About, Interpretation, PolicyHead } from '../ir/program.ts';
import type { Status } from '../ir/outcome.ts';
import type { When } from './slip.ts';

/** What slips and their index say themselves, in one language. */
interface SlipWords {
  readonly slip: Readonly<Record<'pay' | 'other', string>>;
  readonly all: Readonly<Record<'pay' | 'other', string>>;
  readonly language: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly everybody: string;
  readonly number: string;
  readonly item: string;
  readonly result: string;
  readonly overview: string;
  readonly origin: string;
  readonly see: (number: string) => string;
  readonly clauses: string;
  readonly interpretations: string;
  readonly interpretationsIntro: string;
  readonly conventions: string;
  readonly conventionsIntro: string;
  readonly versions: string;
  readonly month: string;
  readonly rules: string;
  readonly when: (when: When) => string;
  readonly about: Readonly<Record<About, string>>;
  readonly status: (status: Interpretation['status']) => string;
  readonly version: (policy: PolicyHead) => string;
  readonly written: (by: string, on: string, revision: number) => string;
  readonly person: string;
  readonly total: string;
  readonly totalsIntro: string;
  readonly counts: Readonly<Record<Status, string>>;
  readonly people: string;
  readonly errors: (count: number) => string;
  readonly errorsIntro: string;
  readonly row: (line: number) => string;
  readonly noError: string;
}

const en: SlipWords = {
  slip: { pay: 'Pay slip', other: 'Statement' },
  all: { pay: 'Pay slips', other: 'Statements' },
  language: 'English',
  colon: ': ',
  semicolon: '; ',
  everybody: 'All people',
  number: 'No.',
  item: 'Item',
  result: 'Result',
  overview: 'Overview',
  origin: 'How it came about',
  see: (number) => `see ${number}`,
  clauses: 'Clauses',
  interpretations: 'Interpretations relied on',
  interpretationsIntro:
    'Where the source is silent, double or contradictory, these recorded answers were used. Numbers in brackets lead here.',
  conventions: 'Ordinary readings',
  conventionsIntro:
    'How the wording of clauses that this slip cites is usually read. No value depends on a choice here.',
  versions: 'Policies and their versions',
  month: 'Period',
  rules: 'Rules',
  when: ({ at, known, sourceOnly }) =>
    `in force on ${at}${known === undefined ? '' : `, as published by ${known}`}${sourceOnly ? ', by the source alone' : ''}`,
  about: {
    convention: 'a convention',
    doubt: 'a doubt about the source',
    fills: 'fills a gap in the source',
    chooses: 'chooses between readings of the source',
  },
  status: (status) =>
    status === 'proposed' ? 'proposed, not yet decided' : `decided by ${status.by} on ${status.date}`,
  version: ({ title, version, from, to, published }) =>
    `${title.en}, version ${version}, in force from ${from}${to === undefined ? '' : ` to ${to}`}, published ${published}`,
  written: (by, on, revision) => `Worked out by bylaw ${by} on ${on} from revision ${revision} of the handbook.`,
  person: 'Person',
  total: 'Total',
  totalsIntro:
    'Each total is the exact sum of the determined values on the slips. What is undetermined or in error is counted beside it, not added.',
  counts: {
    determined: 'determined',
    undetermined: 'undetermined',
    'not-applicable': 'not applicable',
    error: 'in error',
  },
  people: 'People',
  errors: (count) => `Rows in error: ${count}`,
  errorsIntro: 'These rows have no slip and count in no total. Mend them and run again.',
  row: (line) => `line ${line}`,
  noError: 'No row is in error.',
};

const zh: SlipWords = {
  slip: { pay: '薪酬单', other: '核算单' },
  all: { pay: '薪酬单汇总', other: '核算单汇总' },
  language: '中文',
  colon: '：',
  semicolon: '；',
  everybody: '全部人员',
  number: '序号',
  item: '项目',
  result: '结果',
  overview: '一览',
  origin: '计算过程',
  see: (number) => `见 ${number}`,
  clauses: '条款',
  interpretations: '所依据的解释',
  interpretationsIntro: '原文未写明、有两种说法或自相矛盾之处，按以下记录在案的答案处理。方括号内的编号指向此处。',
  conventions: '通常理解（惯例）',
  conventionsIntro: '对本单所引条款措辞的通常读法，不影响任何取舍。',
  versions: '制度及其版本',
  month: '结算期间',
  rules: '适用规定',
  when: ({ at, known, sourceOnly }) =>
    `${at}有效${known === undefined ? '' : `，以${known}之前公布的为准`}${sourceOnly ? '，仅按原文' : ''}`,
  about: { convention: '惯例', doubt: '对原文存疑', fills: '填补原文空白', chooses: '在不同理解中选择' },
  status: (status) => (status === 'proposed' ? '拟定，尚未决定' : `${status.by}于${status.date}决定`),
  version: ({ title, version, from, to, published }) =>
    `${title.zh}，第 ${version} 版，自${from}${to === undefined ? '起施行' : `至${to}施行`}，${published}发布`,
  written: (by, on, revision) => `由 bylaw ${by} 于 ${on} 按手册第 ${revision} 次修订计算。`,
  person: '人员',
  total: '合计',
  totalsIntro: '合计为各薪酬单上已确定数值的精确总和；未定或有错误的另行计数，不计入合计。',
  counts: { determined: '已确定', undetermined: '未定', 'not-applicable': '不适用', error: '错误' },
  people: '人员',
  errors: (count) => `有错误的行：${count}`,
  errorsIntro: '以下各行没有薪酬单，也不计入任何合计。请更正后重新计算。',
  row: (line) => `第 ${line} 行`,
  noError: '没有错误的行。',
};

export const slipWords: Readonly<Record<Language, SlipWords>> = { en, zh };

/** `October 2026`, `2026年10月`; a day stays as it is. */
export function periodInWords({ at, period }: Pick<When, 'at' | 'period'>): Texts {
  if (period === undefined) return { en: at, zh: at };
  const [year = '', month = ''] = period.split('-');
  const names = 'January February March April May June July August September October November December'.split(' ');
  const number = Number(month);
  return { en: `${names[number - 1] ?? month} ${year}`, zh: `${year}年${number}月` };
}

/** An aside, in the brackets of the language. */
export function inBrackets(text: string, language: Language): string {
  return { en: ` (${text})`, zh: `（${text}）` }[language];
}

/** All that a slip says of a list: its entries may be other people. */
export function entriesInWords(entries: number, language: Language): string {
  return { en: entries === 1 ? '1 entry' : `${entries} entries`, zh: `${entries} 条记录` }[language];
}

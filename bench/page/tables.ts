import type { Language, Texts } from '../../engine/diagnostic/diagnostic.ts';
import { field, type Measure } from '../peers/field.ts';
import type { Line, PeersResult } from '../peers/measured.ts';
import { byHand, fastestOfBylaw, linesOf, ratio } from '../peers/print.ts';
import type { Kept } from '../record.ts';
import { called } from './names.ts';
import type { Grown, ProcessLine, RunResult } from './results.ts';

/** A table of Markdown; numbers stand at the right. */
export const table = ([head = [], ...lines]: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const words = {
  wrong: { en: 'wrong rows', zh: '错误行' },
  rate: { en: 'rows a second', zh: '行/秒' },
  hand: { en: 'by hand = 1', zh: '手写 = 1' },
  own: { en: 'Bylaw = 1', zh: 'Bylaw = 1' },
  spread: { en: 'spread', zh: '离散' },
  explains: { en: 'what it gives to explain', zh: '提供的解释' },
  whole: { en: 'a batch of 100,000, ms', zh: '十万行一批，毫秒' },
  library: { en: 'library, ms', zh: '库，毫秒' },
  policy: { en: 'policy, ms', zh: '制度，毫秒' },
  heap: { en: 'heap, MB', zh: '堆，MB' },
  resident: { en: 'resident, MB', zh: '常驻，MB' },
  missing: { en: 'not measured', zh: '未测' },
  exponent: { en: 'grows with', zh: '增长' },
} satisfies Readonly<Record<string, Texts>>;

/** Rows a second and ratios, wrong rows first; who was not measured says why. */
export function speedTable(measure: Measure, result: PeersResult, language: Language): string {
  const lines = linesOf(measure, result);
  const hand = lines.find(({ name }) => name === byHand[measure])?.rate ?? NaN;
  const own = fastestOfBylaw(lines)?.rate ?? NaN;
  const extra = (line: Line): readonly string[] =>
    measure === 'explained'
      ? [field.find(({ name }) => name === line.name)?.explains[language] ?? '']
      : measure === 'batch'
        ? [figure((100_000 / line.rate) * 1000)]
        : [];
  return table([
    [
      '',
      words.wrong[language],
      words.rate[language],
      words.hand[language],
      words.own[language],
      words.spread[language],
      ...(measure === 'explained' ? [words.explains[language]] : []),
      ...(measure === 'batch' ? [words.whole[language]] : []),
    ],
    ...lines.map((line) => [
      nameOf(line, language),
      ...(line.missing === undefined
        ? [
            wrongOf(line, language),
            Math.round(line.rate).toLocaleString('en'),
            ratio(hand / line.rate),
            ratio(own / line.rate),
            `${String(Math.round(line.spread * 100))}%`,
          ]
        : [`${words.missing[language]}: ${line.missing}`, '', '', '', '']),
      ...extra(line),
    ]),
  ]);
}

/** What loading takes, the lightest first; who has nothing to load is left out. */
export function loadTable({ lines }: PeersResult, language: Language): string {
  const loading = lines
    .filter(({ name, missing }) => missing === undefined && !name.startsWith('hand-written'))
    .toSorted((a, b) => a.policy - b.policy);
  return table([
    ['', words.policy[language], words.library[language], words.heap[language], words.resident[language]],
    ...loading.map((line) => [
      nameOf(line, language),
      line.policy.toFixed(1),
      line.library.toFixed(1),
      line.heap.toFixed(1),
      line.resident.toFixed(1),
    ]),
  ]);
}

const nameOf = ({ name }: Line, language: Language): string =>
  name.startsWith('Bylaw') ? `**${called(name, language)}**` : called(name, language);

const wrongOf = ({ wrong, rows }: Line, language: Language): string =>
  wrong === 0
    ? '0'
    : language === 'zh'
      ? `**${rows.toLocaleString('en')} 行中 ${wrong.toLocaleString('en')} 行**`
      : `**${wrong.toLocaleString('en')} of ${rows.toLocaleString('en')}**`;

/** Runs from file to file. */
export function runTable({ rows, wrong, lines }: RunResult, language: Language): string {
  const duckdb = lines.find(({ name }) => name.startsWith('DuckDB'))?.seconds ?? NaN;
  const heads: Readonly<Record<Language, readonly string[]>> = {
    en: [`${rows.toLocaleString('en')} rows`, 'seconds', 'rows a second', 'DuckDB = 1', 'memory, MB'],
    zh: [`${rows.toLocaleString('en')} 行`, '秒', '行/秒', 'DuckDB = 1', '内存，MB'],
  };
  const differ =
    language === 'zh'
      ? `与 DuckDB 结果不同的行：${wrong.toLocaleString('en')}。`
      : `Rows that Bylaw and DuckDB answer otherwise: ${wrong.toLocaleString('en')}.`;
  const cells = lines.map(({ name, seconds, memory }) => [
    language === 'zh' ? name.replace(', threads: ', '，线程数：') : name,
    seconds.toFixed(2),
    Math.round(rows / seconds).toLocaleString('en'),
    ratio(seconds / duckdb),
    String(Math.round(memory / 1e6)),
  ]);
  return `${table([heads[language], ...cells])}\n\n${differ}`;
}

/** Milliseconds of whole processes. */
export function processTable(lines: readonly ProcessLine[], language: Language): string {
  const heads: Readonly<Record<Language, readonly string[]>> = {
    en: ['', 'at most', 'middle', 'least', 'the very first'],
    zh: ['', '至多', '中位', '最少', '首次'],
  };
  return table([
    heads[language],
    ...lines.map(({ name, aim, median, least, first }) => [
      `\`${name}\``,
      aim === undefined ? '' : String(aim),
      aim !== undefined && median > aim ? `**${figure(median)}**` : figure(median),
      figure(least),
      figure(first),
    ]),
  ]);
}

/** Costs at each size and the power that they grow with. */
export function growthTable(size: Texts, all: readonly Grown[], language: Language): string {
  const sizes = all[0]?.points.map(([at]) => at.toLocaleString('en')) ?? [];
  return table([
    [size[language], ...sizes, words.exponent[language]],
    ...all.map(({ name, points, exponent }) => [
      called(name, language),
      ...points.map(([, cost]) => figure(cost)),
      `n^${exponent.toFixed(2)}`,
    ]),
  ]);
}

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();

/** On what and when something was measured, and how quiet it was there. */
export function machineLine({ date, machine }: Kept<unknown>, language: Language): string {
  const { cores, model, memory, node, platform, load } = machine;
  return language === 'zh'
    ? `${date}，${model}，${String(cores)} 核，${String(memory)} GB，${platform}，Node ${node}；开始时系统负载 ${load.toFixed(2)}。`
    : `${date}, ${model}, ${String(cores)} cores, ${String(memory)} GB, ${platform}, Node ${node}; load of the machine when it began: ${load.toFixed(2)}.`;
}

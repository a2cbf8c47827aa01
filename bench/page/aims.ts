import type { Language, Texts } from '../../engine/diagnostic/diagnostic.ts';
import type { Line } from '../peers/measured.ts';
import { ratio } from '../peers/print.ts';
import { kept } from './results.ts';
import { table } from './tables.ts';

interface Aim {
  readonly what: Texts;
  /** The most that it may come to. */
  readonly most: number;
  readonly unit: 'times' | 'ms';
  /** What it comes to; undefined where it was not measured. */
  readonly reached: number | undefined;
  /** How many times faster than others it came out, where the aim says so too. */
  readonly ahead?: Texts;
}

const lines = (): readonly Line[] => kept('peers')?.result.lines.filter(({ rate }) => rate > 0) ?? [];
const rateOf = (...names: readonly string[]): number | undefined => {
  const found = lines().filter(({ name }) => names.includes(name));
  return found.length === 0 ? undefined : Math.max(...found.map(({ rate }) => rate));
};
/** How many times slower than by hand. */
const slower = (hand: string, ...own: readonly string[]): number | undefined => {
  const [by, is] = [rateOf(hand), rateOf(...own)];
  return by === undefined || is === undefined ? undefined : by / is;
};

/** The fastest other engine among those that answer all rows rightly, or among those that do not. */
function best(isExact: boolean): Line | undefined {
  const others = lines().filter(({ name }) => !/^(?:Bylaw|hand-written|DuckDB)/.test(name));
  return others.filter(({ wrong }) => (wrong === 0) === isExact).toSorted((a, b) => b.rate - a.rate)[0];
}

function aheadOf(own: number | undefined, ...others: readonly (Line | undefined)[]): Texts {
  const said = others.flatMap((one) =>
    one === undefined || own === undefined ? [] : [{ name: one.name, times: ratio(own / one.rate) }],
  );
  return {
    en: said.map(({ name, times }) => `${times} times the speed of ${name}`).join(', '),
    zh: said.map(({ name, times }) => `为 ${name} 的 ${times} 倍`).join('，'),
  };
}

function aims(): readonly Aim[] {
  const closures = 'Bylaw, compiled closures';
  const emitted = 'Bylaw, emitted module';
  const named = (name: string): Line | undefined => lines().find((line) => line.name === name);
  const run = kept('run')?.result;
  const seconds = (who: string): number | undefined => {
    const all = run?.lines.flatMap((line) => (line.name.startsWith(who) ? [line.seconds] : [])) ?? [];
    return all.length === 0 ? undefined : Math.min(...all);
  };
  const [ownRun, duckRun] = [seconds('Bylaw'), seconds('DuckDB')];
  return [
    {
      what: {
        en: 'one decision, compiled closures against hand-written scaled integers',
        zh: '单次决定：编译闭包对手写放大整数',
      },
      most: 6,
      unit: 'times',
      reached: slower('hand-written scaled integers', closures),
      ahead: aheadOf(rateOf(closures), best(true), named('cel-js over hand-scaled integers'), best(false)),
    },
    {
      what: {
        en: 'one decision, emitted module against hand-written scaled integers',
        zh: '单次决定：生成的模块对手写放大整数',
      },
      most: 1.5,
      unit: 'times',
      reached: slower('hand-written scaled integers', emitted),
      ahead: aheadOf(rateOf(emitted), best(true), named('cel-js over hand-scaled integers')),
    },
    {
      what: {
        en: 'decimal text in, decimal text out, against hand-written scaled integers doing the same',
        zh: '十进制文本进出：对同样进出的手写放大整数',
      },
      most: 2,
      unit: 'times',
      reached: slower(
        'hand-written scaled integers, text in and out',
        'Bylaw, emitted module, text in and out',
        'Bylaw, compiled closures, text in and out',
      ),
    },
    {
      what: {
        en: 'a batch, columns against a hand-written loop over typed arrays',
        zh: '批量：按列对手写类型化数组循环',
      },
      most: 3,
      unit: 'times',
      reached: slower('hand-written loop over typed arrays', 'Bylaw, columns'),
      ahead: aheadOf(rateOf('Bylaw, columns'), named('DuckDB in its own tables, one thread')),
    },
    {
      what: { en: 'full explanation against a hand-written list of steps', zh: '完整解释：对手写步骤列表' },
      most: 20,
      unit: 'times',
      reached: slower('hand-written scaled integers with a list of steps', 'Bylaw, with explanation'),
      ahead: aheadOf(
        rateOf('Bylaw, with explanation'),
        named('zen-engine, graph with trace'),
        named('hand-written list of steps for an auditor'),
      ),
    },
    {
      what: {
        en: 'load of this policy from a bundle, in a process that has loaded others',
        zh: '从规则包载入本制度（进程内已载入过）',
      },
      most: 5,
      unit: 'ms',
      reached: kept('load')?.result.warm,
    },
    {
      what: { en: 'the same in a process that has done nothing yet', zh: '同上，全新进程' },
      most: 5,
      unit: 'ms',
      reached: kept('load')?.result.cold,
    },
    {
      what: {
        en: '`bylaw run` from CSV to CSV, 1 million rows, against DuckDB doing the same on one thread',
        zh: '`bylaw run` CSV→CSV 一百万行：对 DuckDB 单线程做同样的事',
      },
      most: 1,
      unit: 'times',
      reached: ownRun === undefined || duckRun === undefined ? undefined : ownRun / duckRun,
    },
  ];
}

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['', 'at most', 'reached', '', 'beside'],
  zh: ['', '至多', '达到', '', '并列比较'],
};

/** What was aimed at beside what was reached; what was missed stands out. */
export function aimsTable(language: Language): string {
  const unitOf = (unit: Aim['unit']): string =>
    unit === 'ms' ? (language === 'zh' ? '毫秒' : 'ms') : language === 'zh' ? '倍' : 'times';
  return table([
    heads[language],
    ...aims().map(({ what, most, unit, reached, ahead }) => [
      what[language],
      `${String(most)} ${unitOf(unit)}`,
      reached === undefined ? (language === 'zh' ? '未测' : 'not measured') : `${ratio(reached)} ${unitOf(unit)}`,
      reached === undefined ? '' : reached <= most ? '✓' : language === 'zh' ? '**未达**' : '**missed**',
      ahead?.[language] ?? '',
    ]),
  ]);
}

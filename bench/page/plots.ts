import type { Language, Texts } from '../../engine/diagnostic/diagnostic.ts';
import type { Measure } from '../peers/field.ts';
import type { PeersResult } from '../peers/measured.ts';
import { linesOf } from '../peers/print.ts';
import { called } from './names.ts';
import type { Grown } from './results.ts';

const kinds = {
  own: 'Bylaw',
  hand: { en: 'written by hand', zh: '手写' },
  others: { en: 'other engines', zh: '其他引擎' },
  right: { en: 'all rows right', zh: '全部正确' },
  wrong: { en: 'some rows wrong', zh: '有错误行' },
};

/** Who decides how many rows a second, the fastest at the top: a sign each, whose form says whether all rows were right. */
export function speedPlot(title: Texts, measure: Measure, result: PeersResult, language: Language): object {
  const lines = linesOf(measure, result).filter(({ rate }) => rate > 0);
  const values = lines.map(({ name, rate, wrong }) => ({
    name: called(name, language),
    rate,
    label: written(rate),
    who: name.startsWith('Bylaw')
      ? kinds.own
      : name.startsWith('hand-written')
        ? kinds.hand[language]
        : kinds.others[language],
    right: wrong === 0 ? kinds.right[language] : kinds.wrong[language],
  }));
  const rates = lines.map(({ rate }) => rate);
  // Room for the labels behind the signs.
  const domain = [Math.min(...rates) / 2, Math.max(...rates) * 6];
  return {
    title: title[language],
    width: 600,
    height: { step: 25 },
    data: { values },
    encoding: {
      y: { field: 'name', type: 'nominal', sort: null, title: null },
      x: {
        field: 'rate',
        type: 'quantitative',
        scale: { type: 'log', domain, nice: false },
        axis: {
          title: language === 'zh' ? '每秒行数（对数刻度）' : 'rows a second (logarithmic)',
          format: '~s',
          values: powersWithin(domain),
        },
      },
    },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 1, color: '#d0d7de' },
        encoding: { x2: { datum: domain[0] } },
      },
      {
        mark: { type: 'point', filled: true, size: 130, opacity: 1 },
        encoding: {
          color: {
            field: 'who',
            type: 'nominal',
            scale: {
              domain: [kinds.own, kinds.hand[language], kinds.others[language]],
              range: ['#0969da', '#6e7781', '#bc4c00'],
            },
            legend: { title: null, orient: 'bottom', columnPadding: paddingIn(language) },
          },
          shape: {
            field: 'right',
            type: 'nominal',
            scale: { domain: [kinds.right[language], kinds.wrong[language]], range: ['circle', 'cross'] },
            legend: { title: null, orient: 'bottom', columnPadding: paddingIn(language) },
          },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 11, fontSize: 11.5, color: '#1f2328' },
        encoding: { text: { field: 'label' } },
      },
    ],
  };
}

/** Widths are guessed where there is no browser: too wide for Latin letters, too narrow for Chinese ones. */
const paddingIn = (language: Language): number => (language === 'zh' ? 30 : 4);

/** The powers of ten between the two. */
const powersWithin = ([low = 1, high = 1]: readonly number[]): readonly number[] =>
  Array.from({ length: 20 }, (_, i) => 10 ** (i - 5)).filter((power) => power >= low && power <= high);

/** `1.5 M`, `730 k`, `88`. */
const written = (rate: number): string => {
  const [unit, by] = rate >= 1e6 ? [' M', 1e6] : rate >= 1e3 ? [' k', 1e3] : ['', 1];
  const scaled = rate / by;
  return `${scaled >= 100 ? scaled.toFixed(0) : String(Number(scaled.toPrecision(2)))}${unit}`;
};

const colours = ['#0969da', '#bc4c00', '#1a7f37', '#8250df', '#bf3989', '#6e7781'];

/** Costs over sizes, both logarithmic, so that a power is a straight line; what it was fitted to stands behind each name. */
export function growthPlot(
  { title, size, cost }: { readonly title: Texts; readonly size: Texts; readonly cost: Texts },
  series: readonly Grown[],
  language: Language,
): object {
  const legend = ({ name, exponent }: Grown): string => `${called(name, language)}: n^${exponent.toFixed(2)}`;
  const values = series.flatMap((one) => one.points.map(([at, took]) => ({ name: legend(one), at, took })));
  const costs = values.map(({ took }) => took);
  const sizes = [...new Set(values.map(({ at }) => at))];
  return {
    title: title[language],
    width: 680,
    height: 320,
    data: { values },
    mark: { type: 'line', point: { filled: true, size: 70 }, strokeWidth: 2 },
    encoding: {
      x: {
        field: 'at',
        type: 'quantitative',
        scale: { type: 'log', nice: false, padding: 14 },
        axis: { title: size[language], values: sizes, format: ',', labelOverlap: 'greedy' },
      },
      y: {
        field: 'took',
        type: 'quantitative',
        scale: { type: 'log', nice: true },
        axis: {
          title: cost[language],
          format: ',~r',
          values: powersWithin([Math.min(...costs) / 10, Math.max(...costs) * 10]),
        },
      },
      color: {
        field: 'name',
        type: 'nominal',
        sort: null,
        scale: { domain: series.map(legend), range: colours },
        legend: { title: null, orient: 'bottom', columns: 2, columnPadding: paddingIn(language) },
      },
      shape: {
        field: 'name',
        type: 'nominal',
        sort: null,
        scale: { domain: series.map(legend) },
        legend: { title: null, orient: 'bottom', columns: 2, columnPadding: paddingIn(language) },
      },
    },
  };
}

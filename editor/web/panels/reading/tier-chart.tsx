import type { VNode } from 'preact';
import {
  extent,
  type Chart,
  type ChartStep,
  type Stretch,
  type Tick,
  type TierReading,
} from '../../../../engine/service/index.ts';
import { useWords } from '../../words.ts';
import { readingWords } from './words.ts';
import { sortOf, type Notes, type Sort } from '../../parts/marks.tsx';

interface TierChartProps {
  readonly chart: Chart;
  readonly tiers: TierReading;
  readonly notes: Notes;
}

const width = 408;
const height = 188;
const left = 46;
const right = 8;
const top = 12;
const bottom = 26;

const x = (place: number): number => left + (place * (width - left - right)) / extent;
const y = (place: number): number => height - bottom - (place * (height - top - bottom)) / extent;

/** The tiers as steps: who reaches how much gets what. What no tier covers is hatched red, what two cover orange. */
export function TierChart({ chart, tiers, notes }: TierChartProps): VNode {
  const { say, pick } = useWords(readingWords);
  const sorts = tiers.rows.flatMap((row) => (row.row === 'tier' ? [sortOf(row, notes)] : []));
  const legend: readonly (readonly [string, keyof typeof readingWords])[] = [
    ['plain', 'legendPlain'],
    ...(sorts.includes('marked') ? [['marked', 'legendMarked'] as const] : []),
    ...(sorts.includes('own') ? [['own', 'legendOwn'] as const] : []),
    ...(chart.holes.length > 0 ? [['hole', 'legendHole'] as const] : []),
    ...(chart.overlaps.length > 0 ? [['overlap', 'legendOverlap'] as const] : []),
  ];
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${say('chartOf')}: ${tiers.title === undefined ? tiers.by : pick(tiers.title)}`}
      >
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" class="hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="6" class="hatch-line" />
          </pattern>
        </defs>
        {spaced(chart.up, 900).map(({ at, label }) => (
          <g key={label}>
            <line class="grid" x1={left} x2={width - right} y1={y(at)} y2={y(at)} />
            <text class="tick" x={left - 6} y={y(at) + 3.5} text-anchor="end">
              {label}
            </text>
          </g>
        ))}
        {spaced(chart.across, 950).map(({ at, label }) => (
          <text key={label} class="tick" x={x(at)} y={height - bottom + 16} text-anchor="middle">
            {label}
          </text>
        ))}
        {chart.holes.map((hole) => (
          <Area key={`hole ${hole.from}`} stretch={hole} sort="hole" />
        ))}
        {chart.overlaps.map((overlap) => (
          <Area key={`overlap ${overlap.from}`} stretch={overlap} sort="overlap" />
        ))}
        {chart.steps.map((step) => (
          <Step key={step.tier} step={step} sort={sorts[step.tier] ?? 'plain'} />
        ))}
      </svg>
      <figcaption>
        {legend.map(([sort, word]) => (
          <span key={sort} class="legend">
            <span class={`swatch ${sort}`} />
            {say(word)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Seen even where it is a single point. */
function Area({ stretch, sort }: { readonly stretch: Stretch; readonly sort: 'hole' | 'overlap' }): VNode {
  const from = x(stretch.from);
  return (
    <rect
      class={`area ${sort}`}
      x={from - 1}
      y={top}
      width={Math.max(x(stretch.to) - from, 1) + 1}
      height={height - top - bottom}
    />
  );
}

function Step({ step, sort }: { readonly step: ChartStep; readonly sort: Sort }): VNode {
  const level = y(step.height);
  const isWide = x(step.to) - x(step.from) > 10;
  return (
    <g class={`step ${sort}`}>
      <rect
        class="under"
        x={x(step.from)}
        y={level}
        width={Math.max(x(step.to) - x(step.from), 0)}
        height={height - bottom - level}
      />
      <line x1={x(step.from)} x2={x(step.to)} y1={level} y2={level} />
      {isWide && step.start !== 'none' && <circle class={step.start} cx={x(step.from)} cy={level} r="2.6" />}
      {isWide && step.end !== 'none' && <circle class={step.end} cx={x(step.to)} cy={level} r="2.6" />}
    </g>
  );
}

/** Leaves out labels that would stand on one another; the first is always kept. */
function spaced(ticks: readonly Tick[], distance: number): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || tick.at - last.at >= distance) kept.push(tick);
  }
  return kept;
}

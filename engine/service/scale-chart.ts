import type { Band, Bands, Bound, Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import { printValue, type RangeEnd } from '../value/print.ts';
import { drawChart, type Chart, type Drawn } from './chart.ts';
import { faultsOf } from './scale-faults.ts';

/** A scale as a chart, with what is wrong with it; undefined where an end or a value is computed: it cannot be drawn before a question. */
export function scaleChart(bands: Bands, program: Program): Chart | undefined {
  const { holes, overlaps } = faultsOf(bands, program);
  const drawn = bands.bands.map(drawnOf);
  if (drawn.includes(undefined)) return undefined;
  return drawChart(
    drawn.filter((tier) => tier !== undefined),
    holes,
    overlaps,
    (value) => printValue(value, program),
  );
}

function drawnOf({ range, value: marked }: Band): Drawn | undefined {
  const value = unmarked(marked);
  const [low, high] = [endOf(range.low), endOf(range.high)];
  if (low === 'computed' || high === 'computed' || value.op !== 'literal') return undefined;
  return { low, high, value: value.value };
}

function unmarked(value: Ir): Ir {
  return value.op === 'mark' ? unmarked(value.value) : value;
}

function endOf(bound: Bound | undefined): RangeEnd | undefined | 'computed' {
  if (bound === undefined) return undefined;
  return bound.at.op === 'literal' ? { value: bound.at.value, open: bound.open } : 'computed';
}

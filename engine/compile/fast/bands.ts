import type { Bands, Bound, Ir } from '../../ir/ir.ts';
import { joined } from './branches.ts';
import { leave, type Fast, type FastNumber } from './run.ts';
import { inForm } from './scaled.ts';

/** A slab scale with fixed ends; undefined for any other, which is worked out exactly. */
export function bands(node: Bands, compile: (ir: Ir) => Fast): Fast | undefined {
  const by = compile(node.by);
  const lows = node.bands.map(({ range }) => endOf(range.low, compile));
  const highs = node.bands.map(({ range }) => endOf(range.high, compile));
  const ends = [...lows, ...highs];
  if (node.mode !== 'slab' || by.is !== 'number' || !ends.every((end) => end !== undefined)) return undefined;
  const scale = Math.max(by.scale, ...ends.map((end) => end?.scale ?? 0));
  const units = (end: FastNumber | null | undefined): number =>
    end ? (inForm(end, scale, false).constant ?? NaN) : NaN;
  return lookUp(inForm(by, scale, by.quotient), {
    lows: lows.map((end) => (end === null ? -Infinity : units(end))),
    highs: highs.map((end) => (end === null ? Infinity : units(end))),
    lowOpen: node.bands.map(({ range }) => range.low?.open === true),
    highOpen: node.bands.map(({ range }) => range.high?.open === true),
    values: node.bands.map(({ value }) => compile(value)),
  });
}

/** A fixed end, null where the band has none; undefined when it is not fixed. */
function endOf(bound: Bound | undefined, compile: (ir: Ir) => Fast): FastNumber | null | undefined {
  if (bound === undefined) return null;
  const end = compile(bound.at);
  return end.is === 'number' && end.constant !== undefined ? end : undefined;
}

/** Bands side by side, their ends in units of the scale. */
interface Spans {
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  readonly lowOpen: readonly boolean[];
  readonly highOpen: readonly boolean[];
  readonly values: readonly Fast[];
}

/** Does no number lie in two bands? Bands that overlap are an error where they do, which the exact layer tells. */
function apart({ lows, highs, lowOpen, highOpen }: Spans): boolean {
  const rising = lows.map((_, i) => i).toSorted((a, b) => (lows[a] ?? NaN) - (lows[b] ?? NaN));
  return rising.every((band, i) => {
    const next = rising[i + 1];
    if (next === undefined) return true;
    const [high, low] = [highs[band] ?? NaN, lows[next] ?? NaN];
    return high < low || (high === low && (highOpen[band] === true || lowOpen[next] === true));
  });
}

/** The value of the band that holds the number. Of a quotient the ends are multiplied by its denominator. */
function lookUp(
  { run: by, quotient }: FastNumber,
  { lows, highs, lowOpen, highOpen, values }: Spans,
): Fast | undefined {
  const finite = [...lows, ...highs].map(Math.abs).filter((end) => end !== Infinity);
  if (!apart({ lows, highs, lowOpen, highOpen, values })) return undefined;
  const widest = Math.floor(Number.MAX_SAFE_INTEGER / Math.max(1, ...finite));
  if (Number.isNaN(widest)) return undefined;
  return joined(values, (runs) => (run) => {
    const units = by(run);
    const below = quotient ? run.denominator : 1;
    if (below > widest) leave();
    for (let i = 0; i < runs.length; i += 1) {
      const low = (lows[i] ?? NaN) * below;
      const high = (highs[i] ?? NaN) * below;
      const above = lowOpen[i] === true ? units > low : units >= low;
      if (above && (highOpen[i] === true ? units < high : units <= high)) return (runs[i] ?? leave)(run);
    }
    // Between the bands: the exact layer names the hole.
    return leave();
  });
}

import { largestRounded } from '../../../plain/round.ts';
import type { NumberOperation } from '../../../plain/tree.ts';
import { held, js, leaveIf, put, within, type At, type Js } from './block.ts';
import { whole, type Ratio } from './ratio.ts';

type Rounded = Extract<NumberOperation, { op: 'rounded' }>;

/**
 * The nearest multiple of the step, in units. Whole numbers up to 2^52: their quotient is never so near to a whole number that a
 * double could not tell, so that `Math.floor` and `Math.ceil` of it are exact.
 */
export function rounded({ up, down, step, mode, marks }: Rounded, of: Ratio, at: At): Ratio {
  const above = held(up === 1 ? of.units : js(`${within(of.units, 1)} * ${String(up)}`, 1), at);
  const by = held(divisor(of.below, down), at);
  const longest = Math.max(Math.abs(of.least), Math.abs(of.most)) * up;
  const size = of.least < 0 ? `Math.abs(${above.text})` : above.text;
  if (!(longest <= largestRounded)) leaveIf(`${size} > ${String(largestRounded)}`, at);
  if (!(of.widest * down <= largestRounded)) leaveIf(`${by.text} > ${String(largestRounded)}`, at);
  if (marks !== 0) put(at, `if (${above.text} % ${by.text} !== 0) ${at.flags} |= ${String(marks)};`);
  const steps = by.text === '1' ? above : nearest(mode, above, by, of.least < 0, at);
  // A quotient is nearer to zero than what stands above its line.
  const end = (units: number): number => (Math.ceil((Math.abs(units) * up) / down) + 1) * step * Math.sign(units);
  const limit = (units: number): number => Math.max(-largestRounded, Math.min(largestRounded, units));
  const [least, most] = [Math.min(0, end(of.least)), Math.max(0, end(of.most))];
  if (step === 1) return whole(steps, limit(least), limit(most));
  const result = js(`${within(steps, 1)} * ${String(step)}`, 1);
  if (least >= -largestRounded && most <= largestRounded) return whole(result, least, most);
  const name = held(result, at);
  leaveIf(`Math.abs(${name.text}) > ${String(largestRounded)}`, at);
  return whole(name, limit(least), limit(most));
}

function divisor(below: Js, down: number): Js {
  if (below.text === '1') return js(String(down));
  return down === 1 ? below : js(`${within(below, 1)} * ${String(down)}`, 1);
}

function nearest(mode: Rounded['mode'], above: Js, by: Js, signed: boolean, at: At): Js {
  const over = (size: Js): string => `${within(size, 1)} / ${by.text}`;
  if (mode === 'floor' || (mode === 'down' && !signed)) return js(`Math.floor(${over(above)})`);
  // Never −0.
  if (mode === 'ceil' && signed) return js(`Math.ceil(${over(above)}) + 0`, 2);
  if (mode === 'ceil' || (mode === 'up' && !signed)) return js(`Math.ceil(${over(above)})`);
  const size = signed ? held(js(`Math.abs(${above.text})`), at) : above;
  const steps = held(sizeOf(mode, size, by, over, at), at);
  return signed ? held(js(`${above.text} < 0 ? 0 - ${steps.text} : ${steps.text}`, 6), at) : steps;
}

/** Of a number that is not negative. */
function sizeOf(mode: Rounded['mode'], size: Js, by: Js, over: (size: Js) => string, at: At): Js {
  const half = Math.floor(Number(by.text) / 2);
  switch (mode) {
    case 'up':
      return js(`Math.ceil(${over(size)})`);
    case 'half-up': {
      if (!Number.isNaN(half)) return js(`Math.floor((${size.text} + ${String(half)}) / ${by.text})`);
      const steps = held(js(`Math.floor(${over(size)})`), at);
      return js(`(${size.text} - ${steps.text} * ${by.text}) * 2 >= ${by.text} ? ${steps.text} + 1 : ${steps.text}`, 6);
    }
    case 'half-even': {
      const steps = held(js(`Math.floor(${over(size)})`), at);
      const rest = held(js(`(${size.text} - ${steps.text} * ${by.text}) * 2 - ${by.text}`, 2), at);
      return js(
        `${rest.text} > 0 || (${rest.text} === 0 && ${steps.text} % 2 === 1) ? ${steps.text} + 1 : ${steps.text}`,
        6,
      );
    }
    default:
      return js(`Math.floor(${over(size)})`);
  }
}

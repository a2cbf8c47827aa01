import type { Program } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import { digitsAt } from './scaled.ts';
import { unitsBehind } from './written.ts';

/** Prints units at a scale as `printValue` prints their number; undefined for types that it prints in several units. */
export function unitsPrinter(type: Type, scale: number, program: Program): ((units: number) => string) | undefined {
  // Of a percentage the ratio's point stands two places further to the left.
  const shown = type.is === 'percent' ? scale - 2 : scale;
  const [unit] = type.is === 'quantity' || type.is === 'duration' ? [] : unitsBehind(type, program);
  if (unit === undefined || shown < 0) return undefined;
  const least = type.is === 'money' ? program.moneyDecimals : 0;
  return decimals(shown, least, unit);
}

/** What stands behind the point is the same for many numbers; where it can be more than this, it is written anew. */
const mostEnds = 1000;

/** Prints units at a scale with so many decimals at least and none that is needless, and what stands behind them. */
export function decimals(scale: number, least: number, behind: string): (units: number) => string {
  const power = 10 ** scale;
  const ends: (string | undefined)[] = Array.from({ length: Math.min(power, mostEnds) });
  return (units) => {
    const size = Math.abs(units);
    const part = size % power;
    const end = ends[part] ?? digitsAt(part, scale, least).slice(1) + behind;
    if (part < ends.length) ends[part] = end;
    return `${units < 0 ? '-' : ''}${(size - part) / power}${end}`;
  };
}

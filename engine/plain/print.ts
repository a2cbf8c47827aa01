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
  return (units) => digitsAt(units, shown, least) + unit;
}

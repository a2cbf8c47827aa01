import type { Fact, Program } from '../ir/program.ts';
import { unitsAt } from './scaled.ts';
import { scaleOf } from './slots.ts';
import { endOf, unitsBehind } from './written.ts';

/** Amounts in their plainest form, within the fact's range, as units; NaN for all other text, which may still be right. */
export function amounts(fact: Fact, program: Program): (text: string) => number {
  const { range, type } = fact;
  if (range !== undefined && range.range !== 'interval') return () => NaN;
  const scale = scaleOf(fact, program);
  const written = type.is === 'percent' ? scale - 2 : scale;
  const [least, most] = [endOf(range?.low, scale, 1), endOf(range?.high, scale, -1)];
  const units = unitsBehind(type, program);
  return (text) => {
    const unit = units.find((each) => text.endsWith(each));
    const number = unit === undefined ? NaN : unitsAt(text, written, text.length - unit.length);
    return number >= least && number <= most ? number : NaN;
  };
}

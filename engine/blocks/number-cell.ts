import { scaleOf, unitsOf } from '../plain/slots.ts';
import { endOf, unitsBehind } from '../plain/written.ts';
import type { Fact, Program } from '../ir/program.ts';
import { inUnit } from '../tables/mapping/in-unit.ts';
import { readValue } from '../value/read.ts';

/** How the bytes of a cell are a number of a fact in its plainest form; all other forms take the whole reader. */
export interface NumberCell {
  /** Whole units of the fact's scale (`12.50` at scale 2 is 1250) must lie between these. */
  readonly least: number;
  readonly most: number;
  /** What may stand behind the digits, and how many decimals the digits may have then. */
  readonly units: readonly { readonly bytes: Uint8Array; readonly decimals: number }[];
  /** Decimals of a number without a unit; −1 where it must have one. */
  readonly bare: number;
}

/** Undefined where no form is plain. `unit`: what bare numbers of the column count, by the mapping. */
export function numberCell(fact: Fact, unit: string | undefined, program: Program): NumberCell | undefined {
  const scale = scaleOf(fact, program);
  const { range, type } = fact;
  if (range !== undefined && range.range !== 'interval') return undefined;
  const [least, most] = [endOf(range?.low, scale, 1), endOf(range?.high, scale, -1)];
  if (Number.isNaN(least) || Number.isNaN(most)) return undefined;
  // What the reader makes of one number says by how many places a unit moves the point: a percentage by two, most by none.
  const decimalsOf = (text: string): number => {
    const units = unitsOf(readValue(text, type, program), scale);
    const places = [0, 2].find((moved) => units === 7 * 10 ** (scale - moved));
    return places === undefined ? -1 : scale - places;
  };
  const units = unitsBehind(type, program)
    .filter((text) => text !== '')
    .map((text) => ({ bytes: new TextEncoder().encode(text), decimals: decimalsOf(`7${text}`) }))
    .filter(({ decimals }) => decimals >= 0);
  const hasBare = type.is === 'number' || unit !== undefined;
  const bare = hasBare ? decimalsOf(unit === undefined ? '7' : inUnit('7', unit)) : -1;
  return units.length === 0 && bare < 0 ? undefined : { least, most, units, bare };
}

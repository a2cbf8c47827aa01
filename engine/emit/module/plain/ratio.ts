import { js, type Js } from './block.ts';

/** A number as JavaScript: its units, what they are to be divided by, and how long these can be. */
export interface Ratio {
  readonly units: Js;
  readonly below: Js;
  readonly least: number;
  readonly most: number;
  /** The greatest denominator. */
  readonly widest: number;
}

export const one: Js = js('1');

export function whole(units: Js, least: number, most: number): Ratio {
  return { units, below: one, least, most, widest: 1 };
}

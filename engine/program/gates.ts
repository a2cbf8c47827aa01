import type { Checker } from '../expression/environment.ts';
import type { Range } from '../ir/ir.ts';
import { money, number, percent, type Type } from '../ir/type.ts';
import { constantRange } from './facts.ts';
import type { Sources } from './read.ts';

/** What of an effect on a population may make a change fail. */
export const gateMeasures = [
  'total-increase',
  'total-decrease',
  'largest-increase',
  'largest-decrease',
  'changed',
  'became-undetermined',
  'errors',
] as const;
export type GateMeasure = (typeof gateMeasures)[number];

/** A measure and the values at which a change fails. */
export interface Gate {
  readonly measure: GateMeasure;
  readonly range: Range;
  /** As it is written: `> 50000 CNY`. */
  readonly text: string;
}

/** The gates of the manifest's `review`; a mistake in one is reported, and it is none. */
export function gatesOf({ manifest }: Sources, currency: string, checker: Checker): readonly Gate[] {
  const written = manifest?.value.review?.['fail-if'];
  if (manifest === undefined || written === undefined) return [];
  return gateMeasures.flatMap((measure): readonly Gate[] => {
    const cell = written[measure];
    if (cell === undefined) return [];
    const range = constantRange(cell, typeOf(measure, currency), checker);
    const { start, end } = cell.span;
    return range === undefined ? [] : [{ measure, range, text: manifest.file.text.slice(start, end) }];
  });
}

function typeOf(measure: GateMeasure, currency: string): Type {
  switch (measure) {
    case 'total-increase':
    case 'total-decrease':
    case 'largest-increase':
    case 'largest-decrease':
      return money(currency);
    case 'changed':
      return percent;
    case 'became-undetermined':
    case 'errors':
      return number;
  }
}

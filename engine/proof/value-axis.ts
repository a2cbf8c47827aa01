import type { Range } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { sameValue } from '../value/compare.ts';
import type { Domain } from './domain.ts';
import { literals, no, yes, type Verdicts } from './verdict.ts';

/** A column of single values in no order: one atom each, and one for any other value where there may be one. */
export interface ValueAxis {
  readonly is: 'values';
  readonly size: number;
  readonly verdicts: readonly Verdicts[];
  /** By atom. */
  readonly values: readonly Value[];
  /** Stands for all other values as the last atom; `example` is one of them. */
  readonly other?: { readonly example: Value | undefined };
}

export function valueAxis(domain: Exclude<Domain, { is: 'line' }>, cells: readonly Range[]): ValueAxis {
  if (domain.is === 'members') return build(domain.values, undefined, cells);
  const named = distinct([...domain.except, ...cells.flatMap(literals)]);
  const possible = named.filter((value) => !holds(domain.except, value));
  return build(possible, { example: domain.other?.(named) }, cells);
}

function build(values: readonly Value[], other: ValueAxis['other'], cells: readonly Range[]): ValueAxis {
  const size = values.length + (other === undefined ? 0 : 1);
  const verdicts = cells.map((cell) => {
    const says = new Uint8Array(size).fill(otherAccepted(cell) ? yes : no);
    values.forEach((value, atom) => {
      says[atom] = accepts(cell, value) ? yes : no;
    });
    return says;
  });
  return { is: 'values', size, verdicts, values, ...(other === undefined ? {} : { other }) };
}

const otherAccepted = (cell: Range): boolean => cell.range === 'any' || (cell.range === 'set' && cell.none);

function accepts(cell: Range, value: Value): boolean {
  return cell.range === 'set' ? holds(literals(cell), value) !== cell.none : cell.range === 'any';
}

const holds = (values: readonly Value[], value: Value): boolean => values.some((one) => sameValue(one, value));

function distinct(values: readonly Value[]): readonly Value[] {
  return values.filter((value, i) => values.findIndex((one) => sameValue(one, value)) === i);
}

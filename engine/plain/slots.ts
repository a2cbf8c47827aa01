import type { Fact, Program } from '../ir/program.ts';
import { isNumeric, isOrdered, type Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { unitsAt } from './scaled.ts';
import { never, type Branching, type Form, type Plain } from './tree.ts';

/** Decimals that are kept of facts which declare none; a value with more is not plain. A percent's are those of the ratio. */
const usualScale: Partial<Record<Type['is'], number>> = { number: 4, percent: 6, quantity: 3, duration: 2 };

/** The scale of a numeric fact in plain cases. */
export function scaleOf({ type, scale }: Pick<Fact, 'type' | 'scale'>, { moneyDecimals, units }: Program): number {
  if (scale !== undefined) return type.is === 'percent' ? scale + 2 : scale;
  if (type.is === 'money') return moneyDecimals;
  const isWhole = type.is === 'quantity' && units[type.unit]?.whole === true;
  return isWhole ? 0 : (usualScale[type.is] ?? 0);
}

/** How values of a type stand in plain cases. */
export function formOf(type: Type): Form {
  switch (type.is) {
    case 'boolean':
      return 'truth';
    case 'list':
    case 'record':
    case 'unknown':
      return 'none';
    default:
      return isNumeric(type) ? 'number' : 'word';
  }
}

/** Something of a type, in the form that it has; numbers at the scale. */
export function ofType(
  type: Type,
  does: Extract<Branching<never>, { op: 'exactly' }> | { readonly op: 'fact'; readonly slot: number },
  scale: number,
  quotient: boolean,
): Plain {
  const is = formOf(type);
  switch (is) {
    case 'number':
      return { is, scale, quotient, does };
    case 'truth':
      return { is, does };
    case 'word':
      // Dates and times are in JavaScript's order of strings.
      return { is, ordered: isOrdered(type) && type.is !== 'text', does };
    case 'none':
      return never;
  }
}

/** A number at a scale, or truth as 1 or 0; NaN when it is not plain. */
export function unitsOf(value: Value | undefined, scale: number): number {
  if (value?.is === 'boolean') return value.truth ? 1 : 0;
  return value !== undefined && 'digits' in value ? unitsAt(value.digits, scale) : NaN;
}

export function wordOf(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if ('iso' in value) return value.iso;
  if ('text' in value) return value.text;
  return 'name' in value ? value.name : undefined;
}

/** Static types of expressions, facts and decisions (design section 4). */

/** Durations of different families never compare or add; weeks are days, years are months, hours are minutes. */
export type DurationFamily = 'days' | 'months' | 'minutes';

export type Type =
  | { readonly is: 'number' }
  | { readonly is: 'percent' }
  | { readonly is: 'money'; readonly currency: string }
  | { readonly is: 'quantity'; readonly unit: string }
  | { readonly is: 'duration'; readonly family: DurationFamily }
  | { readonly is: 'date' }
  | { readonly is: 'time' }
  | { readonly is: 'date-time' }
  | { readonly is: 'text' }
  | { readonly is: 'boolean' }
  | { readonly is: 'enumeration'; readonly name: string }
  | { readonly is: 'post'; readonly scope: string }
  | { readonly is: 'list'; readonly of: Type }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Type>> }
  /** The type of a part that already has a diagnostic, or of an empty list's elements: fits everything, so one mistake is told once. */
  | { readonly is: 'unknown' };

export type NumericType = Extract<Type, { is: 'number' | 'percent' | 'money' | 'quantity' | 'duration' }>;
type OrderedType = NumericType | Extract<Type, { is: 'date' | 'time' | 'date-time' | 'text' }>;

export const number: Type = { is: 'number' };
export const percent: Type = { is: 'percent' };
export const boolean: Type = { is: 'boolean' };
export const date: Type = { is: 'date' };
export const time: Type = { is: 'time' };
export const dateTime: Type = { is: 'date-time' };
export const text: Type = { is: 'text' };
export const unknown: Type = { is: 'unknown' };
export const days: Type = { is: 'duration', family: 'days' };
export const months: Type = { is: 'duration', family: 'months' };
export const minutes: Type = { is: 'duration', family: 'minutes' };
export const listOf = (of: Type): Type => ({ is: 'list', of });
export const money = (currency: string): Type => ({ is: 'money', currency });
export const quantity = (unit: string): Type => ({ is: 'quantity', unit });

export function isNumeric(type: Type): type is NumericType {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return true;
    default:
      return false;
  }
}

/** Can values of the type be put in order by `<`? Text orders by code point (semantics 4.5). */
export function isOrdered(type: Type): type is OrderedType {
  return isNumeric(type) || type.is === 'date' || type.is === 'time' || type.is === 'date-time' || type.is === 'text';
}

/** Does the type, or a part of it, not follow from what is written? */
export function isOpen(type: Type): boolean {
  switch (type.is) {
    case 'unknown':
      return true;
    case 'list':
      return isOpen(type.of);
    case 'record':
      return Object.values(type.fields).some(isOpen);
    default:
      return false;
  }
}

/** Same type, or one of them unknown. */
export function fits(a: Type, b: Type): boolean {
  if (a.is === 'unknown' || b.is === 'unknown') return true;
  switch (a.is) {
    case 'money':
      return b.is === 'money' && a.currency === b.currency;
    case 'quantity':
      return b.is === 'quantity' && a.unit === b.unit;
    case 'duration':
      return b.is === 'duration' && a.family === b.family;
    case 'enumeration':
      return b.is === 'enumeration' && a.name === b.name;
    case 'post':
      return b.is === 'post' && a.scope === b.scope;
    case 'list':
      return b.is === 'list' && fits(a.of, b.of);
    case 'record': {
      if (b.is !== 'record') return false;
      const names = Object.keys(a.fields);
      return (
        names.length === Object.keys(b.fields).length &&
        names.every((name) => {
          const left = a.fields[name];
          const right = b.fields[name];
          return left !== undefined && right !== undefined && fits(left, right);
        })
      );
    }
    default:
      return a.is === b.is;
  }
}

/** `money(CNY)`, `percent`, `list(quantity(piece))`: the form in which outcomes and messages name a type. */
export function printType(type: Type): string {
  switch (type.is) {
    case 'money':
      return `money(${type.currency})`;
    case 'quantity':
      return `quantity(${type.unit})`;
    case 'duration':
      return `duration(${type.family})`;
    case 'enumeration':
      return type.name;
    case 'post':
      return `post(${type.scope})`;
    case 'list':
      return `list(${printType(type.of)})`;
    case 'record':
      return `record(${Object.entries(type.fields)
        .map(([name, field]) => `${name}: ${printType(field)}`)
        .join(', ')})`;
    default:
      return type.is;
  }
}

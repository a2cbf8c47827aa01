import type { Value } from '../ir/value.ts';
import type { RawFact } from '../value/facts.ts';
import { printValue, type PrintWords } from '../value/print.ts';

/** A value as a case gives it: scalars as text, lists and records by their parts. */
export function rawOfValue(value: Value, words: PrintWords): RawFact {
  switch (value.is) {
    case 'list':
      return value.items.map((item) => rawOfValue(item, words));
    case 'record':
      return Object.fromEntries(Object.entries(value.fields).map(([name, field]) => [name, rawOfValue(field, words)]));
    default:
      return printValue(value, words);
  }
}

import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { literal } from '../plain/expression.ts';
import { printValue } from '../value/print.ts';
import { formOf, newCell, type Told } from './told.ts';

/** A value of the program itself. */
export function literalTold(value: Value, program: Program): Told | undefined {
  const plain = literal(value);
  if (plain === undefined || plain.is === 'never') return undefined;
  const text = printValue(value, program);
  const cell = { ...newCell(), text };
  switch (plain.does.op) {
    case 'units':
      cell.units = plain.does.units;
      break;
    case 'truth':
      cell.units = plain.does.truth ? 1 : 0;
      break;
    case 'word':
      cell.word = plain.does.word;
      break;
    default:
      return undefined;
  }
  return { form: formOf(plain), cell, work: nothing, fixed: text };
}

const nothing = (): void => undefined;

import type { Aggregate, Call, Ir, Logic } from '../ir/ir.ts';
import { fits } from '../ir/type.ts';
import type { Change, Context } from './change.ts';
import { rewritten, signBetween } from './written.ts';

const words = { and: ['and', '且', '并且'], or: ['or', '或', '或者'] } as const;

/** `and` for `or`, and the other way round. */
export function connectiveChanges(ir: Logic, { text }: Context): readonly Change[] {
  const connective = ir.connective === 'and' ? 'or' : 'and';
  const written = signBetween(ir.left, ir.right, words[ir.connective], connective, text);
  return written === undefined
    ? []
    : [{ ...written, sort: 'operator', of: ir, by: { ...ir, connective }, through: [ir] }];
}

/** Plus for minus, times for divided by, the smaller for the greater: as far as the types allow it. */
export function callChanges(ir: Call, { text }: Context): readonly Change[] {
  const [left, right] = ir.args;
  const change = swapped(ir);
  if (change === undefined || left === undefined || right === undefined) return [];
  const { by, sign, after } = change;
  const written =
    sign === undefined ? nameAt(ir.origin.start, ir.fn, after, ir, text) : signBetween(left, right, sign, after, text);
  return written === undefined ? [] : [{ ...written, sort: 'operator', of: ir, by, through: [ir] }];
}

interface Swap {
  readonly by: Call;
  /** Undefined for a function, which stands before its arguments. */
  readonly sign?: string | readonly string[];
  readonly after: string;
}

function swapped(ir: Call): Swap | undefined {
  const [left, right] = ir.args;
  if (left === undefined || right === undefined) return undefined;
  switch (ir.fn) {
    case 'add':
      return fits(left.type, ir.type) ? { by: { ...ir, fn: 'subtract' }, sign: '+', after: '-' } : undefined;
    case 'subtract':
      return fits(left.type, ir.type) ? { by: { ...ir, fn: 'add' }, sign: '-', after: '+' } : undefined;
    case 'multiply':
      if (isPlain(right)) return { by: { ...ir, fn: 'divide' }, sign: ['*', '×'], after: '/' };
      return isPlain(left)
        ? { by: { ...ir, fn: 'divide', args: [right, left] }, sign: ['*', '×'], after: '\\' }
        : undefined;
    case 'divide':
      if (isPlain(right)) return { by: { ...ir, fn: 'multiply' }, sign: ['/', '÷'], after: '*' };
      return fits(left.type, right.type)
        ? { by: { ...ir, args: [right, left] }, sign: ['/', '÷'], after: '\\' }
        : undefined;
    case 'min':
    case 'max':
    case 'floor':
    case 'ceil': {
      const fn = others[ir.fn];
      return { by: { ...ir, fn }, after: fn };
    }
    default:
      return undefined;
  }
}

const others = { min: 'max', max: 'min', floor: 'ceil', ceil: 'floor' } as const;
const isPlain = ({ type }: Ir): boolean => type.is === 'number' || type.is === 'percent';

/** Any for all, the smallest for the greatest. */
export function aggregateChanges(ir: Aggregate, { text }: Context): readonly Change[] {
  const operator = otherAggregate[ir.operator];
  if (operator === undefined) return [];
  const written = nameAt(ir.origin.start, ir.operator, operator, ir, text);
  return written === undefined
    ? []
    : [{ ...written, sort: 'operator', of: ir, by: { ...ir, operator }, through: [ir] }];
}

const otherAggregate: Partial<Readonly<Record<Aggregate['operator'], Aggregate['operator']>>> = {
  any: 'all',
  all: 'any',
  min: 'max',
  max: 'min',
};

function nameAt(
  start: number,
  name: string,
  after: string,
  { origin }: Ir,
  text: string,
): ReturnType<typeof signBetween> {
  if (!text.startsWith(name, start)) return undefined;
  return rewritten({ file: origin.file, start, end: start + name.length }, text, after);
}

import type { Cell, CellBound, Expr } from '../../expression/ast.ts';
import { parseCell, parseExpression } from '../../expression/parse.ts';
import { printCell, printExpression } from '../../expression/print.ts';
import type { TextSource } from '../../expression/text-source.ts';
import { compareText } from '../../value/compare.ts';
import { compareExact, parseExact } from '../../value/exact.ts';

/** A stretch of a scale as a row writes it; an end that is not there is open to all that follows. */
export interface Stretch {
  readonly low?: CellBound;
  readonly high?: CellBound;
}

const sourceOf = (text: string): TextSource => ({
  file: '',
  text,
  offsets: Array.from({ length: text.length + 1 }, (_, i) => i),
});

/** The stretch that a text means; undefined where it means something else, or nothing. */
export function stretchOf(text: string): Stretch | undefined {
  const { cell, diagnostics } = parseCell(sourceOf(text));
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  if (cell.cell === 'any') return {};
  return cell.cell === 'interval' ? cell : undefined;
}

/** One value, such as where a tier is to be split. */
export function valueOf(text: string): Expr | undefined {
  const { expr, diagnostics } = parseExpression(sourceOf(text));
  return diagnostics.length === 0 && expr.syntax !== 'missing' ? expr : undefined;
}

/** As a row writes it. */
export function printStretch({ low, high }: Stretch): string {
  if (low === undefined && high === undefined) return 'any';
  const cell: Cell = {
    cell: 'interval',
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    span: { file: '', start: 0, end: 0 },
  };
  return printCell(cell);
}

/** Negative when the first value is smaller; undefined where that cannot be told from how they are written. */
export function compareWritten(a: Expr, b: Expr): number | undefined {
  const [left, right] = [amountOf(a), amountOf(b)];
  if (left !== undefined && right !== undefined)
    return left.unit === right.unit ? compareExact(parseExact(left.digits), parseExact(right.digits)) : undefined;
  if ('iso' in a && 'iso' in b && a.syntax === b.syntax) return compareText(a.iso, b.iso);
  return printExpression(a) === printExpression(b) ? 0 : undefined;
}

/** Digits and unit; `-5` is a sign before a number. */
function amountOf(expr: Expr): { readonly digits: string; readonly unit: string } | undefined {
  switch (expr.syntax) {
    case 'number':
      return { digits: expr.digits, unit: '' };
    case 'percent':
      return { digits: expr.digits, unit: '%' };
    case 'amount':
      return { digits: expr.digits, unit: expr.unit };
    case 'unary': {
      const inner = expr.operator === '-' ? amountOf(expr.operand) : undefined;
      return inner === undefined ? undefined : { ...inner, digits: `-${inner.digits}` };
    }
    default:
      return undefined;
  }
}

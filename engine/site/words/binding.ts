import type { Expr } from '../../expression/ast.ts';

/** How tightly a form binds, loosest first: what binds looser than its place allows stands in brackets. */
export function bindingOf(expr: Expr): number {
  switch (expr.syntax) {
    case 'if':
    case 'aggregate':
      return 0;
    case 'binary':
      return operators[expr.operator] ?? 4;
    case 'unary':
      return expr.operator === 'not' ? 3 : 8;
    case 'in':
    case 'is-known':
      return 4;
    case 'call':
      // What stands for the call is what is taken.
      return expr.name === 'reading' && expr.args[1] !== undefined ? bindingOf(expr.args[1]) : 9;
    default:
      return 9;
  }
}

const operators: Readonly<Record<string, number>> = { or: 1, and: 2, '+': 6, '-': 6, '*': 7, '/': 7 };

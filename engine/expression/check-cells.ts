import type { Bound, Range } from '../ir/ir.ts';
import { typeWords } from '../ir/type-words.ts';
import { fits, isOrdered, type Type } from '../ir/type.ts';
import type { Ir } from '../ir/ir.ts';
import type { Cell, CellBound, Expr } from './ast.ts';
import { amountsMeant } from './bare-number.ts';
import { checkMessages } from './check-messages.ts';
import type { Checker } from './environment.ts';
import { write } from './fixes.ts';

/** What a cell, a tier or the right side of `in` accepts of values of the type. `membership`: a single value must be a list. */
export function checkCell(cell: Cell, checker: Checker, of: Type, membership = false): Range {
  switch (cell.cell) {
    case 'any':
      return { range: 'any' };
    case 'interval': {
      if (!isOrdered(of) && of.is !== 'unknown') {
        checker.env.report(checkMessages['no-order']({ type: typeWords(of) }, cell.span));
      }
      const low = bound(cell.low, checker, of);
      const high = bound(cell.high, checker, of);
      return { range: 'interval', ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
    }
    case 'set':
      return { range: 'set', items: cell.items.map((item) => typed(item, checker, of)), none: false };
    case 'not':
      return { range: 'set', items: [typed(cell.value, checker, of)], none: true };
    case 'value': {
      if (!membership) return { range: 'set', items: [typed(cell.value, checker, of)], none: false };
      return { range: 'list', list: typed(cell.value, checker, { is: 'list', of }) };
    }
  }
}

function bound(written: CellBound | undefined, checker: Checker, of: Type): Bound | undefined {
  return written === undefined ? undefined : { at: typed(written.at, checker, of), open: written.open };
}

/** Checks the expression and reports when it is not of the type. */
export function typed(expr: Expr, checker: Checker, expected: Type): Ir {
  const ir = checker.check(expr, expected);
  if (!fits(ir.type, expected)) {
    const meant = amountsMeant(expr, expected, checker.env);
    const clash = ir.type.is === 'duration' && expected.is === 'duration';
    checker.env.report(
      clash
        ? checkMessages['days-and-months']({ left: typeWords(ir.type), right: typeWords(expected) }, expr.span)
        : checkMessages['wrong-type']({ found: typeWords(ir.type), expected: typeWords(expected), meant }, expr.span, {
            fixes: meant.map((text) => write(expr.span, text)),
          }),
    );
  }
  return ir;
}

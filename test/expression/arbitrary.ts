import fc from 'fast-check';
import type { AggregateName, BinaryOperator, Cell, CellBound, Expr } from '../../engine/expression/ast.ts';

/** Random trees of everything that the language can say, as reading gives them but without places. */

const span = { file: '', start: 0, end: 0 };

const digits = fc.oneof(fc.nat().map(String), fc.constantFrom('0.5', '12.50', '007', '9'.repeat(60)));
const part = fc.constantFrom(
  'a',
  'b-c',
  'sales',
  'x1',
  '完成率',
  '且慢',
  'ä',
  'if-not',
  'min',
  'sum',
  'first',
  'all',
  'of',
);
const single = fc.oneof(part, fc.constantFrom('on', 'by'));
const dotted = fc.oneof(
  single,
  fc
    .array(fc.oneof(part, fc.constantFrom('is', 'in', 'and', 'not')), { minLength: 1, maxLength: 2 })
    .map((rest) => ['p', ...rest].join('.')),
);
const variable = fc.constantFrom('o', 'p', 'x', '员');
const unit = fc.constantFrom('currency', 'CNY', 'days', 'month', '天', '个月', 'orders', 'min');
const time = fc.constantFrom('00:00', '17:00', '23:59:59');

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  digits.map((digits): Expr => ({ syntax: 'number', digits, span })),
  digits.map((digits): Expr => ({ syntax: 'percent', digits, span })),
  fc.tuple(digits, unit).map(([digits, unit]): Expr => ({ syntax: 'amount', digits, unit, unitSpan: span, span })),
  fc.constantFrom('2027-01-04', '2028-02-29').map((iso): Expr => ({ syntax: 'date', iso, span })),
  time.map((iso): Expr => ({ syntax: 'time', iso, span })),
  time.map((iso): Expr => ({ syntax: 'date-time', iso: `2027-01-04T${iso}`, span })),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text): Expr => ({ syntax: 'text', text, span })),
  fc.constantFrom('"', '\\', '\\"', '（“”）', ' .. ').map((text): Expr => ({ syntax: 'text', text, span })),
  fc.boolean().map((truth): Expr => ({ syntax: 'boolean', truth, span })),
  fc.constant<Expr>({ syntax: 'none', span }),
  dotted.map((name): Expr => ({ syntax: 'name', name, span })),
);

const operators: readonly BinaryOperator[] = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/'];
const aggregates: readonly AggregateName[] = ['sum', 'count', 'min', 'max', 'average', 'any', 'all', 'first'];

const boundOf = (expr: fc.Arbitrary<Expr>): fc.Arbitrary<CellBound> => fc.record({ at: expr, open: fc.boolean() });

/** Intervals with at least one end, and sets with at least one value. */
function rangeOf(expr: fc.Arbitrary<Expr>): fc.Arbitrary<Cell> {
  const low = boundOf(expr);
  const high = boundOf(expr);
  return fc.oneof(
    fc.record({ low, high }).map((ends): Cell => ({ cell: 'interval', ...ends, span })),
    low.map((low): Cell => ({ cell: 'interval', low, span })),
    high.map((high): Cell => ({ cell: 'interval', high, span })),
    fc.array(expr, { minLength: 1, maxLength: 3 }).map((items): Cell => ({ cell: 'set', items, span })),
  );
}
const valueOf = (expr: fc.Arbitrary<Expr>): fc.Arbitrary<Cell> =>
  expr.map((value): Cell => ({ cell: 'value', value, span }));

export const { expr: anyExpr } = fc.letrec<{ expr: Expr }>((tie) => {
  const expr = tie('expr');
  const optional = fc.option(expr, { nil: undefined });
  const field = fc.record({ name: fc.oneof(single, fc.constant('none')), nameSpan: fc.constant(span), value: expr });
  const some = fc.array(expr, { maxLength: 3 });
  const branches: readonly fc.Arbitrary<Expr>[] = [
    fc
      .tuple(fc.constantFrom('not', '-'), expr)
      .map(([operator, operand]) => ({ syntax: 'unary', operator, operand, span })),
    fc
      .tuple(fc.constantFrom(...operators), expr, expr)
      .map(([operator, left, right]) => ({ syntax: 'binary', operator, operatorSpan: span, left, right, span })),
    fc
      .tuple(expr, fc.oneof(rangeOf(expr), valueOf(expr)), fc.boolean())
      .map(([value, cell, negated]) => ({ syntax: 'in', value, cell, negated, span })),
    fc.tuple(expr, fc.boolean()).map(([of, negated]) => ({ syntax: 'is-known', of, negated, span })),
    fc
      .tuple(expr, expr, expr)
      .map(([condition, consequence, alternative]) => ({ syntax: 'if', condition, consequence, alternative, span })),
    fc.tuple(dotted, some).map(([name, args]) => ({ syntax: 'call', name, nameSpan: span, args, span })),
    fc
      .tuple(fc.constantFrom(...aggregates), expr, variable, expr, optional, optional)
      .map(([operator, body, variable, list, where, by]) => ({
        syntax: 'aggregate',
        operator,
        body,
        variable,
        variableSpan: span,
        list,
        ...(where === undefined ? {} : { where }),
        ...(by === undefined ? {} : { by }),
        span,
      })),
    fc
      .tuple(dotted, expr)
      .map(([name, argument]) => ({ syntax: 'on', decision: { syntax: 'name', name, span }, argument, span })),
    some.map((items) => ({ syntax: 'list', items, span })),
    fc
      .uniqueArray(field, { maxLength: 3, selector: ({ name }) => name })
      .map((fields) => ({ syntax: 'record', fields, span })),
  ];
  return { expr: fc.oneof({ maxDepth: 5, depthSize: 'small', withCrossShrink: true }, leaf, ...branches) };
});

export const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  rangeOf(anyExpr),
  anyExpr.map((value): Cell => ({ cell: 'not', value, span })),
  // The name `any` alone is the cell that accepts everything, never a value.
  valueOf(anyExpr.filter((expr) => expr.syntax !== 'name' || expr.name !== 'any')),
  fc.constant<Cell>({ cell: 'any', span }),
);

import type { IToken } from 'chevrotain';
import { join, type Span } from '../source/span.ts';
import type { Cell, Expr } from './ast.ts';
import { remove, rewritings, write } from './fixes.ts';
import { missing, operand } from './nodes.ts';
import { printCell, printExpression } from './print.ts';
import { endOf, type Reading } from './reading.ts';
import { syntaxMessages as messages } from './syntax-messages.ts';
import * as t from './tokens.ts';

/** Makes cells, and reports what the grammar lets pass so that it can be told well. */

export function single(value: Expr): Cell {
  return { cell: 'value', value, span: value.span };
}

interface Ends {
  readonly low: Expr | undefined;
  readonly high: Expr | undefined;
}

/** `[a .. b)`, where one end may be left out. */
export function interval(reading: Reading, open: IToken, { low, high: written }: Ends, close: IToken): Cell {
  const span = join(reading.span(open), reading.span(close));
  // Without its closing bracket nobody knows whether the end was left out or not written yet.
  const high = written ?? (endOf(close) > close.startOffset ? undefined : missing(reading, close.startOffset));
  if (low === undefined && high === undefined) {
    reading.report(messages['interval-ends']({}, span, { fixes: [write(span, 'any')] }));
    return { cell: 'any', span };
  }
  return {
    cell: 'interval',
    ...(low === undefined ? {} : { low: { at: operand(reading, low), open: open.image === '(' } }),
    ...(high === undefined ? {} : { high: { at: operand(reading, high), open: close.image === ')' } }),
    span,
  };
}

export function set(reading: Reading, open: IToken, items: readonly Expr[], close: IToken): Cell {
  return { cell: 'set', items, span: join(reading.span(open), reading.span(close)) };
}

/** `>= 120%`, `!= paid`; `= x` is told to leave out the sign. */
export function bound(reading: Reading, sign: IToken, value: Expr): Cell {
  const at = operand(reading, value);
  const span = join(reading.span(sign), value.span);
  switch (sign.image) {
    case '!=':
      return { cell: 'not', value: at, span };
    case '<':
    case '<=':
      return { cell: 'interval', high: { at, open: sign.image === '<' }, span };
    case '>':
    case '>=':
      return { cell: 'interval', low: { at, open: sign.image === '>' }, span };
    default: {
      const place = reading.span(sign);
      const fixes = [remove({ ...place, end: value.span.start }, sign.image)];
      reading.report(messages['needless-equals']({ plain: printExpression(value) }, place, { fixes }));
      return { cell: 'value', value, span };
    }
  }
}

/** `in {A, B}` in a cell, which is told to leave out the word. */
export function withoutIn(reading: Reading, sign: IToken, cell: Cell): Cell {
  const place = reading.span(sign);
  const fixes = sign.tokenType === t.In ? [remove({ ...place, end: cell.span.start }, sign.image)] : [];
  reading.report(messages['needless-in']({ found: sign.image }, place, { fixes }));
  return cell;
}

/** `> 5 and <= 10`, which is told and read as an interval. */
export function twoBounds(reading: Reading, first: Cell, and: IToken, second: Cell): Cell {
  const span = join(first.span, second.span);
  const cell = both(first, second, span) ?? both(second, first, span);
  const plain = cell === undefined ? '' : printCell(cell);
  const fixes = cell === undefined ? [] : rewritings(span, plain);
  reading.report(messages['two-bounds']({ plain }, reading.span(and), { fixes }));
  return cell ?? first;
}

function both(from: Cell, to: Cell, span: Span): Cell | undefined {
  if (from.cell !== 'interval' || to.cell !== 'interval') return undefined;
  const { low } = from;
  const { high } = to;
  return low === undefined || high === undefined || from.high !== undefined || to.low !== undefined
    ? undefined
    : { cell: 'interval', low, high, span };
}

/** A single value, or an interval or a set without its brackets: `a .. b`, `a, b`. */
export function bare(reading: Reading, first: Expr, high: Expr | undefined, more: readonly Expr[]): Cell {
  if (high !== undefined) {
    const span = join(first.span, high.span);
    const text = { low: printExpression(first), high: printExpression(high) };
    const forms = [`[${text.low} .. ${text.high}]`, `[${text.low} .. ${text.high})`];
    const fixes = rewritings(span, ...forms);
    reading.report(messages['interval-brackets'](text, span, { fixes }));
    return { cell: 'interval', low: { at: first, open: false }, high: { at: high, open: false }, span };
  }
  const last = more.at(-1);
  if (last !== undefined) {
    const span = join(first.span, last.span);
    const cell: Cell = { cell: 'set', items: [first, ...more], span };
    const plain = printCell(cell);
    reading.report(messages['set-braces']({ plain }, span, { fixes: rewritings(span, plain) }));
    return cell;
  }
  return first.syntax === 'name' && first.name === 'any' ? { cell: 'any', span: first.span } : single(first);
}

/** An interval or a set where a value is needed. A set is read as the list that was probably meant. */
export function misplaced(reading: Reading, cell: Cell): Expr {
  const { span } = cell;
  if (cell.cell !== 'set') {
    reading.report(messages['interval-place']({}, span));
    return { syntax: 'missing', span };
  }
  const list: Expr = { syntax: 'list', items: cell.items, span };
  reading.report(messages['set-place']({}, span, { fixes: rewritings(span, printExpression(list)) }));
  return list;
}

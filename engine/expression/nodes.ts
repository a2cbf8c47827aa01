import type { IToken } from 'chevrotain';
import { join, type Span } from '../source/span.ts';
import type { AggregateName, BinaryOperator, Cell, Expr, Missing, RecordExpr } from './ast.ts';
import { edited, rewritings, write } from './fixes.ts';
import { printExpression } from './print.ts';
import { unquoted } from './quotes.ts';
import type { Reading } from './reading.ts';
import { syntaxMessages as messages } from './syntax-messages.ts';
import * as t from './tokens.ts';

/** Makes the nodes of the tree and reports what the grammar lets pass so that it can be told well. */

export function missing(reading: Reading, at: number): Missing {
  return { syntax: 'missing', span: reading.at(at, at) };
}

/** Expressions that stood in brackets; they are the same nodes with a wider span. */
const bracketed = new WeakSet<Expr>();

export function inBrackets(reading: Reading, open: IToken, inner: Expr, close: IToken): Expr {
  const expr = { ...inner, span: join(reading.span(open), reading.span(close)) };
  bracketed.add(expr);
  return expr;
}

/** `if` and aggregates reach to the closing bracket, so as an operand they need one. */
export function operand(reading: Reading, expr: Expr): Expr {
  if ((expr.syntax === 'if' || expr.syntax === 'aggregate') && !bracketed.has(expr)) {
    const { file, start, end } = expr.span;
    const edits = [
      { span: { file, start, end: start }, text: '(' },
      { span: { file, start: end, end }, text: ')' },
    ];
    const form = expr.syntax === 'if' ? 'if …' : `${expr.operator} of …`;
    reading.report(messages['needs-brackets']({ form }, expr.span, { fixes: [edited('(…)', edits)] }));
  }
  return expr;
}

export function unary(reading: Reading, signs: readonly IToken[], inner: Expr): Expr {
  if (signs.length === 0) return inner;
  return signs.reduceRight<Expr>(
    (below, sign) => ({
      syntax: 'unary',
      operator: sign.image === '-' ? '-' : 'not',
      operand: below,
      span: join(reading.span(sign), below.span),
    }),
    operand(reading, inner),
  );
}

export function binary(reading: Reading, left: Expr, sign: IToken, right: Expr): Expr {
  return made(reading.span(sign), sign.image as BinaryOperator, left, operand(reading, right));
}

function made(operatorSpan: Span, operator: BinaryOperator, left: Expr, right: Expr): Expr {
  return { syntax: 'binary', operator, operatorSpan, left, right, span: join(left.span, right.span) };
}

/** A comparison; one whose left side is a comparison again is told, and read as the two that were meant. */
export function compare(reading: Reading, left: Expr, sign: IToken, cell: Cell): Expr {
  if (cell.cell !== 'value') return comparedWithRange(reading, left, sign, cell);
  const right = operand(reading, cell.value);
  const middle = middleOf(left);
  if (middle === undefined) {
    refuseChain(reading, left, sign);
    return binary(reading, left, sign, right);
  }
  const operatorSpan = reading.span(sign);
  const again = printExpression(middle);
  const plain = `… ${again} and ${again} ${sign.image} ${printExpression(right)}`;
  const fixes = rewritings(operatorSpan, `and ${again} ${sign.image}`);
  reading.report(messages['chained-comparison']({ plain }, operatorSpan, { fixes }));
  return made(operatorSpan, 'and', left, made(operatorSpan, sign.image as BinaryOperator, middle, right));
}

/** `x in {A, B}` */
export function membership(reading: Reading, value: Expr, sign: IToken, cell: Cell): Expr {
  refuseChain(reading, value, sign);
  return { syntax: 'in', value, cell, negated: sign.tokenType === t.NotIn, span: join(value.span, cell.span) };
}

export function isKnown(reading: Reading, of: Expr, sign: IToken): Expr {
  refuseChain(reading, of, sign);
  const span = reading.span(sign);
  return { syntax: 'is-known', of, negated: sign.image.endsWith('unknown'), span: join(of.span, span) };
}

/** `x = [a .. b]` and `x != {A, B}`, which are told and read as `in`. */
function comparedWithRange(reading: Reading, value: Expr, sign: IToken, cell: Cell): Expr {
  const span = reading.span(sign);
  const negated = sign.image === '!=';
  const plain = negated ? 'not in' : 'in';
  const fixes = negated || sign.image === '=' ? [write(span, plain)] : [];
  reading.report(messages['use-in']({ found: sign.image, plain }, span, { fixes }));
  return { syntax: 'in', value, cell, negated, span: join(value.span, cell.span) };
}

function refuseChain(reading: Reading, left: Expr, sign: IToken): void {
  if (isTest(left)) reading.report(messages['chained-comparison']({ plain: '' }, reading.span(sign)));
}

function isTest(expr: Expr): boolean {
  return !bracketed.has(expr) && (expr.syntax === 'in' || expr.syntax === 'is-known' || middleOf(expr) !== undefined);
}

function middleOf(expr: Expr): Expr | undefined {
  if (expr.syntax !== 'binary' || bracketed.has(expr)) return undefined;
  // Below the level of `and`, an unbracketed `and` is a chain that was taken apart before.
  if (expr.operator === 'and') return middleOf(expr.right);
  return /^[<>=!]/.test(expr.operator) ? expr.right : undefined;
}

export function ask(reading: Reading, decision: Expr, on: IToken, argument: Expr): Expr {
  if (decision.syntax !== 'name' && decision.syntax !== 'missing') {
    reading.report(messages['on-needs-name']({}, decision.span));
  }
  return { syntax: 'on', decision, argument: operand(reading, argument), span: join(decision.span, argument.span) };
}

function nameOf(token: IToken): string {
  return token.image.normalize('NFC');
}

export function name(reading: Reading, token: IToken): Expr {
  return { syntax: 'name', name: nameOf(token), span: reading.span(token) };
}

export function call(reading: Reading, token: IToken, args: readonly Expr[], close: IToken): Expr {
  const nameSpan = reading.span(token);
  return { syntax: 'call', name: nameOf(token), nameSpan, args, span: join(nameSpan, reading.span(close)) };
}

export function literal(reading: Reading, token: IToken): Expr {
  const span = reading.span(token);
  switch (token.tokenType) {
    case t.DateToken:
      return { syntax: 'date', iso: token.image, span };
    case t.TimeToken:
      return { syntax: 'time', iso: token.image, span };
    case t.DateTimeToken:
      return { syntax: 'date-time', iso: token.image, span };
    case t.TextToken:
      return { syntax: 'text', text: unquoted(token.image), span };
    case t.None:
      return { syntax: 'none', span };
    default:
      return { syntax: 'boolean', truth: token.tokenType === t.True, span };
  }
}

export function conditional(reading: Reading, start: IToken, parts: readonly (Expr | undefined)[]): Expr {
  const first = reading.span(start);
  const last = parts.findLast((part) => part !== undefined)?.span ?? first;
  const gap: Missing = { syntax: 'missing', span: endOfSpan(last) };
  const [condition = gap, consequence = gap, alternative = gap] = parts;
  return { syntax: 'if', condition, consequence, alternative, span: join(first, last) };
}

interface AggregateParts {
  readonly body: Expr;
  readonly variable: IToken | undefined;
  readonly list: Expr | undefined;
  readonly where: Expr | undefined;
  readonly by: Expr | undefined;
}

export function aggregate(reading: Reading, of: IToken, { body, variable, where, by, ...parts }: AggregateParts): Expr {
  const variableSpan = variable === undefined ? endOfSpan(body.span) : reading.span(variable);
  if (variable?.image.includes('.') === true) {
    reading.report(messages['variable-name']({ found: variable.image }, variableSpan));
  }
  const list = parts.list ?? { syntax: 'missing', span: endOfSpan(variableSpan) };
  return {
    syntax: 'aggregate',
    operator: of.image.replace(/\s[^]*$/, '') as AggregateName,
    body,
    variable: variable === undefined ? '' : nameOf(variable),
    variableSpan,
    list,
    ...(where === undefined ? {} : { where }),
    ...(by === undefined ? {} : { by }),
    span: join(reading.span(of), (by ?? where ?? list).span),
  };
}

function endOfSpan(span: Span): Span {
  return { ...span, start: span.end };
}

export function list(reading: Reading, open: IToken, items: readonly Expr[], close: IToken): Expr {
  return { syntax: 'list', items, span: join(reading.span(open), reading.span(close)) };
}

export type Field = RecordExpr['fields'][number];

export function field(reading: Reading, token: IToken, value: Expr): Field {
  return { name: nameOf(token), nameSpan: reading.span(token), value };
}

export function record(reading: Reading, open: IToken, fields: readonly Field[], close: IToken): Expr {
  const seen = new Set<string>();
  for (const { name, nameSpan } of fields) {
    if (seen.has(name)) reading.report(messages['duplicate-field']({ name }, nameSpan));
    seen.add(name);
  }
  return { syntax: 'record', fields, span: join(reading.span(open), reading.span(close)) };
}

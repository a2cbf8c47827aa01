import type { Span } from '../source/span.ts';

/** What an expression says, before names and types are known. Every node has its absolute place. */
export type Expr =
  | NumberLiteral
  | PercentLiteral
  | AmountLiteral
  | DateLiteral
  | TimeLiteral
  | DateTimeLiteral
  | TextLiteral
  | BooleanLiteral
  | NoneLiteral
  | Name
  | Unary
  | Binary
  | In
  | IsKnown
  | If
  | CallExpr
  | AggregateExpr
  | On
  | ListExpr
  | RecordExpr
  | Missing;

interface Node<Syntax extends string> {
  readonly syntax: Syntax;
  readonly span: Span;
}

interface NumberLiteral extends Node<'number'> {
  readonly digits: string;
}
/** `digits` as written: `30` for `30%`. */
interface PercentLiteral extends Node<'percent'> {
  readonly digits: string;
}
/** `500 CNY`, `7 days`, `200 orders`, `3个月`. A currency sign and 元 give the unit `currency`; 万 is already multiplied out. */
export interface AmountLiteral extends Node<'amount'> {
  readonly digits: string;
  readonly unit: string;
  readonly unitSpan: Span;
}
/** `2027-01-04`; not yet known to be a day of the calendar. */
interface DateLiteral extends Node<'date'> {
  readonly iso: string;
}
/** `17:00` or `17:00:30`, as written. */
interface TimeLiteral extends Node<'time'> {
  readonly iso: string;
}
/** `2027-01-20T09:00`, seconds optional. */
interface DateTimeLiteral extends Node<'date-time'> {
  readonly iso: string;
}
interface TextLiteral extends Node<'text'> {
  readonly text: string;
}
interface BooleanLiteral extends Node<'boolean'> {
  readonly truth: boolean;
}
/** `none` among durations. */
interface NoneLiteral extends Node<'none'> {}
/** A dotted name, or an enumeration member. */
export interface Name extends Node<'name'> {
  readonly name: string;
}
export interface Unary extends Node<'unary'> {
  readonly operator: 'not' | '-';
  readonly operand: Expr;
}
export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/';
export interface Binary extends Node<'binary'> {
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expr;
  readonly right: Expr;
}
/** `x in [a .. b)`, `x in {A, B}`, `x in some.list`, also `x not in …`. */
export interface In extends Node<'in'> {
  readonly value: Expr;
  readonly cell: Cell;
  readonly negated: boolean;
}
export interface IsKnown extends Node<'is-known'> {
  readonly of: Expr;
  readonly negated: boolean;
}
export interface If extends Node<'if'> {
  readonly condition: Expr;
  readonly consequence: Expr;
  readonly alternative: Expr;
}
/** Function, keyed parameter, or a special form: `round`, `reading`, `undetermined`, `when-applies`. */
export interface CallExpr extends Node<'call'> {
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Expr[];
}
export type AggregateName = 'sum' | 'count' | 'min' | 'max' | 'average' | 'any' | 'all' | 'first';
/** `sum of BODY for NAME in LIST where CONDITION by KEY`; `count of p for p in promoters where …`. */
export interface AggregateExpr extends Node<'aggregate'> {
  readonly operator: AggregateName;
  readonly body: Expr;
  readonly variable: string;
  readonly variableSpan: Span;
  readonly list: Expr;
  readonly where?: Expr;
  readonly by?: Expr;
}
/** Asks a decision about something else: `leave.black-out on absence.from`. */
export interface On extends Node<'on'> {
  readonly decision: Expr;
  readonly argument: Expr;
}
export interface ListExpr extends Node<'list'> {
  readonly items: readonly Expr[];
}
export interface RecordExpr extends Node<'record'> {
  readonly fields: readonly {
    readonly name: string;
    readonly nameSpan: Span;
    readonly value: Expr;
  }[];
}
/** A place where recovery found nothing to read; its diagnostic exists already. */
export interface Missing extends Node<'missing'> {}

/** What stands in a table cell, a tier's `in`, a fact's range, or after `in`: the left-hand side is implied. */
export type Cell =
  | { readonly cell: 'any'; readonly span: Span }
  | {
      readonly cell: 'interval';
      readonly low?: CellBound;
      readonly high?: CellBound;
      readonly span: Span;
    }
  /** `!= x` */
  | { readonly cell: 'not'; readonly value: Expr; readonly span: Span }
  /** `{A, B}`; items may be intervals in no case: they are single values. */
  | {
      readonly cell: 'set';
      readonly items: readonly Expr[];
      readonly span: Span;
    }
  /** A single value, or after `in` an expression that gives a list. */
  | { readonly cell: 'value'; readonly value: Expr; readonly span: Span };

/** `< 5` and `..5)` give an open high end, `>= 5` a closed low one. */
export interface CellBound {
  readonly at: Expr;
  readonly open: boolean;
}

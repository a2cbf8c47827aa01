import { printExpression } from '../../engine/expression/print.ts';
import type { AggregateName, BinaryOperator, Cell, Expr } from '../../engine/expression/ast.ts';
import type { Aggregate, Bound, Ir, Range } from '../../engine/ir/ir.ts';
import type { Decision } from '../../engine/ir/program.ts';
import type { Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import { shiftDigits } from '../../engine/value/digits.ts';
import { node, nowhere } from './world.ts';

/** A piece of IR that the language can say, beside how it says it. */
export interface Written {
  readonly ir: Ir;
  readonly expr: Expr;
}

/** Whose decision it is, and which others may be read. */
interface Place {
  readonly policy: string;
  readonly readable: ReadonlyMap<string, Decision>;
}

const span = nowhere;

/**
 * Turns IR back into an expression. A part that only kinds can make (a table, a mark, a fold) gives way to a value of its
 * type; what has no such value gives way where it is used.
 */
export function written(ir: Ir, place: Place): Written | undefined {
  return said(ir, place) ?? plainOf(ir.type);
}

/** How the language writes the expression. */
export const textOf = ({ expr }: Written): string => printExpression(expr);

function plainOf(type: Type): Written | undefined {
  const value = plainValue(type);
  const ir = value === undefined ? undefined : node('literal', type, { value });
  const expr = value === undefined ? undefined : literalExpr(value);
  return ir === undefined || expr === undefined ? undefined : { ir, expr };
}

function plainValue(type: Type): Value | undefined {
  switch (type.is) {
    case 'number':
      return { is: 'number', digits: '2' };
    case 'percent':
      return { is: 'percent', digits: '0.5' };
    case 'money':
      return { is: 'money', digits: '3', currency: type.currency };
    case 'quantity':
      return { is: 'quantity', digits: '4', unit: type.unit };
    case 'duration':
      return { is: 'duration', digits: '5', family: type.family };
    case 'date':
      return { is: 'date', iso: '2026-02-28' };
    case 'time':
      return { is: 'time', iso: '10:30:00' };
    case 'date-time':
      return { is: 'date-time', iso: '2026-02-28T10:30:00' };
    case 'text':
      return { is: 'text', text: 'a' };
    case 'boolean':
      return { is: 'boolean', truth: true };
    case 'enumeration':
      return { is: 'member', enumeration: type.name, name: type.name === 'color' ? 'red' : 'monday' };
    default:
      return undefined;
  }
}

function literalExpr(value: Value): Expr | undefined {
  const amount = (digits: string, unit: string): Expr =>
    signed(digits, (plain) => ({ syntax: 'amount', digits: plain, unit, unitSpan: span, span }));
  switch (value.is) {
    case 'number':
      return signed(value.digits, (digits) => ({ syntax: 'number', digits, span }));
    case 'percent':
      return signed(shiftDigits(value.digits, 2), (digits) => ({ syntax: 'percent', digits, span }));
    case 'money':
      return amount(value.digits, value.currency);
    case 'quantity':
      return amount(value.digits, value.unit);
    case 'duration':
      return amount(value.digits, value.family);
    case 'date':
    case 'time':
    case 'date-time':
      return { syntax: value.is, iso: value.iso, span };
    case 'text':
      return { syntax: 'text', text: value.text, span };
    case 'boolean':
      return { syntax: 'boolean', truth: value.truth, span };
    case 'member':
      return name(`${value.enumeration}.${value.name}`);
    default:
      return undefined;
  }
}

function signed(digits: string, make: (digits: string) => Expr): Expr {
  if (!digits.startsWith('-')) return make(digits);
  return { syntax: 'unary', operator: '-', operand: make(digits.slice(1)), span };
}

const name = (text: string): Expr => ({ syntax: 'name', name: text, span });

const operators: Readonly<Record<string, BinaryOperator>> = { add: '+', subtract: '-', multiply: '*', divide: '/' };

function said(ir: Ir, place: Place): Written | undefined {
  const part = (inner: Ir): Written | undefined => written(inner, place);
  const binary = (operator: BinaryOperator, left: Written, right: Written): Expr => {
    return { syntax: 'binary', operator, operatorSpan: span, left: left.expr, right: right.expr, span };
  };
  switch (ir.op) {
    case 'literal': {
      // Texts of policies are read normalised.
      const value: Value = ir.value.is === 'text' ? { is: 'text', text: ir.value.text.normalize('NFKC') } : ir.value;
      const expr = literalExpr(value);
      return expr === undefined ? undefined : { ir: { ...ir, value }, expr };
    }
    case 'fact':
      return ir.type.is === 'record' || ir.type.is === 'post' || ir.name.startsWith('derived.')
        ? undefined
        : { ir, expr: name(ir.name) };
    case 'local':
      return ir.type.is === 'post' ? undefined : { ir, expr: name(ir.id) };
    case 'field':
      return ir.of.op === 'local' && ir.type.is !== 'post' ? { ir, expr: name(`${ir.of.id}.${ir.name}`) } : undefined;
    case 'known': {
      const of = said(ir.of, place);
      return of === undefined
        ? undefined
        : { ir, expr: { syntax: 'is-known', of: of.expr, negated: ir.negated, span } };
    }
    case 'decision':
      return ir.args.length === 0 && place.readable.has(ir.name) && ir.otherwise === undefined
        ? { ir, expr: name(ir.name) }
        : undefined;
    case 'undetermined':
      return 'gap' in ir && ir.gap.startsWith(`${place.policy}#`) && plainOf(ir.type) !== undefined
        ? {
            ir,
            expr: {
              syntax: 'call',
              name: 'undetermined',
              nameSpan: span,
              args: [name(ir.gap.split('#')[1] ?? '')],
              span,
            },
          }
        : undefined;
    case 'not': {
      const operand = part(ir.operand);
      return (
        operand && {
          ir: { ...ir, operand: operand.ir },
          expr: { syntax: 'unary', operator: 'not', operand: operand.expr, span },
        }
      );
    }
    case 'logic': {
      const [left, right] = [part(ir.left), part(ir.right)];
      return (
        left && right && { ir: { ...ir, left: left.ir, right: right.ir }, expr: binary(ir.connective, left, right) }
      );
    }
    case 'compare': {
      const [left, right] = [part(ir.left), part(ir.right)];
      return (
        left && right && { ir: { ...ir, left: left.ir, right: right.ir }, expr: binary(ir.comparison, left, right) }
      );
    }
    case 'reading': {
      const [taken, otherwise] = [part(ir.taken), part(ir.otherwise)];
      if (taken === undefined || otherwise === undefined || !ir.interpretation.startsWith(`${place.policy}#`))
        return undefined;
      const args = [name(ir.interpretation.split('#')[1] ?? ''), taken.expr, otherwise.expr];
      const expr: Expr = { syntax: 'call', name: 'reading', nameSpan: span, args, span };
      return { ir: { ...ir, taken: taken.ir, otherwise: otherwise.ir }, expr };
    }
    case 'round': {
      const value = part(ir.value);
      const to = literalExpr({ ...plainValue(ir.type), digits: ir.to } as Value);
      if (value === undefined || to === undefined || ir.marks.length > 0) return undefined;
      const args = [value.expr, to, name(ir.mode)];
      return { ir: { ...ir, value: value.ir }, expr: { syntax: 'call', name: 'round', nameSpan: span, args, span } };
    }
    case 'call': {
      const args = ir.args.map(part);
      if (!args.every((arg) => arg !== undefined)) return undefined;
      const [left, right] = args;
      const operator = operators[ir.fn];
      const made = { ...ir, args: args.map((arg) => arg.ir) };
      if (operator !== undefined && left && right) return { ir: made, expr: binary(operator, left, right) };
      if (ir.fn === 'negate' && left) {
        // A sign before a written number belongs to the number.
        if (left.ir.op === 'literal') return undefined;
        return { ir: made, expr: { syntax: 'unary', operator: '-', operand: left.expr, span } };
      }
      return {
        ir: made,
        expr: { syntax: 'call', name: ir.fn, nameSpan: span, args: args.map((arg) => arg.expr), span },
      };
    }
    case 'choose': {
      const arms = ir.arms.map(({ when, value }) => ({ when: part(when), value: part(value) }));
      const otherwise = part(ir.otherwise);
      if (otherwise === undefined) return undefined;
      const whole = arms.flatMap(({ when, value }) => (when && value ? [{ when, value }] : []));
      if (whole.length !== arms.length) return undefined;
      const expr = whole.reduceRight<Expr>(
        (alternative, { when, value }) => ({
          syntax: 'if',
          condition: when.expr,
          consequence: value.expr,
          alternative,
          span,
        }),
        otherwise.expr,
      );
      const made = whole.map(({ when, value }) => ({ when: when.ir, value: value.ir, cites: [] }));
      return { ir: { ...ir, arms: made, otherwise: otherwise.ir }, expr };
    }
    case 'within': {
      const value = part(ir.value);
      const range = rangeOf(ir.range, part);
      if (value === undefined || range === undefined) return undefined;
      return {
        ir: { ...ir, value: value.ir, range: range.range },
        expr: { syntax: 'in', value: value.expr, cell: range.cell, negated: false, span },
      };
    }
    case 'aggregate':
      return aggregateOf(ir, part);
    default:
      return undefined;
  }
}

type Part = (ir: Ir) => Written | undefined;

function rangeOf(range: Range, part: Part): { range: Range; cell: Cell } | undefined {
  switch (range.range) {
    case 'interval': {
      const bound = (of: Bound | undefined): { ir?: Bound; cell?: { at: Expr; open: boolean } } | undefined => {
        if (of === undefined) return {};
        const at = part(of.at);
        return at && { ir: { at: at.ir, open: of.open }, cell: { at: at.expr, open: of.open } };
      };
      const [low, high] = [bound(range.low), bound(range.high)];
      if (low === undefined || high === undefined || (low.ir === undefined && high.ir === undefined)) return undefined;
      return {
        range: { range: 'interval', ...(low.ir && { low: low.ir }), ...(high.ir && { high: high.ir }) },
        cell: { cell: 'interval', ...(low.cell && { low: low.cell }), ...(high.cell && { high: high.cell }), span },
      };
    }
    case 'set': {
      const items = range.items.flatMap((item) => part(item) ?? []);
      if (range.none || items.length === 0 || items.length !== range.items.length) return undefined;
      return {
        range: { ...range, items: items.map(({ ir }) => ir) },
        cell: { cell: 'set', items: items.map(({ expr }) => expr), span },
      };
    }
    case 'list': {
      const list = part(range.list);
      return list && { range: { range: 'list', list: list.ir }, cell: { cell: 'value', value: list.expr, span } };
    }
    case 'any':
      return undefined;
  }
}

function aggregateOf(ir: Aggregate, part: Part): Written | undefined {
  if (ir.operator === 'list' || ir.over.op !== 'fact') return undefined;
  const [over, body] = [part(ir.over), part(ir.body)];
  const where = ir.where === undefined ? undefined : part(ir.where);
  const by = ir.by === undefined ? undefined : part(ir.by);
  if (over === undefined || body === undefined || (ir.where && where === undefined) || (ir.by && by === undefined))
    return undefined;
  const operator: AggregateName = ir.operator;
  const counted = operator === 'count' ? name(ir.local) : body.expr;
  const expr: Expr = {
    syntax: 'aggregate',
    operator,
    body: counted,
    variable: ir.local,
    variableSpan: span,
    list: over.expr,
    ...(where && { where: where.expr }),
    ...(by && { by: by.expr }),
    span,
  };
  return {
    ir: { ...ir, over: over.ir, body: body.ir, ...(where && { where: where.ir }), ...(by && { by: by.ir }) },
    expr,
  };
}

import type { Cell, Expr } from './ast.ts';
import { gap } from './fixes.ts';
import { quoted } from './quotes.ts';

/**
 * How tightly forms bind, loosest first. What binds looser than its place allows is put in brackets. `if` and aggregates
 * reach to the closing bracket, so inside a longer expression they always have brackets.
 */
const binding = { open: 0, or: 1, and: 2, not: 3, test: 4, on: 5, sum: 6, product: 7, sign: 8, value: 9 } as const;
type Binding = (typeof binding)[keyof typeof binding];

/** The expression in its plain form with as few brackets as possible; reading it gives the same tree. */
export function printExpression(expr: Expr): string {
  return print(expr, binding.open);
}

/** A cell as a table writes it. */
export function printCell(cell: Cell): string {
  switch (cell.cell) {
    case 'any':
      return 'any';
    case 'not':
      return `!= ${print(cell.value, binding.on)}`;
    case 'interval': {
      const { low, high } = cell;
      if (low !== undefined && high === undefined) return `${low.open ? '>' : '>='} ${print(low.at, binding.on)}`;
      if (low === undefined && high !== undefined) return `${high.open ? '<' : '<='} ${print(high.at, binding.on)}`;
      return printMembership(cell);
    }
    case 'set':
      return printMembership(cell);
    case 'value':
      return print(cell.value, binding.open);
  }
}

/** What stands after `in`. */
function printMembership(cell: Cell): string {
  switch (cell.cell) {
    case 'any':
    case 'not':
      return printCell(cell);
    case 'interval': {
      const { low, high } = cell;
      const start = low === undefined ? '(' : `${low.open ? '(' : '['}${print(low.at, binding.on)} `;
      const end = high === undefined ? ')' : ` ${print(high.at, binding.on)}${high.open ? ')' : ']'}`;
      return `${start}..${end}`;
    }
    case 'set':
      return `{${commas(cell.items)}}`;
    case 'value':
      return print(cell.value, binding.on);
  }
}

const commas = (items: readonly Expr[]): string => items.map(printExpression).join(', ');

function print(expr: Expr, place: Binding): string {
  const own = bindingOf(expr);
  const text = printBare(expr, own);
  return own < place ? `(${text})` : text;
}

function bindingOf(expr: Expr): Binding {
  switch (expr.syntax) {
    case 'if':
    case 'aggregate':
      return binding.open;
    case 'binary':
      switch (expr.operator) {
        case 'or':
          return binding.or;
        case 'and':
          return binding.and;
        case '+':
        case '-':
          return binding.sum;
        case '*':
        case '/':
          return binding.product;
        default:
          return binding.test;
      }
    case 'in':
    case 'is-known':
      return binding.test;
    case 'on':
      return binding.on;
    case 'unary':
      return expr.operator === 'not' ? binding.not : binding.sign;
    default:
      return binding.value;
  }
}

/** The form one step tighter: what a right operand must be, since operators of one level group to the left. */
const tighter = (own: Binding): Binding => (own === binding.value ? own : ((own + 1) as Binding));

function printBare(expr: Expr, own: Binding): string {
  switch (expr.syntax) {
    case 'number':
      return expr.digits;
    case 'percent':
      return `${expr.digits}%`;
    case 'amount':
      return expr.unit === 'currency' ? `¥${expr.digits}` : `${expr.digits} ${expr.unit}`;
    case 'date':
    case 'time':
    case 'date-time':
      return expr.iso;
    case 'text':
      return quoted(expr.text);
    case 'boolean':
      return String(expr.truth);
    case 'none':
      return 'none';
    case 'name':
      return expr.name;
    case 'missing':
      return gap;
    case 'unary':
      return `${expr.operator}${expr.operator === 'not' ? ' ' : ''}${print(expr.operand, own)}`;
    case 'binary': {
      const left = print(expr.left, own === binding.test ? tighter(own) : own);
      return `${left} ${expr.operator} ${print(expr.right, tighter(own))}`;
    }
    case 'in':
      return `${print(expr.value, tighter(own))} ${expr.negated ? 'not in' : 'in'} ${printMembership(expr.cell)}`;
    case 'is-known':
      return `${print(expr.of, tighter(own))} is ${expr.negated ? 'unknown' : 'known'}`;
    case 'on':
      return `${print(expr.decision, tighter(own))} on ${print(expr.argument, tighter(own))}`;
    case 'call':
      return `${expr.name}(${commas(expr.args)})`;
    case 'list':
      return `[${commas(expr.items)}]`;
    case 'record':
      return `{${expr.fields.map(({ name, value }) => `${name}: ${printExpression(value)}`).join(', ')}}`;
    case 'if': {
      const { condition, consequence, alternative } = expr;
      return `if ${print(condition, binding.or)} then ${print(consequence, binding.or)} else ${printExpression(alternative)}`;
    }
    case 'aggregate': {
      const { operator, body, variable, list, where, by } = expr;
      const head = `${operator} of ${print(body, binding.or)} for ${variable} in ${print(list, binding.on)}`;
      const condition = where === undefined ? '' : ` where ${print(where, binding.or)}`;
      return `${head}${condition}${by === undefined ? '' : ` by ${print(by, binding.or)}`}`;
    }
  }
}

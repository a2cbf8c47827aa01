import type { Cell, CellBound, Expr } from '../../engine/expression/ast.ts';

/** The tree as bracketed text, operators first, so that cases show how an expression was grouped. */
export function tree(expr: Expr): string {
  switch (expr.syntax) {
    case 'number':
      return expr.digits;
    case 'percent':
      return `${expr.digits}%`;
    case 'amount':
      return `${expr.digits}·${expr.unit}`;
    case 'date':
    case 'time':
    case 'date-time':
      return `${expr.syntax}:${expr.iso}`;
    case 'text':
      return JSON.stringify(expr.text);
    case 'boolean':
      return `<${expr.truth}>`;
    case 'none':
      return '<none>';
    case 'missing':
      return '?';
    case 'name':
      return expr.name;
    case 'unary':
      return `(${expr.operator} ${tree(expr.operand)})`;
    case 'binary':
      return `(${expr.operator} ${tree(expr.left)} ${tree(expr.right)})`;
    case 'in':
      return `(${expr.negated ? 'not-in' : 'in'} ${tree(expr.value)} ${cellTree(expr.cell)})`;
    case 'is-known':
      return `(${expr.negated ? 'unknown' : 'known'} ${tree(expr.of)})`;
    case 'if':
      return `(if ${tree(expr.condition)} ${tree(expr.consequence)} ${tree(expr.alternative)})`;
    case 'call':
      return `(call ${[expr.name, ...expr.args.map(tree)].join(' ')})`;
    case 'aggregate': {
      const { operator, body, variable, list, where, by } = expr;
      const condition = where === undefined ? '' : ` where ${tree(where)}`;
      const key = by === undefined ? '' : ` by ${tree(by)}`;
      return `(${operator}-of ${tree(body)} ${variable} ${tree(list)}${condition}${key})`;
    }
    case 'on':
      return `(on ${tree(expr.decision)} ${tree(expr.argument)})`;
    case 'list':
      return `[${expr.items.map(tree).join(' ')}]`;
    case 'record':
      return `{${expr.fields.map(({ name, value }) => `${name}: ${tree(value)}`).join(' ')}}`;
  }
}

export function cellTree(cell: Cell): string {
  switch (cell.cell) {
    case 'any':
      return '<any>';
    case 'interval':
      return `(between ${bound(cell.low, '> ', '>= ')}, ${bound(cell.high, '< ', '<= ')})`;
    case 'not':
      return `(not-equal ${tree(cell.value)})`;
    case 'set':
      return `(set ${cell.items.map(tree).join(' ')})`;
    case 'value':
      return tree(cell.value);
  }
}

function bound(at: CellBound | undefined, open: string, closed: string): string {
  return at === undefined ? 'free' : `${at.open ? open : closed}${tree(at.at)}`;
}

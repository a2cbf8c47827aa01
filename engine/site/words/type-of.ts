import type { Expr } from '../../expression/ast.ts';
import type { Type } from '../../ir/type.ts';
import { lookUp, type Named } from './names.ts';
import type { Reader } from './piece.ts';

/** The type of an expression as far as its names tell: enough to know which enumeration a member belongs to. */
export function typeOf(expr: Expr, reader: Reader): Type | undefined {
  switch (expr.syntax) {
    case 'name':
      return lookUp(expr.name, reader.find)?.type;
    case 'on':
      return typeOf(expr.decision, reader);
    case 'call':
      if (expr.name === 'reading') return expr.args[1] === undefined ? undefined : typeOf(expr.args[1], reader);
      if (expr.name === 'weekday') return { is: 'enumeration', name: 'weekday' };
      return reader.find(expr.name)?.type;
    case 'aggregate': {
      if (!['first', 'min', 'max'].includes(expr.operator)) return undefined;
      return typeOf(expr.body, reader.within(new Map([[expr.variable, elementOf(expr.list, reader)]])));
    }
    case 'if':
      return typeOf(expr.consequence, reader);
    default:
      return undefined;
  }
}

/** What the name for an element of the list stands for. */
export function elementOf(list: Expr, reader: Reader): Named {
  const type = typeOf(list, reader);
  return {
    ...(type?.is === 'list' ? { type: type.of } : {}),
    ...(list.syntax === 'name' ? { elementOf: list.name } : {}),
  };
}

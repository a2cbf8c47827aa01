import type { Ir } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';

/** The value of IR that is made of literals only; undefined when something must be computed. */
export function constantOf(ir: Ir): Value | undefined {
  switch (ir.op) {
    case 'literal':
      return ir.value;
    case 'list': {
      const items = ir.items.map(constantOf);
      return items.every((item) => item !== undefined) ? { is: 'list', items } : undefined;
    }
    case 'record': {
      const fields = ir.fields.map(({ name, value }) => [name, constantOf(value)] as const);
      const known = fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
      return known.length === fields.length ? { is: 'record', fields: Object.fromEntries(known) } : undefined;
    }
    default:
      return undefined;
  }
}

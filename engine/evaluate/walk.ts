import type { Ir } from '../ir/ir.ts';
import { bands } from './bands.ts';
import { choose } from './choose.ts';
import { determined, strict, type Found } from './found.ts';
import type { Frame } from './frame.ts';
import { applied } from './functions.ts';
import { leftTo } from './left-to.ts';
import { aggregate, fold } from './lists.ts';
import { logic, not } from './logic.ts';
import { mark, open, reading, round } from './marks.ts';
import { decisionRead, factRead, fieldRead, known, literal, localRead, parameterRead } from './reads.ts';
import { table } from './table.ts';
import { runTold } from './trace.ts';
import { comparison, within } from './within.ts';

/** What a node gives, exactly as engine/ir/README.md says it. */
export function run(ir: Ir, frame: Frame): Found {
  const { session } = frame;
  if (ir.op === 'literal') {
    const found = literal(ir, session);
    session.watch?.(ir, found);
    return found;
  }
  session.depth += 1;
  const found = session.trace === undefined ? node(ir, frame) : runTold(ir, frame, session.trace, node);
  session.depth -= 1;
  session.watch?.(ir, found);
  return found;
}

function node(ir: Ir, frame: Frame): Found {
  switch (ir.op) {
    case 'literal':
      return literal(ir, frame.session);
    case 'list':
      return strict(
        ir.items.map((item) => run(item, frame)),
        (items) => determined({ is: 'list', items }),
      );
    case 'record':
      return strict(
        ir.fields.map(({ value }) => run(value, frame)),
        (values) => {
          const fields = ir.fields.flatMap(({ name }, i) => {
            const value = values[i];
            return value === undefined ? [] : [[name, value] as const];
          });
          return determined({ is: 'record', fields: Object.fromEntries(fields) });
        },
      );
    case 'fact':
      return factRead(ir, frame);
    case 'parameter':
      return parameterRead(ir, frame);
    case 'decision':
      return decisionRead(ir, frame);
    case 'local':
      return localRead(ir, frame);
    case 'field':
      return fieldRead(ir, frame);
    case 'known':
      return known(ir, frame);
    case 'call':
      return strict(
        ir.args.map((arg) => run(arg, frame)),
        (values) => applied(ir, values, frame.session.program),
      );
    case 'logic':
      return logic(ir, frame);
    case 'not':
      return not(ir, frame);
    case 'compare':
      return comparison(ir, frame);
    case 'within':
      return within(ir, frame);
    case 'choose':
      return choose(ir, frame);
    case 'bands':
      return bands(ir, frame);
    case 'table':
      return table(ir, frame);
    case 'aggregate':
      return aggregate(ir, frame);
    case 'fold':
      return fold(ir, frame);
    case 'round':
      return round(ir, frame);
    case 'reading':
      return reading(ir, frame);
    case 'mark':
      return mark(ir, frame);
    case 'undetermined':
      return open(ir, frame);
    case 'left-to':
      return leftTo(ir, frame);
  }
}

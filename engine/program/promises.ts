import { printExpression } from '../expression/print.ts';
import { typed } from '../expression/check-cells.ts';
import type { Checker } from '../expression/environment.ts';
import type { Decision } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Output } from '../kinds/kind.ts';
import { isLine } from '../proof/line.ts';
import { constantRange } from './facts.ts';
import { handbookMessages } from './messages.ts';

type Promises = Pick<Decision, 'range' | 'monotone' | 'limits'>;

/** What an output promises of its values, for the proofs to hold it to; no evaluator reads it. */
export function promisesOf(output: Output, type: Type, checker: Checker): Promises {
  const { range: cell, monotone = [], name } = output;
  const range = cell === undefined ? undefined : constantRange(cell, type, checker);
  const rising = monotone.flatMap(({ key, value: direction }) => {
    const read = checker.check({ syntax: 'name', name: key.text, span: key.span });
    if (read.type.is === 'unknown' || type.is === 'unknown') return [];
    if (read.op === 'fact' && isInOrder(read.type) && isInOrder(type))
      return [{ fact: read.name, direction, origin: key.span }];
    checker.env.report(handbookMessages['not-monotone-by']({ name: key.text, output: name.text }, key.span));
    return [];
  });
  const limits = limitsOf(output, type, checker);
  return {
    ...(range === undefined ? {} : { range }),
    ...(rising.length === 0 ? {} : { monotone: rising }),
    ...(limits.length === 0 ? {} : { limits }),
  };
}

function limitsOf(output: Output, type: Type, checker: Checker): NonNullable<Decision['limits']> {
  return (['at-least', 'at-most'] as const).flatMap((side) => {
    const written = output[side];
    if (written === undefined || type.is === 'unknown') return [];
    if (!isLine(type)) {
      checker.env.report(handbookMessages['no-limits']({ output: output.name.text, side }, written.span));
      return [];
    }
    const of = typed(written, checker, type);
    return of.type.is === 'unknown' ? [] : [{ side, of, text: printExpression(written) }];
  });
}

/** Numbers, and the members of an enumeration in the order in which the vocabulary lists them. */
const isInOrder = (type: Type): boolean => isLine(type) || type.is === 'enumeration';

import type { Checker } from '../expression/environment.ts';
import type { Decision } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Output } from '../kinds/kind.ts';
import { isLine } from '../proof/line.ts';
import { constantRange } from './facts.ts';
import { handbookMessages } from './messages.ts';

/** What an output promises of its values, for the proofs to hold it to; no evaluator reads it. */
export function promisesOf(
  { range: cell, monotone = [], name }: Output,
  type: Type,
  checker: Checker,
): Pick<Decision, 'range' | 'monotone'> {
  const range = cell === undefined ? undefined : constantRange(cell, type, checker);
  const rising = monotone.flatMap(({ key, value: direction }) => {
    const read = checker.check({ syntax: 'name', name: key.text, span: key.span });
    if (read.type.is === 'unknown' || type.is === 'unknown') return [];
    if (read.op === 'fact' && isLine(read.type) && isLine(type))
      return [{ fact: read.name, direction, origin: key.span }];
    checker.env.report(handbookMessages['not-monotone-by']({ name: key.text, output: name.text }, key.span));
    return [];
  });
  return { ...(range === undefined ? {} : { range }), ...(rising.length === 0 ? {} : { monotone: rising }) };
}

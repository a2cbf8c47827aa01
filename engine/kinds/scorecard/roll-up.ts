import { typed } from '../../expression/check-cells.ts';
import { broken } from '../../expression/check-names.ts';
import type { Checker } from '../../expression/environment.ts';
import type { FactRead, Ir } from '../../ir/ir.ts';
import { boolean, isNumeric, number, type Type } from '../../ir/type.ts';
import type { Output } from '../kind.ts';
import { amountOf, call, compare, fieldOf, overList } from '../nodes.ts';
import { lowerExpr, marked } from '../place.ts';
import type { RollUp } from './index.ts';
import { scorecardMessages } from './messages.ts';

/** One result out of so many results; with fewer or more of them nothing is determined. */
export function rollUpOutput(rollUp: RollUp): Output {
  return {
    name: rollUp.id,
    title: rollUp.title,
    cites: rollUp.cites ?? [],
    hidden: false,
    lower: ({ checker }) => {
      const combined = lowerCombined(rollUp, checker);
      const condition = rollUp['only-if'];
      if (condition === undefined) return combined;
      const { type } = combined;
      const when = typed(condition.is, checker, boolean);
      const otherwise = lowerExpr(condition.otherwise, checker, type);
      return { op: 'choose', type, origin: rollUp.id.span, arms: [{ when, value: combined, cites: [] }], otherwise };
    },
  };
}

function lowerCombined(rollUp: RollUp, checker: Checker): Ir {
  const { from, count, combine, id } = rollUp;
  const list = checker.check(from);
  if (list.type.is === 'unknown') return broken(from);
  const field = rollUp.score?.text ?? 'score';
  const type = list.op === 'fact' ? resultType(list, field) : undefined;
  if (list.op !== 'fact' || type === undefined) {
    checker.env.report(scorecardMessages['no-results']({ field }, rollUp.score?.span ?? from.span));
    return broken(from);
  }
  const average = overList('average', list, checker, {
    name: 'result',
    body: (each) => (each.type.is === 'record' ? fieldOf(each, field) : each),
  });
  const complete = compare(call('size', number, list), '=', amountOf(String(count), id.span));
  return {
    op: 'choose',
    type,
    origin: id.span,
    arms: [{ when: complete, value: marked(combine['rests-on'], average, checker), cites: [] }],
    otherwise: { op: 'undetermined', type, origin: id.span, fact: list.name, needs: count },
  };
}

/** The type of what is averaged: the field of each element, or the elements themselves. */
function resultType({ type }: FactRead, field: string): Type | undefined {
  const element = type.is === 'list' ? type.of : undefined;
  const result = element?.is === 'record' ? element.fields[field] : element;
  return result !== undefined && isNumeric(result) ? result : undefined;
}

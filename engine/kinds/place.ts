import type { Static } from 'typebox';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Expr } from '../expression/ast.ts';
import { checkCell, typed } from '../expression/check-cells.ts';
import { checkMessages } from '../expression/check-messages.ts';
import { broken } from '../expression/check-names.ts';
import type { Checker, Environment } from '../expression/environment.ts';
import type { Ir, LeftTo } from '../ir/ir.ts';
import { unknown, type Type } from '../ir/type.ts';
import { cell, expression, oneOfForms, optional, record, shared } from '../shape/builders.ts';
import type { Word } from '../shape/schema.ts';
import { suggest, writeInstead } from '../diagnostic/suggest.ts';
import { restsOn, unstated, whoOrUnstated } from './head.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

export const leftTo = shared(
  'left-to',
  record(doc('A person decides within the range.', '由人在范围内决定。'), {
    by: whoOrUnstated(
      doc(
        'Who decides: a post, a department or a relation such as superior.',
        '由谁决定：岗位、部门，或 superior 等关系。',
      ),
      'role',
    ),
    allowed: cell(doc('What may be decided.', '允许的范围。')),
    proposed: optional(expression(doc('The fact that holds the proposal.', '拟定值所在的事实。'))),
  }),
);
type LeftToEntry = Static<typeof leftTo>;

const value = expression(doc('The value.', '取值。'));
/** The forms of a place that have a key of their own, for kinds whose plain form is another. */
export const placeForms = {
  'left-to': record(doc('A person decides.', '由人决定。'), { 'left-to': leftTo, 'rests-on': optional(restsOn) }),
  unstated,
  value: record(doc('A value that rests on an interpretation.', '依据解释的取值。'), {
    value,
    'rests-on': optional(restsOn),
  }),
};
/** Where a value stands: an expression, one that rests on an interpretation, one left to a person, or one that is not stated. */
export const place = shared(
  'place',
  oneOfForms(
    doc('A value, or who decides it, or what leaves it open.', '取值、由谁决定或为何缺失。'),
    placeForms,
    value,
  ),
);
export type Place = Static<typeof place>;

export function lowerPlace(written: Place, checker: Checker, expected: Type | undefined): Ir {
  switch (written.form) {
    case 'plain':
      return lowerExpr(written.value, checker, expected);
    case 'value':
      return marked(written.value['rests-on'], lowerExpr(written.value.value, checker, expected), checker);
    case 'unstated':
      return lowerUnstated(written.value.unstated, checker, expected);
    case 'left-to':
      return marked(written.value['rests-on'], lowerLeftTo(written.value['left-to'], checker, expected), checker);
  }
}

/** An expression of a type, or of whatever type it has. */
export function lowerExpr(expr: Expr, checker: Checker, expected: Type | undefined): Ir {
  return expected === undefined ? checker.check(expr) : typed(expr, checker, expected);
}

export function lowerUnstated(id: Word, { env }: Checker, expected: Type | undefined): Ir {
  const gap = env.gap(id.text);
  if (gap === undefined) {
    reportGap(id, env);
    return broken(id);
  }
  return { op: 'undetermined', type: expected ?? unknown, origin: id.span, gap };
}

export function lowerLeftTo(written: LeftToEntry, checker: Checker, expected: Type | undefined): Ir {
  const { env } = checker;
  const proposed = written.proposed === undefined ? undefined : lowerExpr(written.proposed, checker, expected);
  if (proposed !== undefined && proposed.op !== 'fact') {
    env.report(checkMessages['known-of-fact']({}, written.proposed?.span ?? written.span));
    return broken(written);
  }
  const type = expected ?? proposed?.type ?? unknown;
  const allowed = checkCell(written.allowed, checker, type);
  if (allowed.range !== 'interval' && allowed.range !== 'set') {
    env.report(
      checkMessages['wrong-type'](
        {
          found: allowed.range === 'any' ? { en: 'any', zh: '任意值' } : { en: 'list', zh: '列表' },
          expected: { en: '[a .. b] or {a, b}', zh: '[a .. b] 或 {a, b}' },
        },
        written.allowed.span,
      ),
    );
    return broken(written);
  }
  return {
    op: 'left-to',
    type: type.is === 'unknown' ? typeOfRange(allowed) : type,
    origin: written.span,
    by: decider(written.by, checker),
    allowed,
    ...(proposed === undefined ? {} : { proposed }),
  };
}

function decider(by: LeftToEntry['by'], { env }: Checker): LeftTo['by'] {
  if (by.form === 'plain') return { post: by.value.text };
  const id = by.value.unstated;
  const gap = env.gap(id.text);
  if (gap === undefined) {
    reportGap(id, env);
  }
  return { gap: gap ?? '' };
}

function reportGap(id: Word, env: Environment): void {
  const near = suggest(id.text, env.gaps());
  env.report(checkMessages['unknown-gap']({ name: id.text, near }, id.span, { fixes: writeInstead(near, id.span) }));
}

function typeOfRange(range: LeftTo['allowed']): Type {
  const [first] = range.range === 'set' ? range.items : [range.low?.at, range.high?.at];
  return first?.type ?? unknown;
}

/** Wraps a value in the interpretations that it rests on, and in the mark of the company's own figure. */
export function marked(ids: readonly Word[] | undefined, ir: Ir, checker: Checker, own = false): Ir {
  const interpretations = (ids ?? []).flatMap((id) => resolveInterpretation(id, checker));
  if (interpretations.length === 0 && !own) return ir;
  return { op: 'mark', type: ir.type, origin: ids?.[0]?.span ?? ir.origin, interpretations, own, value: ir };
}

export function resolveInterpretation(id: Word, { env }: Checker): readonly string[] {
  const found = env.interpretation(id.text);
  if (found !== undefined) return [found];
  const near = suggest(id.text, env.interpretations());
  const fixes = writeInstead(near, id.span);
  env.report(checkMessages['unknown-interpretation']({ name: id.text, near }, id.span, { fixes }));
  return [];
}

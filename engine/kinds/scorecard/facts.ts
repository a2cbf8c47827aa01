import type { Cell, CellBound } from '../../expression/ast.ts';
import type { Bound, LeftTo, Range } from '../../ir/ir.ts';
import type { Fact, FieldRule } from '../../ir/program.ts';
import { listOf, number, text, type Type } from '../../ir/type.ts';
import { amountOf, textOf } from '../nodes.ts';
import type { Criterion, Raters, ScorecardPolicy } from './index.ts';

export type Points = Extract<LeftTo['allowed'], { range: 'interval' }>;

/** Facts that the card declares itself, since its lines already say all about them: each criterion, or the list of ratings. */
export function factsOf(policy: ScorecardPolicy): readonly Fact[] {
  const { criteria = [], raters } = policy;
  const rule = ruleOf(policy);
  if (raters !== undefined) return criteria.length === 0 ? [] : [ratings(policy, criteria, raters, rule)];
  return criteria.map(({ id, title }) => ({
    name: factName(policy, id.text),
    title,
    alias: [],
    subject: 'person',
    ...rule,
    origin: id.span,
  }));
}

export const factName = ({ policy }: ScorecardPolicy, criterion: string): string => `${policy.text}.${criterion}`;

/** What the list of ratings is made of. */
export function ratingsType(criteria: readonly Criterion[]): Type {
  const fields = criteria.map(({ id }) => [id.text, number] as const);
  return listOf({ is: 'record', fields: { role: text, person: text, ...Object.fromEntries(fields) } });
}

function ratings(
  policy: ScorecardPolicy,
  criteria: readonly Criterion[],
  { from, roles }: Raters,
  rule: FieldRule,
): Fact {
  const allowed: Range = { range: 'set', items: roles.map((role) => textOf(role.text, role.span)), none: false };
  // Two ratings by nobody would count as one.
  const named: Range = { range: 'set', items: [textOf('', from.span)], none: true };
  return {
    name: from.text,
    type: ratingsType(criteria),
    title: { en: `Ratings: ${policy.title.en}`, zh: `${policy.title.zh}：各人评分` },
    alias: [],
    subject: 'person',
    closed: false,
    fields: {
      role: { type: text, range: allowed, closed: false },
      person: { type: text, range: named, closed: false },
      ...Object.fromEntries(criteria.map(({ id }) => [id.text, rule])),
    },
    origin: from.span,
  };
}

function ruleOf(policy: ScorecardPolicy): FieldRule {
  const { points } = policy;
  const range = pointsOf(policy);
  const scale = points?.scale ?? (points?.whole === true ? 0 : undefined);
  return {
    type: number,
    closed: false,
    ...(range === undefined ? {} : { range }),
    ...(scale === undefined ? {} : { scale }),
  };
}

/** The points as a range of written numbers with both ends; undefined when they are not written so. */
export function pointsOf({ points }: ScorecardPolicy): Points | undefined {
  const written: Cell | undefined = points?.range;
  if (written?.cell !== 'interval') return undefined;
  const [low, high] = [endOf(written.low), endOf(written.high)];
  return low === undefined || high === undefined ? undefined : { range: 'interval', low, high };
}

function endOf(end: CellBound | undefined): Bound | undefined {
  if (end === undefined) return undefined;
  const { at, open } = end;
  const isNegative = at.syntax === 'unary' && at.operator === '-';
  const size = isNegative ? at.operand : at;
  if (size.syntax !== 'number') return undefined;
  return { at: amountOf(isNegative ? `-${size.digits}` : size.digits, at.span), open };
}

import type { Bound, Choose, Compare, Comparison, Ir, Range } from '../ir/ir.ts';
import { isOrdered, text, type Type } from '../ir/type.ts';
import { rangeParts } from '../ir/walk.ts';
import type { Value } from '../ir/value.ts';

/** A condition taken apart: what it looks at, by a key that two places have in common, and how the answers go together. */
export type Statement =
  | { readonly is: 'truth'; readonly truth: boolean }
  /** What the source leaves open, or a person decides. */
  | { readonly is: 'open' }
  | { readonly is: 'asks'; readonly subject: Subject; readonly key: string; readonly range: Range }
  | { readonly is: 'known'; readonly subject: Subject; readonly key: string; readonly negated: boolean }
  | { readonly is: 'not'; readonly of: Statement }
  | { readonly is: 'and' | 'or'; readonly left: Statement; readonly right: Statement }
  | {
      readonly is: 'choose';
      readonly arms: readonly { readonly when: Statement; readonly value: Statement }[];
      readonly otherwise: Statement;
    };

/** What a condition looks at: a fact, something that follows from facts, or how two values compare. */
export type Subject =
  { readonly is: 'value'; readonly of: Ir } | { readonly is: 'order'; readonly left: Ir; readonly right: Ir };

/** Reads a decision of the same policy in its place; undefined for those of others. */
export type Inline = (decision: string) => Ir | undefined;

export function statementOf(ir: Ir, inline: Inline): Statement {
  const of = (part: Ir): Statement => statementOf(part, inline);
  switch (ir.op) {
    case 'literal':
      return ir.value.is === 'boolean' ? { is: 'truth', truth: ir.value.truth } : { is: 'open' };
    case 'undetermined':
    case 'left-to':
      return { is: 'open' };
    case 'not':
      return { is: 'not', of: of(ir.operand) };
    case 'logic':
      return { is: ir.connective, left: of(ir.left), right: of(ir.right) };
    case 'choose':
      return chooseOf(ir, of);
    case 'mark':
    case 'round':
      return of(ir.value);
    case 'reading':
      return of(ir.taken);
    case 'known':
      return ir.of.op === 'fact'
        ? { is: 'known', subject: { is: 'value', of: ir.of }, key: ir.of.name, negated: ir.negated }
        : asked(ir, isTrue(ir));
    case 'compare':
      return comparison(ir);
    case 'within':
      return isWritten(ir.range) ? asked(ir.value, ir.range) : asked(ir, isTrue(ir));
    case 'decision': {
      const own = ir.otherwise === undefined ? inline(ir.name) : undefined;
      if (own === undefined) return asked(ir, isTrue(ir));
      // a definition that reads itself is told elsewhere; here its name is met once only
      return statementOf(own, (decision) => (decision === ir.name ? undefined : inline(decision)));
    }
    default:
      return asked(ir, isTrue(ir));
  }
}

function chooseOf({ arms, otherwise }: Choose, of: (part: Ir) => Statement): Statement {
  return {
    is: 'choose',
    arms: arms.map(({ when, value }) => ({ when: of(when), value: of(value) })),
    otherwise: of(otherwise),
  };
}

const asked = (of: Ir, range: Range): Statement => asks({ is: 'value', of }, range);
const asks = (subject: Subject, range: Range): Statement => ({ is: 'asks', subject, key: keyOf(subject), range });

const isTrue = ({ origin, type }: Ir): Range => only([{ op: 'literal', type, origin, value: truthOf(true) }]);
const truthOf = (truth: boolean): Value => ({ is: 'boolean', truth });
const only = (items: readonly Ir[], none = false): Range => ({ range: 'set', items, none });

/** Two subjects are one when they are written alike; where they stand does not matter. */
function keyOf(subject: Subject): string {
  switch (subject.is) {
    case 'value':
      return subject.of.op === 'fact' ? subject.of.name : bareText(subject.of);
    case 'order':
      return `${bareText(subject.left)} ${bareText(subject.right)}`;
  }
}

const bareText = (part: Ir): string =>
  JSON.stringify(part, (key, value: unknown) => (key === 'origin' ? undefined : value));

/** Against a written value a comparison is a range; of two computed ones only the order matters. */
function comparison(ir: Compare): Statement {
  const { left, right, comparison: how } = ir;
  if (right.op === 'literal') return left.op === 'literal' ? asked(ir, isTrue(ir)) : asked(left, rangeOf(how, right));
  if (left.op === 'literal') return asked(right, rangeOf(turned[how], left));
  // The same two the other way round are no other pair.
  const isTurned = bareText(left) > bareText(right);
  const [first, second] = isTurned ? [right, left] : [left, right];
  const orders = accepted[isTurned ? turned[how] : how].filter((one) => one !== '>' || isOrdered(left.type));
  const items = orders.map((order): Ir => ({ op: 'literal', type: text, origin: ir.origin, value: orderOf(order) }));
  return asks({ is: 'order', left: first, right: second }, only(items));
}

const orderOf = (text: string): Value => ({ is: 'text', text });

/** The statement and all that it is put together from. */
export function* partsOf(statement: Statement): Generator<Statement, void, undefined> {
  yield statement;
  switch (statement.is) {
    case 'truth':
    case 'open':
    case 'asks':
    case 'known':
      return;
    case 'not':
      return yield* partsOf(statement.of);
    case 'and':
    case 'or':
      yield* partsOf(statement.left);
      return yield* partsOf(statement.right);
    case 'choose':
      for (const { when, value } of statement.arms) {
        yield* partsOf(when);
        yield* partsOf(value);
      }
      return yield* partsOf(statement.otherwise);
  }
}

/** How two values can lie to each other; without an order `<` stands for any difference. */
export const ordersOf = (type: Type): readonly Value[] => (isOrdered(type) ? ['<', '=', '>'] : ['<', '=']).map(orderOf);

const accepted: Readonly<Record<Comparison, readonly string[]>> = {
  '=': ['='],
  '!=': ['<', '>'],
  '<': ['<'],
  '<=': ['<', '='],
  '>': ['>'],
  '>=': ['=', '>'],
};

/** The same comparison with its sides exchanged. */
export const turned: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function rangeOf(how: Comparison, at: Ir): Range {
  const end = (open: boolean): Bound => ({ at, open });
  switch (how) {
    case '=':
      return only([at]);
    case '!=':
      return only([at], true);
    case '<':
      return { range: 'interval', high: end(true) };
    case '<=':
      return { range: 'interval', high: end(false) };
    case '>':
      return { range: 'interval', low: end(true) };
    case '>=':
      return { range: 'interval', low: end(false) };
  }
}

const isWritten = (range: Range): boolean =>
  range.range !== 'list' && rangeParts(range).every((part) => part.op === 'literal');

import type { Ir } from '../../ir/ir.ts';
import type { Expr } from '../../expression/ast.ts';
import type { Checker } from '../../expression/environment.ts';
import { listOf, number, percent } from '../../ir/type.ts';
import { compareExact, type Exact } from '../../value/exact.ts';
import type { Lowering } from '../kind.ts';
import { amountOf, call, compare, fieldOf, overList, recordOf, sumOf } from '../nodes.ts';
import { marked } from '../place.ts';
import { shareOf } from '../shares.ts';
import { givenGrades, readOwn } from './grade.ts';
import type { Distribution, GradesPolicy, ShareEntry } from './index.ts';

/** The steps by which shares become whole people: hidden decisions, of names that nobody else can have. */
export const names = {
  /** The head-count times each share, exactly. */
  quotas: 'distribution/quotas',
  remainders: 'distribution/remainders',
  /** Places that the whole parts of the quotas leave. */
  leftOver: 'distribution/left-over',
  order: 'distribution/order',
  places: 'distribution/places',
} as const;

export function lowerQuotas(policy: GradesPolicy, distribution: Distribution, head: Ir, lowering: Lowering): Ir {
  const fields = sharesOf(policy, distribution, lowering).map(({ grade, share }) => ({
    name: grade,
    value: call('multiply', number, share, head),
  }));
  return recordOf(fields, distribution.span);
}

export function lowerRemainders(policy: GradesPolicy, lowering: Lowering): Ir {
  const quotas = readOwn(names.quotas, policy, lowering);
  const fields = givenGrades(policy, lowering.checker).map((grade) => {
    const quota = fieldOf(quotas, grade);
    return { name: grade, value: call('subtract', number, quota, floor(quota)) };
  });
  return recordOf(fields, quotas.origin);
}

export function lowerLeftOver(policy: GradesPolicy, head: Ir, lowering: Lowering): Ir {
  const quotas = readOwn(names.quotas, policy, lowering);
  const wholes = givenGrades(policy, lowering.checker).map((grade) => floor(fieldOf(quotas, grade)));
  return wholes.length === 0 ? head : call('subtract', number, head, sumOf(wholes));
}

/**
 * The order in which grades get the places left over, from 1: one more than the number of grades that come before, which are
 * those with a larger remainder; of equal ones the larger share, then the earlier grade.
 */
export function lowerOrder(policy: GradesPolicy, distribution: Distribution, lowering: Lowering): Ir {
  const remainders = readOwn(names.remainders, policy, lowering);
  const all = sharesOf(policy, distribution, lowering);
  const fields = all.map((own, place) => {
    const mine = fieldOf(remainders, own.grade);
    const winsTies = all.filter(({ size }, i) => {
      const order = compareExact(size, own.size);
      return order > 0 || (order === 0 && i < place);
    });
    const losesTies = all.filter((other) => other !== own && !winsTies.includes(other));
    const count = (others: readonly Share[], comparison: '>' | '>='): readonly Ir[] => {
      const items = others.map(({ grade }) => fieldOf(remainders, grade));
      const list: Ir = { op: 'list', type: listOf(number), origin: mine.origin, items };
      const where = (other: Ir): Ir => compare(other, comparison, mine);
      return items.length === 0 ? [] : [overList('count', list, lowering.checker, { name: 'other', where })];
    };
    const parts = [amountOf('1', mine.origin), ...count(winsTies, '>='), ...count(losesTies, '>')];
    return { name: own.grade, value: sumOf(parts) };
  });
  return recordOf(fields, remainders.origin);
}

/**
 * The largest remainder without a loop: each grade whose turn comes while places are left gets one more. Where shares divide
 * evenly nothing is rounded, and nothing rests on the rule.
 */
export function lowerPlaces(policy: GradesPolicy, distribution: Distribution, lowering: Lowering): Ir {
  const quotas = readOwn(names.quotas, policy, lowering);
  const left = readOwn(names.leftOver, policy, lowering);
  const order = readOwn(names.order, policy, lowering);
  const { origin, type } = quotas;
  const whole = givenGrades(policy, lowering.checker).map((grade) => {
    const more: Ir = {
      op: 'choose',
      type: number,
      origin,
      arms: [{ when: compare(fieldOf(order, grade), '<=', left), value: amountOf('1', origin), cites: [] }],
      otherwise: amountOf('0', origin),
    };
    return { name: grade, value: call('add', number, floor(fieldOf(quotas, grade)), more) };
  });
  const rule = distribution['whole-people'];
  return {
    op: 'choose',
    type,
    origin,
    arms: [{ when: compare(left, '=', amountOf('0', origin)), value: quotas, cites: [] }],
    otherwise: marked(rule['rests-on'], recordOf(whole, rule.span), lowering.checker),
  };
}

export const floor = (value: Ir): Ir => call('floor', number, value, amountOf('1', value.origin));

interface Share {
  readonly grade: string;
  readonly share: Ir;
  readonly size: Exact;
}

/** The percent, whatever it rests on. */
export const writtenShare = (entry: ShareEntry): Expr => (entry.form === 'plain' ? entry.value : entry.value.value);

/** What is no percent has a diagnostic of this kind already. */
function lowerShare(entry: ShareEntry, checker: Checker): Ir {
  const share = checker.check(writtenShare(entry), percent);
  return entry.form === 'plain' ? share : marked(entry.value['rests-on'], share, checker);
}

/** Grades with a band, in order, each with its share; one that is missing has a diagnostic and counts as none. */
function sharesOf(policy: GradesPolicy, { shares, span }: Distribution, { checker }: Lowering): readonly Share[] {
  return givenGrades(policy, checker).map((grade) => {
    const written = shares.find(({ key }) => key.text === grade)?.value;
    const none: Ir = { op: 'literal', type: percent, origin: span, value: { is: 'percent', digits: '0' } };
    const size = written === undefined ? undefined : shareOf(writtenShare(written));
    return {
      grade,
      share: written === undefined ? none : lowerShare(written, checker),
      size: size ?? { top: 0n, bottom: 1n },
    };
  });
}

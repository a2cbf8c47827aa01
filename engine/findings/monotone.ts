import type { Fact, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { askedAtoms } from '../symbolic/asked.ts';
import type { Atom } from '../symbolic/atom.ts';
import { everything, withColumn, type Box } from '../symbolic/box.ts';
import { cutLine, cutNames } from '../symbolic/cut.ts';
import { decided } from '../symbolic/explore.ts';
import { zero } from '../symbolic/form.ts';
import { factsThatMayLack } from '../symbolic/lacking.ts';
import { factsOf, type Meanings } from '../symbolic/meaning-key.ts';
import { argumentsOf, walkOf } from '../symbolic/pieces.ts';
import * as quotients from '../symbolic/quotient.ts';
import type { Quotient } from '../symbolic/quotient.ts';
import type { Symbol } from '../symbolic/symbol.ts';
import { factsIn } from '../symbolic/witness.ts';
import { factAtom, worldOf } from '../symbolic/world.ts';
import { compareExact } from '../value/exact.ts';
import { ask, placeOf, positionIn, witnessOf, type Witness } from './replays.ts';
import { otherName, secondCopy } from './second-copy.ts';

/** Whether a promise to rise or fall with a fact is kept. */
export type Monotone =
  | { readonly is: 'proven' }
  /** The same facts but for the one, lower and higher, and what the evaluator says of each. */
  | { readonly is: 'refuted'; readonly lower: Side; readonly higher: Side }
  | { readonly is: 'not-decided'; readonly because: 'parts' | 'unseen' };
interface Side {
  readonly facts: Witness;
  readonly value: string;
}

/**
 * Never falls (`up`) or never rises (`down`) the decision when the fact rises and all other facts that are given stay? Facts that
 * follow from it are left out, so that they follow. Where one of the two outcomes has no value nothing is compared.
 */
export function isMonotone(
  name: string,
  fact: string,
  direction: 'up' | 'down',
  program: Program,
  { meanings, parts }: { readonly meanings: Meanings; readonly parts: number },
): Monotone {
  const second = secondCopy(program, fact);
  const [decision, other, known] = [program.decisions[name], second.decisions[name], program.facts[fact]];
  if (decision === undefined || other === undefined || known === undefined) throw new Error(`no ${name} by ${fact}`);
  const left = following(fact, program, meanings);
  const mayLack = factsThatMayLack(decision, program).union(new Set(left));
  const walks = [
    { ...walkOf(program, { meanings, parts }), mayLack },
    { ...walkOf(second, { meanings, parts }), mayLack },
  ] as const;
  let isOpen = false;
  for (const start of risen(known, without(left), second)) {
    for (const first of decided(decision, argumentsOf(name, walks[0]), start, walks[0])) {
      if (first.value.is === 'nothing') continue;
      for (const { box, value } of decided(other, argumentsOf(name, walks[1]), first.box, walks[1])) {
        if (value.is === 'nothing') continue;
        const [before, after] = [numberOf(first.value, program), numberOf(value, program)];
        if (before === undefined || after === undefined) return { is: 'not-decided', because: 'unseen' };
        const change = quotients.minus(after, before);
        const wrong = quotients.scaled(change, { top: direction === 'up' ? -1n : 1n, bottom: 1n });
        for (const { box: bad } of cutLine(box, wrong, [rising])) {
          isOpen = true;
          const found = refuted(name, fact, direction, bad, program, second, meanings);
          if (found !== undefined) return found;
        }
      }
      if (walks.some(({ budget }) => budget.left < 0)) return { is: 'not-decided', because: 'parts' };
    }
  }
  if (walks.some(({ budget }) => budget.left < 0)) return { is: 'not-decided', because: 'parts' };
  return isOpen ? { is: 'not-decided', because: 'unseen' } : { is: 'proven' };
}

const rising = { stretch: { low: { at: zero, open: true } }, value: true };

/** Both copies of the fact, the second one greater: a later member, where it is one of an enumeration. */
function risen({ name, type, origin }: Fact, start: Box, second: Program): readonly Box[] {
  const [low, high] = [name, otherName(name)].map((one) =>
    factAtom(one, type, { op: 'fact', name: one, type, origin }, worldOf(second)),
  );
  if (low === undefined || high === undefined) return [];
  if (type.is !== 'enumeration') {
    const change = quotients.minus(quotients.ofAtom(high), quotients.ofAtom(low));
    return cutLine(start, change, [rising]).map(({ box }) => box);
  }
  const members = low.domain?.is === 'members' ? low.domain.values : [];
  const is = (box: Box, atom: Atom, member: Value): readonly Box[] =>
    cutNames(box, atom, [member]).flatMap((path) => (path.value === undefined ? [] : [path.box]));
  return members.flatMap((member, i) =>
    members.slice(i + 1).flatMap((later) => is(start, low, member).flatMap((box) => is(box, high, later))),
  );
}

/** What is more or less: a number, or the place of a member among its enumeration's. */
function numberOf(value: Symbol, program: Program): Quotient | undefined {
  if (value.is === 'amount') return value.of;
  const place = value.is === 'value' ? placeOf(value.value, program) : undefined;
  return place === undefined ? undefined : quotients.number(place);
}

/** The facts that are computed from the one where nobody gives them. */
function following(fact: string, program: Program, meanings: Meanings): readonly string[] {
  return Object.values(program.facts).flatMap(({ name, orFrom }) =>
    orFrom !== undefined && factsOf(orFrom, program, meanings).includes(fact) ? [name] : [],
  );
}

const without = (facts: readonly string[]): Box =>
  facts.reduce((box, fact) => withColumn(box, `given ${fact}`, { is: 'given', fact, given: false }), everything);

function refuted(
  name: string,
  fact: string,
  direction: 'up' | 'down',
  box: Box,
  program: Program,
  second: Program,
  meanings: Meanings,
): Monotone | undefined {
  const wanted = [program, second].flatMap((one) => [
    ...askedAtoms(name, one, meanings),
    ...[...box.columns.values()].flatMap((column) =>
      column.is === 'given' ? atomsBehind(column.fact, one, meanings) : [],
    ),
  ]);
  for (const facts of factsIn(box, wanted, second)) {
    const { [otherName(fact)]: high, ...lower } = facts;
    if (high === undefined) continue;
    const higher = { ...lower, [fact]: high };
    const [first, then] = [ask(name, lower, program), ask(name, higher, program)];
    const [before, after] = [positionIn(first, program), positionIn(then, program)];
    if (before === undefined || after === undefined) continue;
    const change = compareExact(after, before);
    if (direction === 'up' ? change >= 0 : change <= 0) continue;
    return {
      is: 'refuted',
      lower: { facts: witnessOf(lower, program), value: first.value ?? '' },
      higher: { facts: witnessOf(higher, program), value: then.value ?? '' },
    };
  }
  return undefined;
}

/** What a fact that is left out follows from. */
function atomsBehind(fact: string, program: Program, meanings: Meanings): readonly Atom[] {
  const { orFrom } = program.facts[fact] ?? {};
  return (orFrom === undefined ? [] : factsOf(orFrom, program, meanings)).flatMap((name) => {
    const known = program.facts[name];
    if (known === undefined) return [];
    const { type, origin } = known;
    return [factAtom(name, type, { op: 'fact', name, type, origin }, worldOf(program))];
  });
}

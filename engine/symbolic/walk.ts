import type { Ir, Literal, Range } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { World } from '../proof/domain.ts';
import { remembered } from '../source/remembered.ts';
import type { Box, Path } from './box.ts';
import { cutNames } from './cut.ts';
import type { Meanings } from './meaning-key.ts';
import { nothingOf, ofValue, type Nothing, type Symbol } from './symbol.ts';

/** What an exploration knows while it walks. */
export interface Walk {
  readonly program: Program;
  readonly world: World;
  readonly meanings: Meanings;
  readonly locals: ReadonlyMap<string, Symbol>;
  /** Counts down with each part that is looked at; below zero the exploration ends undecided. */
  readonly budget: { left: number };
  readonly depth: number;
  /** All that an expression can come to inside a box, each with the part of the box in which it does. */
  readonly run: (ir: Ir, box: Box, walk: Walk) => Generator<Path<Symbol>, void, undefined>;
  /** Facts that may be left out: somebody asks whether they are given. */
  readonly mayLack?: ReadonlySet<string>;
  /** Decisions that are not looked into. */
  readonly shut?: (decision: string) => boolean;
  /** Between which values a decision that is not looked into always lies, where that was proved. */
  readonly promised?: (decision: string) => Range | undefined;
  /** Hears which answer a part of the program gave somewhere in a box. */
  readonly hear?: (part: object, answer: boolean | 'nothing', box: Box) => void;
  /** Parameters count as whatever the company may set, also those that are set. */
  readonly openParameters?: true;
  /** All facts but one are known: a fact without a value is not given. */
  readonly along?: Along;
}

/** One fact that moves, among others that stay what they are. */
export interface Along {
  readonly fact: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** The same for a condition: it holds, it does not, or nothing says so. */
export function* truths(ir: Ir, box: Box, walk: Walk): Generator<Path<boolean | Nothing>, void, undefined> {
  for (const path of walk.run(ir, box, walk)) {
    for (const found of truthsOf(path)) {
      walk.hear?.(ir, heard(found.value), found.box);
      yield found;
    }
  }
}

export function* truthsOf({ box, value }: Path<Symbol>): Generator<Path<boolean | Nothing>, void, undefined> {
  switch (value.is) {
    case 'nothing':
      return yield { box, value };
    case 'value':
      return yield { box, value: value.value.is === 'boolean' && value.value.truth };
    case 'open':
      for (const { box: inside, value: named } of cutNames(box, value.atom, [{ is: 'boolean', truth: true }])) {
        yield { box: inside, value: named !== undefined };
      }
      return;
    default:
      throw new Error(`a condition that is a ${value.is}`);
  }
}

/** All operands, left to right: their values, or the leftmost error, or all reasons together. */
export function* strictly(
  parts: readonly Ir[],
  box: Box,
  walk: Walk,
): Generator<Path<readonly Symbol[] | Nothing>, void, undefined> {
  if (!isTooWide(parts.length / 2, walk)) yield* operands(parts, [], box, walk);
}

/** The same behind those that are known; the list of them grows here. */
function* operands(
  parts: readonly Ir[],
  known: Symbol[],
  box: Box,
  walk: Walk,
): Generator<Path<readonly Symbol[] | Nothing>, void, undefined> {
  for (let part = parts[known.length]; part !== undefined; part = parts[known.length]) {
    if (part.op !== 'literal') {
      for (const { box: inside, value } of walk.run(part, box, walk))
        yield* operands(parts, [...known, value], inside, walk);
      return;
    }
    // The ends of a scale's tiers are dozens, and each has one value.
    if (--walk.budget.left < 0) return;
    known.push(literalOf(part));
  }
  yield { box, value: nothingOf(known) ?? known };
}

/** What is written comes to one object, so that what is worked out of it is worked out once. */
export const literalOf: (ir: Literal) => Symbol = remembered(({ value }: Literal) => ofValue(value));

// Each waits inside the one before it, and a stack holds some thousands: a tier has two ends.
const mostAbreast = 1_000;

/** So many tiers, rows or branches side by side are not gone through: the exploration ends undecided. */
export function isTooWide(count: number, { budget }: Walk): boolean {
  if (count <= mostAbreast) return false;
  budget.left = -1;
  return true;
}

export const heard = (value: boolean | Nothing): boolean | 'nothing' =>
  typeof value === 'boolean' ? value : 'nothing';

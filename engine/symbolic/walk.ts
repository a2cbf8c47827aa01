import type { Ir, Range } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { World } from '../proof/domain.ts';
import type { Box, Path } from './box.ts';
import { cutNames } from './cut.ts';
import type { Meanings } from './meaning-key.ts';
import { nothingOf, type Nothing, type Symbol } from './symbol.ts';

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
  before: readonly Symbol[] = [],
): Generator<Path<readonly Symbol[] | Nothing>, void, undefined> {
  if (isTooWide(parts.length / 2, walk)) return;
  const [part, ...rest] = parts;
  if (part === undefined) return yield { box, value: nothingOf(before) ?? before };
  for (const { box: inside, value } of walk.run(part, box, walk)) {
    yield* strictly(rest, inside, walk, [...before, value]);
  }
}

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

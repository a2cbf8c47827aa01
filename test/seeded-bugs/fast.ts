import type { Bug } from './bug.ts';

/** Mistakes in the fast layer of the compiled evaluator, which answers only plain questions. */
export const fastBugs: readonly Bug[] = [
  {
    name: 'the first unit of an open end is inside',
    file: 'compile/fast/within.ts',
    find: '(open.low ? 1 : 0)',
    replace: '0',
  },
  {
    name: 'an open upper end of a band is inside',
    file: 'compile/fast/bands.ts',
    find: 'units < high : units <= high',
    replace: 'units <= high : units <= high',
  },
  {
    name: 'a quotient meets the ends of bands as if it were whole',
    file: 'compile/fast/bands.ts',
    find: 'const below = quotient ? run.denominator : 1;',
    replace: 'const below = quotient ? 1 : run.denominator;',
  },
  {
    name: 'a half of an even step is rounded away',
    file: 'compile/fast/round.ts',
    find: 'beyondHalf === 0 && steps % 2 === 1',
    replace: 'beyondHalf === 0 && steps % 2 === 0',
  },
  {
    name: 'floor cuts off below zero',
    file: 'compile/fast/round.ts',
    find: '(negative ? 1 : 0)',
    replace: '0',
  },
  {
    name: 'an unchanged value counts as rounded',
    file: 'compile/fast/round.ts',
    find: 'if (rest !== 0) {',
    replace: 'if (rest >= 0) {',
  },
  {
    name: 'a product that is too long is taken as it is',
    file: 'compile/fast/run.ts',
    find: 'return number <= largest && number >= -largest ? number : leave();',
    replace: 'return number;',
  },
  {
    name: 'a negative denominator divides',
    file: 'compile/fast/arithmetic.ts',
    find: 'if (divisor <= 0) leave();',
    replace: 'if (divisor === 0) leave();',
  },
  {
    name: 'the greater of two quotients goes by what stands above the line',
    file: 'compile/fast/arithmetic.ts',
    find: 'safe(otherAbove * below) - safe(above * at.denominator)',
    replace: 'otherAbove - above',
  },
  {
    name: 'flags of rows that were not met stay',
    file: 'compile/fast/branches.ts',
    find: 'run.flags = met < 0 ? all : flags;',
    replace: 'run.flags = all;',
  },
  {
    name: 'flags of the reading that was not taken count',
    file: 'compile/fast/expression.ts',
    find: 'run.flags = active ? before | bits : before;',
    replace: 'run.flags |= active ? bits : 0;',
  },
  {
    name: 'what follows from others is not held against what was given',
    file: 'compile/fast/reads.ts',
    find: 'if (!cannotFollow(run) && !same(run)) leave();',
    replace: 'if (cannotFollow(run) && !same(run)) leave();',
  },
  {
    name: 'decimals beyond those of a fact are cut off',
    file: 'compile/fast/scaled.ts',
    find: 'decimals += 1;',
    replace: 'decimals = decimals === scale ? decimals : decimals + 1;',
  },
];

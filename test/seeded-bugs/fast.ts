import type { Bug } from './bug.ts';

/** Mistakes in the fast layer of the compiled evaluator, which answers only plain questions. */
export const fastBugs: readonly Bug[] = [
  {
    name: 'the first unit of an open end is inside',
    file: 'plain/span.ts',
    find: '(openLow ? 1 : 0)',
    replace: '0',
  },
  {
    name: 'an open upper end of a band is inside',
    file: 'compile/fast/span.ts',
    find: 'units < high * below :',
    replace: 'units <= high * below :',
  },
  {
    name: 'a quotient meets the ends of bands as if it were whole',
    file: 'compile/fast/span.ts',
    find: 'return (units, { denominator: below }) => {',
    replace: 'return (units, { denominator: below = 1 }) => {\n    below = 1;',
  },
  {
    name: 'a half of an even step is rounded away',
    file: 'plain/round.ts',
    find: 'beyondHalf === 0 && isOdd',
    replace: 'beyondHalf === 0 && !isOdd',
  },
  {
    name: 'floor cuts off below zero',
    file: 'plain/round.ts',
    find: 'return isNegative;',
    replace: 'return false;',
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
    find: 'safe(otherAbove * below) - safe(above * run.denominator)',
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
    file: 'compile/fast/branches.ts',
    find: 'run.flags = active ? before | bits : before;',
    replace: 'run.flags |= active ? bits : 0;',
  },
  {
    name: 'what follows from others is not held against what was given',
    file: 'compile/fast/branches.ts',
    find: 'if (!(isKnown ? agrees : fits)(run)) leave();',
    replace: 'if (!isKnown && !fits(run)) leave();',
  },
  {
    name: 'decimals beyond those of a fact are cut off',
    file: 'plain/scaled.ts',
    find: 'decimals += 1;',
    replace: 'decimals = decimals === scale ? decimals : decimals + 1;',
  },
];

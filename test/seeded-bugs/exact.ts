import type { Bug } from './bug.ts';

/** Mistakes in the exact layer of the compiled evaluator. */
export const exactBugs: readonly Bug[] = [
  {
    name: 'the hole between bands takes an end that a band owns',
    file: 'compile/exact/holes.ts',
    find: '{ value: valueOf(found.at, type), open: !found.open }',
    replace: '{ value: valueOf(found.at, type), open: found.open }',
  },
  {
    name: 'graduated bands count each tier from the bottom of the scale',
    file: 'compile/exact/bands.ts',
    find: 'subtract(top, low === undefined ? zero : numberOf(low))',
    replace: 'subtract(top, zero)',
  },
  {
    name: 'an interpolated band that ends where the value lies is left out',
    file: 'compile/exact/bands.ts',
    find: 'compareExact(numberOf(each.high), by) <= 0',
    replace: 'compareExact(numberOf(each.high), by) < 0',
  },
  {
    name: 'the average of an empty list is zero',
    file: 'compile/exact/collect.ts',
    find: 'if (values.length === 0) return undetermined([emptyList]);',
    replace: 'if (values.length === 0) return determined(zero);',
  },
  {
    name: 'the first element with an undetermined where is left out',
    file: 'compile/exact/lists.ts',
    find: "if (keeps.status !== 'determined') return keeps;",
    replace: "if (keeps.status === 'error') return keeps;\n        if (keeps.status !== 'determined') return neutral;",
  },
  {
    name: 'a fold loses the flags of earlier steps',
    file: 'compile/exact/lists.ts',
    find: 'reached = withFlags(reached.flags, step(frame));',
    replace: 'reached = step(frame);',
  },
  {
    name: 'an interpretation counts though both readings agree',
    file: 'compile/exact/expression.ts',
    find: 'return agrees ? result : mark(() => result, frame);',
    replace: 'return mark(() => result, frame);',
  },
  {
    name: 'an undetermined left side forgets its reasons',
    file: 'compile/exact/logic.ts',
    find: 'undetermined(joinReasons(left.reasons, reasons)',
    replace: 'undetermined(joinReasons(reasons, reasons)',
  },
  {
    name: "the company's own figure counts as the source's",
    file: 'compile/exact/marks.ts',
    find: 'if (own) reasons.push(',
    replace: 'if (own && ids.length > 0) reasons.push(',
  },
  {
    name: 'reasons of one undetermined row hide those of the others',
    file: 'compile/exact/table.ts',
    find: "(condition.status === 'undetermined' ? [condition] : [])",
    replace: "(condition.status === 'undetermined' && condition.reasons.length > 1 ? [condition] : [])",
  },
  {
    name: 'up means greater, below zero too',
    file: 'plain/round.ts',
    find: "case 'up':\n      return true;",
    replace: "case 'up':\n      return !isNegative;",
  },
  {
    name: 'the upper end is always closed',
    file: 'compile/exact/within.ts',
    find: '(interval.high?.open === true ? below > 0 : below >= 0)',
    replace: 'below >= 0',
  },
  {
    name: 'none lies in no interval instead of in no order',
    file: 'compile/exact/within.ts',
    find: 'if (above === undefined || below === undefined) return undefined;',
    replace: 'if (above === undefined || below === undefined) return false;',
  },
  {
    name: 'a missing field is named without its element',
    file: 'compile/exact/reads.ts',
    find: 'place === undefined ? name : `${place}.${name}`',
    replace: 'place === undefined ? `${place}.${name}` : name',
  },
];

import type { Ir, Range } from '../ir/ir.ts';
import { compare } from './compare.ts';
import { spansOf } from './span.ts';
import { always, truth } from './truth.ts';
import type { Plain, PlainTruth } from './tree.ts';

/**
 * Does the value lie in the range? All bounds and items are worked out, since one that leaves decides the whole. `value` gives the
 * value once for each use.
 */
export function within(value: () => Plain, range: Range, compile: (ir: Ir) => Plain): PlainTruth | undefined {
  switch (range.range) {
    case 'any':
      return always(true);
    case 'interval':
      return between(value, range, compile);
    case 'set': {
      const by = value();
      const { items, none } = range;
      const members = items.map(compile);
      const words = members.map((member) =>
        member.is === 'word' && member.does.op === 'word' ? member.does.word : undefined,
      );
      if (by.is === 'word' && words.every((word) => word !== undefined))
        return truth({ op: 'among', of: by, words, none });
      if (items.length === 0) return undefined;
      const same = members.map((member) => compare('=', value(), member));
      return same.reduce<PlainTruth | undefined>((chain, next) => {
        if (chain === undefined || next === undefined) return undefined;
        return none
          ? truth({ op: 'both', left: chain, right: truth({ op: 'not', of: next }) })
          : truth({ op: 'either', left: chain, right: next });
      }, always(none));
    }
    case 'list':
      return undefined;
  }
}

function between(
  value: () => Plain,
  range: Extract<Range, { range: 'interval' }>,
  compile: (ir: Ir) => Plain,
): PlainTruth | undefined {
  const { low, high } = range;
  const by = value();
  const fixed = spansOf(by, [range], compile);
  const span = fixed?.spans[0];
  if (fixed !== undefined && span !== undefined)
    return truth({ op: 'between', of: fixed.by, span, widest: fixed.widest });
  if (low === undefined && high === undefined) return undefined;
  const above = low === undefined ? always(true) : compare(low.open ? '>' : '>=', by, compile(low.at));
  const under = high === undefined ? always(true) : compare(high.open ? '<' : '<=', value(), compile(high.at));
  return above && under && truth({ op: 'both', left: above, right: under });
}

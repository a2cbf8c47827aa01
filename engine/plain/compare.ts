import type { Comparison } from '../ir/ir.ts';
import { alike } from './number.ts';
import { truth } from './truth.ts';
import type { Plain, PlainTruth } from './tree.ts';

/** Two values of one type held against each other; undefined for texts in order, which JavaScript orders otherwise. */
export function compare(sign: Comparison, left: Plain, right: Plain): PlainTruth | undefined {
  const equality = sign === '=' || sign === '!=';
  if (left.is === 'truth' && right.is === 'truth' && equality)
    return truth({ op: 'same', equal: sign === '=', left, right });
  if (left.is === 'word' && right.is === 'word' && (equality || left.ordered))
    return truth({ op: 'words', sign, left, right });
  return left.is === 'number' && right.is === 'number'
    ? truth({ op: 'compare', sign, ...alike(left, right) })
    : undefined;
}

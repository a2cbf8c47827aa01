import { neededBy } from '../../plain/always.ts';
import { remembering } from '../../plain/parts.ts';
import { raisesOf } from '../../plain/raises.ts';
import { widestBounds } from '../../plain/reach.ts';
import { never, type Lowered, type Plain } from '../../plain/tree.ts';
import { numbers } from './arithmetic.ts';
import { dictionary, type Dictionary } from './dictionary.ts';
import { leaving } from './gathered.ts';
import { truths } from './truths.ts';
import {
  blockLength,
  newNumbers,
  type Building,
  type Kernel,
  type NumberVector,
  type SlotVectors,
  type TruthVector,
  type Vector,
  type WordVector,
} from './vectors.ts';
import { words } from './words.ts';

/** The kernels of a tree, in the order in which they run, and what they find for the decisions that were asked. */
export interface Kernels {
  readonly kernels: readonly Kernel[];
  readonly slots: readonly SlotVectors[];
  readonly found: readonly Vector[];
  readonly dictionary: Dictionary;
}

export function kernelsOf(lowered: Lowered): Kernels {
  const kernels: Kernel[] = [];
  const known = dictionary();
  const raises = raisesOf(lowered);
  const bounded = widestBounds(lowered);
  const slots = lowered.slots.map((slot, at): SlotVectors => {
    const [raw, guarded] = [newNumbers(), newNumbers()];
    let isAsked = false;
    const given = (): Float64Array => {
      isAsked = true;
      return raw;
    };
    const ends = bounded.slots[at] ?? { least: 0, most: 0 };
    return { slot, given, isAsked: () => isAsked, guarded, ends, codes: new Int32Array(blockLength) };
  });
  const vector = remembering((node: Plain): Vector => {
    switch (node.is) {
      case 'number':
        return numbers(node, building);
      case 'truth':
        return truths(node, building);
      case 'word':
        return words(node, building);
      case 'never':
        return leaving(node);
    }
  });
  const building: Building = {
    then: (kernel) => void kernels.push(kernel),
    number: (node) => vector(node) as NumberVector,
    truth: (node) => vector(node) as TruthVector,
    word: (node) => vector(node) as WordVector,
    shared: (at) => lowered.shared[at]?.value ?? never,
    slot: (at) => {
      const found = slots[at];
      if (found === undefined) throw new Error('a fact has no slot');
      return found;
    },
    bounded,
    raises,
    flagsFor: (node) => (raises(node) === 0 ? undefined : new Int32Array(blockLength)),
    needed: neededBy(lowered),
    codeOf: known.codeOf,
    wordOf: (code) => known.words[code] ?? '',
  };
  const found = lowered.asked.map(vector);
  return { kernels, slots, found, dictionary: known };
}

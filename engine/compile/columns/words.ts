import type { PlainWord } from '../../plain/tree.ts';
import { picked } from './picks.ts';
import { blockLength, type Building, type WordVector } from './vectors.ts';

/** A column of words by their codes; −1 for what is not plain. */
export function words(node: PlainWord, to: Building): WordVector {
  const { does } = node;
  switch (does.op) {
    case 'word':
      return { is: 'word', codes: new Int32Array(blockLength).fill(to.codeOf(does.word)), flags: undefined };
    case 'fact':
      return { is: 'word', codes: to.slot(does.slot).codes, flags: undefined };
    default:
      return picked<PlainWord, WordVector>(node, does, to, to.word);
  }
}

import type { Lowered, Plain } from '../../plain/tree.ts';
import { kept } from '../kept.ts';
import { number } from './arithmetic.ts';
import type { Readers } from './facts.ts';
import { once } from './once.ts';
import type { Printing } from './printing.ts';
import { leave, type Runs } from './run.ts';
import { truth } from './truth.ts';
import { word } from './word.ts';

/** The flags that bits stand for. */
export function flagsOf(bits: number, flags: readonly string[]): readonly string[] {
  return flags.filter((_flag, i) => (bits & (1 << i)) !== 0);
}

/** For one run at a time: what is shared stands with the functions. */
export function print({ shared }: Lowered, readers: Readers): Printing {
  const remembered = new Map<number, Runs<unknown>>();

  const any = (of: Plain | undefined): Runs<unknown> => {
    switch (of?.is) {
      case 'number':
        return printing.number(of);
      case 'truth':
        return printing.truth(of);
      case 'word':
        return printing.word(of);
      default:
        return leave;
    }
  };

  const printing: Printing = {
    ...readers,
    any,
    number: (node) => (node.is === 'never' ? leave : number(node, printing)),
    truth: (node) => (node.is === 'never' ? leave : truth(node, printing)),
    word: (node) => (node.is === 'never' ? leave : word(node, printing)),
    shared: (at) => {
      const one = shared[at];
      // Read once, it stands in its place.
      return (one?.uses === 1 ? any(one.value) : kept(remembered, at, () => once(any(one?.value)))) as Runs<never>;
    },
  };
  return printing;
}

import type { PlainWord } from '../../plain/tree.ts';
import { branching } from './branches.ts';
import type { Printing } from './printing.ts';
import type { Runs } from './run.ts';

export function word({ does }: PlainWord, to: Printing): Runs<string> {
  switch (does.op) {
    case 'word': {
      const always = does.word;
      return () => always;
    }
    case 'fact':
      return to.givenWord(does.slot);
    default:
      return branching(does, to.word, to);
  }
}

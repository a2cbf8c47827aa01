import { raisesOf } from '../../plain/raises.ts';
import { never, type Lowered, type Plain, type PlainWord } from '../../plain/tree.ts';
import { leave, type Runs } from '../fast/run.ts';
import { word } from '../fast/word.ts';
import { kept } from '../kept.ts';
import { agreeingTests } from './agreeing.ts';
import { picked } from './picked.ts';
import { whole, type RowPrinting, type RowSources } from './numbers.ts';
import { onceForRow } from './once.ts';
import { quotient } from './quotients.ts';
import { rowTruth } from './truths.ts';

/** The functions of a tree for one row after another. They belong to one reader of rows. */
export function printRows(lowered: Lowered, sources: RowSources): RowPrinting {
  const { shared } = lowered;
  const remembered = new Map<number, Runs<unknown>>();
  const agreeing = agreeingTests(lowered);
  const any = (of: Plain): Runs<unknown> => {
    switch (of.is) {
      case 'number':
        return of.quotient ? printing.number(of) : printing.whole(of);
      case 'truth':
        return printing.truth(of);
      case 'word':
        return printing.word(of);
      case 'never':
        return leave;
    }
  };
  const printing: RowPrinting = {
    ...sources,
    raises: raisesOf(lowered),
    any,
    whole: (node) => (node.is === 'never' ? leave : whole(node, printing)),
    number: (node) => {
      if (node.is === 'never') return leave;
      if (node.quotient) return quotient(node, printing);
      const units = whole(node, printing);
      return (run) => {
        const above = units(run);
        run.denominator = 1;
        return above;
      };
    },
    truth: (node) => {
      if (node.is === 'never') return leave;
      const test = rowTruth(node, printing);
      const needed = agreeing.get(node)?.map(sources.isGiven);
      return needed === undefined ? test : (run) => needed.some((isThere) => !isThere(run)) || test(run);
    },
    word: (node) => {
      if (node.is === 'never') return leave;
      return picked<PlainWord, string>(node.does, printing.word, printing) ?? word(node, printing);
    },
    shared: (at) => {
      const { value, uses } = shared[at] ?? { value: never, uses: 0 };
      const run = (): Runs<unknown> => any(value);
      return (uses === 1 ? run() : kept(remembered, at, () => onceForRow(value, run(), printing))) as Runs<never>;
    },
  };
  return printing;
}

import type { Comparison } from '../../ir/ir.ts';
import type { PlainTruth } from '../../plain/tree.ts';
import type { Run, Runs } from '../fast/run.ts';
import { truth } from '../fast/truth.ts';
import { picked } from './picked.ts';
import type { RowPrinting } from './numbers.ts';

/** A condition as a function of the current row; what needs no denominator does without. */
export function rowTruth(node: PlainTruth, to: RowPrinting): Runs<boolean> {
  const { does } = node;
  switch (does.op) {
    case 'compare': {
      const { left, right, sign } = does;
      if (left.quotient || right.quotient) return truth(node, to);
      if (right.does.op === 'units') return againstConstant(sign, to.whole(left), right.does.units);
      return comparers[sign](to.whole(left), to.whole(right));
    }
    case 'between': {
      const { of, span } = does;
      if (of.quotient) return truth(node, to);
      const value = to.whole(of);
      const { low, high } = span;
      return (run) => {
        const units = value(run);
        return units >= low && units <= high;
      };
    }
    case 'among': {
      const [only] = does.words;
      if (does.words.length !== 1 || only === undefined) return truth(node, to);
      const value = to.word(does.of);
      return does.none ? (run) => value(run) !== only : (run) => value(run) === only;
    }
    default:
      return picked<PlainTruth, boolean>(does, to.truth, to) ?? truth(node, to);
  }
}

type Of = (run: Run) => number;

const comparers: { readonly [Sign in Comparison]: (a: Of, b: Of) => Runs<boolean> } = {
  '=': (a, b) => (run) => a(run) === b(run),
  '!=': (a, b) => (run) => a(run) !== b(run),
  '<': (a, b) => (run) => a(run) < b(run),
  '<=': (a, b) => (run) => a(run) <= b(run),
  '>': (a, b) => (run) => a(run) > b(run),
  '>=': (a, b) => (run) => a(run) >= b(run),
};

function againstConstant(sign: Comparison, value: Of, units: number): Runs<boolean> {
  switch (sign) {
    case '=':
      return (run) => value(run) === units;
    case '!=':
      return (run) => value(run) !== units;
    case '<':
      return (run) => value(run) < units;
    case '<=':
      return (run) => value(run) <= units;
    case '>':
      return (run) => value(run) > units;
    case '>=':
      return (run) => value(run) >= units;
  }
}

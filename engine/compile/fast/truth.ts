import type { Comparison } from '../../ir/ir.ts';
import type { PlainTruth } from '../../plain/tree.ts';
import { holds } from '../exact/within.ts';
import { branching } from './branches.ts';
import type { Printing } from './printing.ts';
import { leave, safe, type Runs } from './run.ts';
import { inside } from './span.ts';

/** A condition as a function. */
export function truth({ does }: PlainTruth, to: Printing): Runs<boolean> {
  switch (does.op) {
    case 'truth': {
      const held = does.truth;
      return () => held;
    }
    case 'leave':
      return leave;
    case 'fact': {
      const given = to.givenNumber(does.slot);
      return (run) => given(run) === 1;
    }
    case 'known': {
      const given = to.isGiven(does.slot);
      return does.negated ? (run) => !given(run) : given;
    }
    case 'not': {
      const of = to.truth(does.of);
      return (run) => !of(run);
    }
    case 'and':
    case 'or':
    case 'both':
    case 'either':
      return joint(does.op, to.truth(does.left), to.truth(does.right));
    case 'compare':
      return inOrder(does.sign, difference(to.number(does.left), to.number(does.right)));
    case 'same': {
      const [left, right] = [to.truth(does.left), to.truth(does.right)];
      return (run) => (left(run) === right(run)) === does.equal;
    }
    case 'words': {
      const [left, right] = [to.word(does.left), to.word(does.right)];
      return inOrder(does.sign, (run) => {
        const [one, other] = [left(run), right(run)];
        return one === other ? 0 : one < other ? -1 : 1;
      });
    }
    case 'between': {
      const holds = inside(does.span, does.widest);
      const of = to.number(does.of);
      return (run) => holds(of(run), run);
    }
    case 'among': {
      const { none, words } = does;
      const of = to.word(does.of);
      const set = new Set(words);
      return (run) => set.has(of(run)) !== none;
    }
    default:
      return branching(does, to.truth, to);
  }
}

/** `both` and `either` work out both sides, whatever the first one says. */
function joint(op: 'and' | 'or' | 'both' | 'either', left: Runs<boolean>, right: Runs<boolean>): Runs<boolean> {
  switch (op) {
    case 'and':
      return (run) => left(run) && right(run);
    case 'or':
      return (run) => left(run) || right(run);
    case 'both':
      return (run) => {
        const first = left(run);
        return right(run) && first;
      };
    case 'either':
      return (run) => {
        const first = left(run);
        return right(run) || first;
      };
  }
}

/** What stands to what by this sign, in the order of the first less the second. */
function inOrder(sign: Comparison, order: Runs<number>): Runs<boolean> {
  if (sign === '=') return (run) => order(run) === 0;
  if (sign === '!=') return (run) => order(run) !== 0;
  return (run) => holds(sign, order(run));
}

/** Multiplied crosswise. */
function difference(left: Runs<number>, right: Runs<number>): Runs<number> {
  return (run) => {
    const above = left(run);
    const below = run.denominator;
    const otherAbove = right(run);
    return safe(above * run.denominator) - safe(otherAbove * below);
  };
}

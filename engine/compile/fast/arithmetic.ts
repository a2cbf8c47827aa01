import type { NumberOperation, PlainNumber } from '../../plain/tree.ts';
import { branching } from './branches.ts';
import type { Printing } from './printing.ts';
import { round } from './round.ts';
import { leave, safe, type Runs } from './run.ts';

/** A number as the pair of its units and the denominator that is left in the run; whether it is a quotient makes no difference. */
export function number({ does }: PlainNumber, to: Printing): Runs<number> {
  switch (does.op) {
    case 'units': {
      const { units } = does;
      return (run) => {
        run.denominator = 1;
        return units;
      };
    }
    case 'fact': {
      const given = to.givenNumber(does.slot);
      return (run) => {
        run.denominator = 1;
        return given(run);
      };
    }
    case 'scaled': {
      const { factor } = does;
      const of = to.number(does.of);
      return (run) => safe(of(run) * factor);
    }
    case 'negate': {
      const of = to.number(does.of);
      return (run) => -of(run);
    }
    case 'abs': {
      const of = to.number(does.of);
      return (run) => Math.abs(of(run));
    }
    case 'sum':
    case 'product':
    case 'quotient':
    case 'extreme':
      return ofTwo(does, to.number(does.left), to.number(does.right));
    case 'rounded':
      return round(does, to.number(does.of));
    default:
      return branching(does, to.number, to);
  }
}

function ofTwo(
  does: Extract<NumberOperation, { op: 'sum' | 'product' | 'quotient' | 'extreme' }>,
  left: Runs<number>,
  right: Runs<number>,
): Runs<number> {
  switch (does.op) {
    case 'sum':
      return (run) => {
        const above = left(run);
        const below = run.denominator;
        const otherAbove = right(run);
        const otherBelow = run.denominator;
        run.denominator = safe(below * otherBelow);
        return safe(safe(above * otherBelow) + does.sign * safe(otherAbove * below));
      };
    case 'product':
      return (run) => {
        const above = left(run);
        const below = run.denominator;
        const units = safe(above * right(run));
        run.denominator = safe(below * run.denominator);
        return units;
      };
    case 'quotient':
      // Not carried out: it stays a pair.
      return (run) => {
        const above = left(run);
        const below = run.denominator;
        const divisor = right(run);
        if (divisor <= 0) leave();
        const units = safe(above * run.denominator);
        run.denominator = safe(below * divisor);
        return safe(units * does.factor);
      };
    case 'extreme':
      return (run) => {
        const above = left(run);
        const below = run.denominator;
        const otherAbove = right(run);
        if (does.sign * (safe(otherAbove * below) - safe(above * run.denominator)) > 0) return otherAbove;
        run.denominator = below;
        return above;
      };
  }
}

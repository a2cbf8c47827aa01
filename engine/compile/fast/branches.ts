import { leave, type Fast, type FastNumber, type Run } from './run.ts';
import { inForm } from './scaled.ts';

/** What a node with several possible values returns, before it is known which. */
type Returned = number | boolean | string;

/**
 * Brings all branches into one form, and makes of their functions the one that picks. Branches that are never plain leave when
 * they are picked.
 */
export function joined(
  branches: readonly Fast[],
  pick: <T extends Returned>(runs: readonly ((run: Run) => T)[]) => (run: Run) => T,
): Fast {
  const kind = branches.find((branch) => branch.is !== 'never-plain')?.is;
  switch (kind) {
    case 'number': {
      const numbers = branches.filter((branch) => branch.is === 'number');
      const scale = Math.max(...numbers.map((number) => number.scale));
      const quotient = numbers.some((number) => number.quotient);
      const form = (number: FastNumber): FastNumber['run'] => inForm(number, scale, quotient).run;
      const runs = branches.map((branch) => (branch.is === 'number' ? form(branch) : leave));
      return { is: 'number', scale, quotient, run: pick(runs) };
    }
    case 'truth':
      return { is: 'truth', run: pick(branches.map((branch) => (branch.is === 'truth' ? branch.run : leave))) };
    case 'word': {
      const ordered = branches.every((branch) => branch.is !== 'word' || branch.ordered);
      return { is: 'word', ordered, run: pick(branches.map((branch) => (branch.is === 'word' ? branch.run : leave))) };
    }
    default:
      return { is: 'never-plain' };
  }
}

type Condition = (run: Run) => boolean;

/** The first whose condition holds; the last branch is what holds otherwise. */
export function firstThat(conditions: readonly Condition[], branches: readonly Fast[]): Fast {
  return joined(branches, (runs) => {
    const otherwise = runs[conditions.length] ?? leave;
    const [only] = conditions;
    const [taken] = runs;
    if (conditions.length === 1 && only !== undefined && taken !== undefined) {
      return (run) => (only(run) ? taken(run) : otherwise(run));
    }
    return (run) => {
      for (let i = 0; i < conditions.length; i += 1) {
        if (conditions[i]?.(run) === true) return (runs[i] ?? otherwise)(run);
      }
      return otherwise(run);
    };
  });
}

/** The only one whose condition holds; two leave, since that is an error. Flags are those of the row that decided. */
export function onlyThat(conditions: readonly Condition[], branches: readonly Fast[]): Fast {
  return joined(branches, (runs) => {
    const otherwise = runs[conditions.length] ?? leave;
    return (run) => {
      const before = run.flags;
      let flags = before;
      let all = before;
      let met = -1;
      for (let i = 0; i < conditions.length; i += 1) {
        run.flags = before;
        if (conditions[i]?.(run) === true) {
          if (met >= 0) leave();
          met = i;
          flags = run.flags;
        }
        all |= run.flags;
      }
      run.flags = met < 0 ? all : flags;
      return (met < 0 ? otherwise : (runs[met] ?? leave))(run);
    };
  });
}

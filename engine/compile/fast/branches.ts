import type { Branching, Never, Plain } from '../../plain/tree.ts';
import type { Printing } from './printing.ts';
import { leave, type Runs } from './run.ts';
import { inside } from './span.ts';

/** What stands alike for numbers, truth and words; `print` makes the function of a branch, in the form of the whole. */
export function branching<Of extends Plain, T>(
  does: Branching<Of>,
  print: (of: Of | Never) => Runs<T>,
  to: Printing,
): Runs<T> {
  switch (does.op) {
    case 'shared':
      return to.shared(does.at);
    case 'exactly':
      return to.exactly(does.ir);
    case 'first':
      return firstThat(does.when.map(to.truth), does.branches.map(print));
    case 'unique':
      return onlyThat(does.when.map(to.truth), does.branches.map(print));
    case 'bands':
      return lookUp(does, does.branches.map(print), to);
    case 'marked': {
      const { bits } = does;
      const of = print(does.of);
      return (run) => {
        run.flags |= bits;
        return of(run);
      };
    }
    case 'reading':
      return reading(print(does.of), to.truth(does.differs), does.bits);
    case 'decided':
      return decided(print(does.of), does.requires.map(to.truth), does.applies.map(to.truth));
    case 'given':
      return givenOrFollowing(
        to.isGiven(does.slot),
        to.truth(does.agrees),
        to.truth(does.fits),
        print(does.given),
        print(does.follows),
      );
  }
}

/** The first whose condition holds; the last branch is what holds otherwise. */
function firstThat<T>(when: readonly Runs<boolean>[], branches: readonly Runs<T>[]): Runs<T> {
  const otherwise = branches[when.length] ?? leave;
  return (run) => {
    for (let i = 0; i < when.length; i += 1) {
      if (when[i]?.(run) === true) return (branches[i] ?? otherwise)(run);
    }
    return otherwise(run);
  };
}

/** The only one whose condition holds; two leave, since that is an error. Flags are those of the row that decided. */
function onlyThat<T>(when: readonly Runs<boolean>[], branches: readonly Runs<T>[]): Runs<T> {
  const otherwise = branches[when.length] ?? leave;
  return (run) => {
    const before = run.flags;
    let flags = before;
    let all = before;
    let met = -1;
    for (let i = 0; i < when.length; i += 1) {
      run.flags = before;
      if (when[i]?.(run) === true) {
        if (met >= 0) leave();
        met = i;
        flags = run.flags;
      }
      all |= run.flags;
    }
    run.flags = met < 0 ? all : flags;
    return (met < 0 ? otherwise : (branches[met] ?? leave))(run);
  };
}

/** The branch of the band that holds the number. */
function lookUp<T>(
  { by, spans, widest }: Extract<Branching<Plain>, { op: 'bands' }>,
  branches: readonly Runs<T>[],
  to: Printing,
): Runs<T> {
  const value = to.number(by);
  const holds = spans.map((span) => inside(span, widest));
  return (run) => {
    const units = value(run);
    for (let i = 0; i < holds.length; i += 1) {
      if (holds[i]?.(units, run) === true) return (branches[i] ?? leave)(run);
    }
    // Between the bands: the exact layer names the hole.
    return leave();
  };
}

/** The flags of the reading that was not taken never count. */
function reading<T>(value: Runs<T>, differs: Runs<boolean>, bits: number): Runs<T> {
  return (run) => {
    const before = run.flags;
    const active = differs(run);
    run.flags = active ? before | bits : before;
    return value(run);
  };
}

function decided<T>(value: Runs<T>, requires: readonly Runs<boolean>[], applies: readonly Runs<boolean>[]): Runs<T> {
  return (run) => {
    const before = run.flags;
    for (const holds of requires) if (!holds(run)) leave();
    run.flags = before;
    for (const holds of applies) if (!holds(run)) leave();
    return value(run);
  };
}

/** What is given and what follows must agree. */
function givenOrFollowing<T>(
  isGiven: Runs<boolean>,
  agrees: Runs<boolean>,
  fits: Runs<boolean>,
  given: Runs<T>,
  follows: Runs<T>,
): Runs<T> {
  return (run) => {
    const isKnown = isGiven(run);
    const before = run.flags;
    if (!(isKnown ? agrees : fits)(run)) leave();
    run.flags = before;
    return (isKnown ? given : follows)(run);
  };
}

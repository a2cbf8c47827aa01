import { isLine } from '../../engine/proof/line.ts';
import type { End, Stretch } from '../../engine/proof/round-position.ts';
import type { Atom } from '../../engine/symbolic/atom.ts';
import type { Box, Column } from '../../engine/symbolic/box.ts';
import { zero, type Form } from '../../engine/symbolic/form.ts';
import type { Quotient } from '../../engine/symbolic/quotient.ts';
import type { Symbol } from '../../engine/symbolic/symbol.ts';
import { exactDigits } from '../../engine/value/exact.ts';
import { valueTerm, type Facts } from './facts.ts';
import { valued, type Outcome } from './outcome.ts';
import { rounded } from './rounded.ts';
import type { Script } from './script.ts';
import { and, no, not, or, real, yes, type Term } from './smt.ts';

/** What the engine says of boxes and formulas, read as terms over the same facts. */
export interface Reader {
  readonly box: (box: Box) => Term;
  readonly symbol: (symbol: Symbol) => Outcome;
}

export function reader(facts: Facts, script: Script): Reader {
  const atoms = new Map<string, Term>();

  function atom({ key, fact, rounded: from, type }: Atom): Term {
    if (fact !== undefined) return facts.terms.get(fact)!;
    const known = atoms.get(key);
    if (known !== undefined) return known;
    // What is not looked into can be anything.
    const term =
      from === undefined
        ? script.unknown(isLine(type) ? 'Real' : type.is === 'boolean' ? 'Bool' : 'Int')
        : rounded(number(from.of), exactDigits(from.step), from.mode, script);
    atoms.set(key, term);
    return term;
  }

  function form(terms: Form): Term {
    const parts = [...terms.values()].map(({ coefficient, atoms: factors }) =>
      factors.length === 0 ? real(coefficient) : `(* ${[real(coefficient), ...factors.map(atom)].join(' ')})`,
    );
    return parts.length > 1 ? script.define('Real', `(+ ${parts.join(' ')})`) : (parts[0] ?? '0.0');
  }

  function number({ top, bottom }: Quotient): Term {
    return script.define('Real', isOne(bottom) ? form(top) : `(/ ${form(top)} ${form(bottom)})`);
  }

  const among = (term: Term, values: readonly Parameters<typeof valueTerm>[0][]): Term =>
    or(...values.map((value) => `(= ${term} ${valueTerm(value)})`));

  function column(one: Column): Term {
    switch (one.is) {
      case 'given': {
        const given = facts.given.get(one.fact)!;
        return one.given ? given : not(given);
      }
      case 'names':
        return and(
          one.among === undefined ? yes : among(atom(one.atom), one.among),
          not(among(atom(one.atom), one.except)),
        );
      case 'line':
        return lies(one.of, one.stretch);
    }
  }

  /** A quotient is asked only where its bottom is positive. */
  function lies(of: Quotient, { low, high }: Stretch): Term {
    const [top, bottom, isPlain] = [form(of.top), form(of.bottom), isOne(of.bottom)];
    const end = ({ at, open }: End, sign: '>' | '<'): Term =>
      `(${open ? sign : `${sign}=`} ${top} ${isPlain ? real(at) : `(* ${real(at)} ${bottom})`})`;
    return and(
      low === undefined ? yes : end(low, '>'),
      high === undefined ? yes : end(high, '<'),
      isPlain ? yes : `(> ${bottom} 0.0)`,
    );
  }

  function symbol(one: Symbol): Outcome {
    switch (one.is) {
      case 'amount':
        return valued(number(one.of));
      case 'value':
        return valued(valueTerm(one.value));
      case 'open':
        return valued(atom(one.atom));
      case 'nothing': {
        const said = new Map(one.why.map((why) => [why, yes]));
        const none = new Map<string, Term>();
        return {
          ok: no,
          value: '',
          errors: one.status === 'error' ? said : none,
          reasons: one.status === 'undetermined' ? said : none,
          notApplicable: one.status === 'not-applicable' ? yes : no,
        };
      }
      default:
        throw new Error(`no term for a ${one.is}`);
    }
  }

  return { box: ({ columns }) => script.define('Bool', and(...[...columns.values()].map(column))), symbol };
}

function isOne(form: Form): boolean {
  const { top, bottom } = form.get('')?.coefficient ?? zero;
  return form.size === 1 && top === bottom;
}

import { fromValue, toValue } from '../evaluate/datum.ts';
import { applied } from '../evaluate/functions.ts';
import { fromDigits, roundTo, toDigits } from '../evaluate/ratio.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { positionOf, valueAt } from '../proof/line.ts';
import { contains } from '../proof/round-position.ts';
import { sameValue } from '../value/compare.ts';
import { exactDigits, parseExact, plusExact, timesExact, type Exact } from '../value/exact.ts';
import type { Atom } from './atom.ts';
import type { Box, Column } from './box.ts';
import { inverse, zero, type Form } from './form.ts';
import type { Quotient } from './quotient.ts';
import type { Symbol } from './symbol.ts';

/** Values of facts by name, asked of a program; one that is not there is not given. */
interface Given {
  readonly facts: Readonly<Record<string, Value>>;
  readonly program: Program;
}

/** Do the facts lie in the box? Undefined where that depends on something that is not looked into. */
export function isIn({ columns }: Box, given: Given): boolean | undefined {
  const answers = [...columns.values()].map((column) => isInColumn(column, given));
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** The value that a symbol has for the facts; undefined where it has none or depends on something that is not looked into. */
export function symbolAt(symbol: Symbol, given: Given): Value | undefined {
  switch (symbol.is) {
    case 'amount': {
      const number = numberAt(symbol.of, given);
      return number === undefined ? undefined : valueAt(symbol.type, number);
    }
    case 'value':
      return symbol.value;
    case 'open':
      return atomAt(symbol.atom, given);
    case 'list': {
      const items = symbol.items.map((item) => symbolAt(item, given));
      return items.every((item) => item !== undefined) ? { is: 'list', items } : undefined;
    }
    case 'record':
    case 'nothing':
      return undefined;
  }
}

function isInColumn(column: Column, given: Given): boolean | undefined {
  switch (column.is) {
    case 'given':
      return (given.facts[column.fact] !== undefined) === column.given;
    case 'names': {
      const { atom, among, except } = column;
      const value = atomAt(atom, given);
      if (value === undefined) return undefined;
      const isOne = (other: Value): boolean => sameValue(other, value);
      return among === undefined ? !except.some(isOne) : among.some(isOne);
    }
    case 'line': {
      const number = numberAt(column.of, given);
      return number === undefined ? undefined : contains(column.stretch, number);
    }
  }
}

function numberAt({ top, bottom }: Quotient, given: Given): Exact | undefined {
  const [over, under] = [formAt(top, given), formAt(bottom, given)];
  return over === undefined || under === undefined || under.top <= 0n ? undefined : timesExact(over, inverse(under));
}

function formAt(form: Form, given: Given): Exact | undefined {
  let sum = zero;
  for (const { coefficient, atoms } of form.values()) {
    let product = coefficient;
    for (const atom of atoms) {
      const value = atomAt(atom, given);
      const factor = value === undefined ? undefined : positionOf(value);
      if (factor === undefined) return undefined;
      product = timesExact(product, factor);
    }
    sum = plusExact(sum, product);
  }
  return sum;
}

function atomAt({ fact, rounded, call, domain }: Atom, given: Given): Value | undefined {
  if (fact !== undefined) return given.facts[fact];
  if (call !== undefined) {
    const args = call.args.map((arg) => symbolAt(arg, given));
    if (!args.every((arg) => arg !== undefined)) return undefined;
    const found = applied(
      call.ir,
      args.map((arg) => fromValue(arg)),
      given.program,
    );
    return found.status === 'determined' ? toValue(found.value) : undefined;
  }
  const inner = rounded === undefined ? undefined : numberAt(rounded.of, given);
  if (rounded === undefined || inner === undefined || domain?.is !== 'line') return undefined;
  const step = fromDigits(exactDigits(rounded.step));
  return valueAt(domain.type, parseExact(toDigits(roundTo(fromDigits(exactDigits(inner)), step, rounded.mode))));
}

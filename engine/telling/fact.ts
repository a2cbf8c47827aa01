import type { FactStep } from '../evaluate/explanation.ts';
import type { Fact, Program } from '../ir/program.ts';
import { isNumeric, type NumericType } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { leave } from '../compile/fast/run.ts';
import { formOf as formOfType, scaleOf, unitsOf, wordOf } from '../plain/slots.ts';
import { printValue } from '../value/print.ts';
import { printer } from './amounts.ts';
import { newCell, type Asked, type Cell, type Form } from './told.ts';

/** A fact as somebody gave it, with its step, which is the same wherever it is told. */
export interface GivenFact {
  readonly form: Form;
  readonly cell: Cell;
  /** Reads it, once for a question; leaves where it was not given, or does not fit. */
  readonly read: () => void;
  readonly step: () => FactStep;
}

export function givenFact(fact: Fact, program: Program, asked: Asked): GivenFact | undefined {
  const { name, title, closed, origin: span, type, orFrom } = fact;
  if (orFrom !== undefined) return undefined;
  const cell = newCell();
  const form = formOfFact(fact, program);
  const take = form && taking(fact, form, program, cell);
  if (form === undefined || take === undefined) return undefined;
  const steps: FactStep['steps'] = [];
  let question = 0;
  let told = 0;
  let step: FactStep;
  let how: FactStep['how'] = 'given';
  return {
    form,
    cell,
    read: () => {
      if (question === asked.question) return;
      const value = asked.facts[name];
      if (value !== undefined) {
        take(value);
        how = 'given';
      } else if (closed && type.is === 'boolean') {
        cell.units = 0;
        cell.text = 'false';
        how = 'closed';
      } else leave();
      question = asked.question;
    },
    step: () => {
      if (told !== asked.question) step = { step: 'fact', name, title, how, value: cell.text, span, steps };
      told = asked.question;
      return step;
    },
  };
}

function formOfFact(fact: Fact, program: Program): Form | undefined {
  const is = formOfType(fact.type);
  switch (is) {
    case 'number':
      return { is, scale: scaleOf(fact, program), quotient: false };
    case 'truth':
      return { is };
    case 'word':
      return { is, ordered: fact.type.is === 'date' || fact.type.is === 'time' || fact.type.is === 'date-time' };
    case 'none':
      return undefined;
  }
}

/** Takes a value that was given into the cell; leaves where it is not of the fact's type. */
function taking({ type }: Fact, form: Form, program: Program, cell: Cell): ((value: Value) => void) | undefined {
  switch (form.is) {
    case 'number': {
      if (!isNumeric(type)) return undefined;
      const { scale } = form;
      const print = printer(type, scale, program);
      const quick = asGiven(type, program);
      return (value) => {
        if (!isOfType(value, type)) leave();
        const units = unitsOf(value, scale);
        if (Number.isNaN(units)) leave();
        cell.units = units;
        cell.text = quick?.((value as { digits: string }).digits) ?? print(units, 1);
      };
    }
    case 'truth':
      return (value) => {
        if (value.is !== 'boolean') leave();
        cell.units = unitsOf(value, 0);
        cell.text = cell.units === 1 ? 'true' : 'false';
      };
    case 'word':
      return (value) => {
        const word = value.is === 'invalid' ? undefined : wordOf(value);
        if (word === undefined || 'digits' in value) leave();
        cell.word = word;
        cell.text = printValue(value, program);
      };
  }
}

function isOfType(value: Value, type: NumericType): boolean {
  switch (value.is) {
    case 'money':
      return type.is === 'money' && value.currency === type.currency;
    case 'quantity':
      return type.is === 'quantity' && value.unit === type.unit;
    case 'duration':
      return type.is === 'duration' && value.family === type.family;
    default:
      return value.is === type.is;
  }
}

/** Digits that are canonical are the text already, but for what stands after them. */
function asGiven(type: NumericType, { moneyDecimals }: Program): ((digits: string) => string | undefined) | undefined {
  if (type.is === 'number') return (digits) => (canonicalDecimals(digits) === undefined ? undefined : digits);
  if (type.is !== 'money' || moneyDecimals === 0) return undefined;
  // What is missing of the decimals, by how many there are.
  const after = Array.from({ length: moneyDecimals + 1 }, (_, decimals) => {
    const point = decimals === 0 ? '.' : '';
    return `${point}${'0'.repeat(moneyDecimals - decimals)} ${type.currency}`;
  });
  const more = ` ${type.currency}`;
  return (digits) => {
    const decimals = canonicalDecimals(digits);
    return decimals === undefined ? undefined : digits + (after[decimals] ?? more);
  };
}

const [minus, point, zero] = [45, 46, 48];

/** How many decimals canonical text has; undefined where it may not be canonical. */
function canonicalDecimals(digits: string): number | undefined {
  const { length } = digits;
  const first = digits.charCodeAt(0);
  if (first === minus || (first === zero && length > 1 && digits.charCodeAt(1) !== point)) return undefined;
  const at = digits.indexOf('.');
  if (at < 0) return 0;
  return digits.charCodeAt(length - 1) === zero ? undefined : length - 1 - at;
}

import type { Checker } from '../../expression/environment.ts';
import type { Ir } from '../../ir/ir.ts';
import { typeWords } from '../../ir/type-words.ts';
import { boolean, money, number, percent, quantity, unknown, type Type } from '../../ir/type.ts';
import type { Value } from '../../ir/value.ts';
import type { Span } from '../../source/span.ts';
import { durationWords } from '../../value/duration-words.ts';
import type { MeasureEntry } from './index.ts';
import { sanctionsMessages as messages } from './messages.ts';

/** Suspensions are counted in months where nothing else is said. */
const usualUnit = 'month';

/** The type of a measure; `unknown` where it has none that can be left at nothing. */
export function typeOfMeasure({ type, unit }: MeasureEntry, { env }: Checker): Type {
  const found = ((): Type | undefined => {
    switch (type.text) {
      case 'boolean':
        return boolean;
      case 'number':
        return number;
      case 'percent':
        return percent;
      case 'money':
        return money(env.currency);
      case 'duration': {
        const family = durationWords.get(unit?.text ?? usualUnit)?.family;
        return family === undefined ? undefined : { is: 'duration', family };
      }
      case 'quantity': {
        const known = unit === undefined ? undefined : env.unit(unit.text);
        return known === undefined ? undefined : quantity(known);
      }
      default:
        return undefined;
    }
  })();
  if (found === undefined) env.report(messages['measure-type']({ type: type.text }, (unit ?? type).span));
  return found ?? unknown;
}

/** A measure that is not imposed: false, 0 CNY, 0 months. */
export function nothing(type: Type, origin: Span): Ir {
  const value = nothingOf(type);
  if (value === undefined) return { op: 'undetermined', type: unknown, origin, gap: '' };
  return { op: 'literal', type, origin, value };
}

function nothingOf(type: Type): Value | undefined {
  switch (type.is) {
    case 'boolean':
      return { is: 'boolean', truth: false };
    case 'number':
    case 'percent':
      return { is: type.is, digits: '0' };
    case 'money':
      return { is: 'money', digits: '0', currency: type.currency };
    case 'quantity':
      return { is: 'quantity', digits: '0', unit: type.unit };
    case 'duration':
      return { is: 'duration', digits: '0', family: type.family };
    case 'unknown':
      return undefined;
    default:
      throw new Error(`No measure is of ${typeWords(type).en}.`);
  }
}

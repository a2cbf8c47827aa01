import { suggest, writeInstead } from '../diagnostic/suggest.ts';
import type { Literal } from '../ir/ir.ts';
import {
  date,
  dateTime,
  money,
  percent,
  number,
  quantity,
  text,
  boolean,
  time,
  unknown,
  type Type,
} from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';
import { isDay } from '../value/calendar.ts';
import { shiftDigits, timesWhole } from '../value/digits.ts';
import type { AmountLiteral, Expr } from './ast.ts';
import { checkMessages } from './check-messages.ts';
import { durationWords } from '../value/duration-words.ts';
import type { Checker } from './environment.ts';

/** The IR of a literal, or undefined when the expression is none or means nothing (then reported). */
export function checkLiteral(expr: Expr, checker: Checker, expected: Type | undefined): Literal | undefined {
  const made = (type: Type, value: Value): Literal => ({ op: 'literal', type, origin: expr.span, value });
  switch (expr.syntax) {
    case 'number':
      return made(number, { is: 'number', digits: expr.digits });
    case 'percent':
      return made(percent, { is: 'percent', digits: shiftDigits(expr.digits, -2) });
    case 'amount':
      return checkAmount(expr, checker);
    case 'date':
      return isDay(expr.iso) ? made(date, { is: 'date', iso: expr.iso }) : noSuchDay(expr.iso, expr.span, checker);
    case 'time': {
      const iso = fullTime(expr.iso);
      return iso === undefined ? noSuchDay(expr.iso, expr.span, checker) : made(time, { is: 'time', iso });
    }
    case 'date-time': {
      const [day = '', clock = ''] = expr.iso.split('T');
      const iso = fullTime(clock);
      return iso === undefined || !isDay(day)
        ? noSuchDay(expr.iso, expr.span, checker)
        : made(dateTime, { is: 'date-time', iso: `${day}T${iso}` });
    }
    case 'text':
      // Facts are normalised when they are read; what they are compared with must be too.
      return made(text, { is: 'text', text: expr.text.normalize('NFKC') });
    case 'boolean':
      return made(boolean, { is: 'boolean', truth: expr.truth });
    case 'none':
      return made(expected?.is === 'duration' ? expected : unknown, { is: 'no-duration' });
    default:
      return undefined;
  }
}

function checkAmount(expr: AmountLiteral, { env }: Checker): Literal | undefined {
  const made = (type: Type, value: Value): Literal => ({ op: 'literal', type, origin: expr.span, value });
  if (expr.unit === 'currency' || expr.unit === env.currency) {
    return made(money(env.currency), { is: 'money', digits: expr.digits, currency: env.currency });
  }
  const duration = durationWords.get(expr.unit);
  if (duration !== undefined) {
    const { family, factor } = duration;
    return made({ is: 'duration', family }, { is: 'duration', digits: timesWhole(expr.digits, factor), family });
  }
  const unit = env.unit(expr.unit);
  if (unit !== undefined) return made(quantity(unit), { is: 'quantity', digits: expr.digits, unit });
  const near = suggest(expr.unit, [...env.units(), ...durationWords.keys(), env.currency]);
  env.report(
    checkMessages['unknown-unit']({ name: expr.unit, near }, expr.unitSpan, {
      fixes: writeInstead(near, expr.unitSpan),
    }),
  );
  return undefined;
}

function noSuchDay(written: string, span: Span, { env }: Checker): undefined {
  env.report(checkMessages['no-such-day']({ text: written }, span));
  return undefined;
}

/** `17:00` → `17:00:00`; undefined when it is no time of day. */
function fullTime(clock: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock);
  if (match === null) return undefined;
  const [, hour = '', minute = '', second = '00'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}:${second}`;
}

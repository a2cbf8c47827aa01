import type { Value } from '../../ir/value.ts';
import { parseExact, type Exact } from '../../value/exact.ts';
import { determined, error, open, type Cell } from './cell.ts';
import { dayNumber, secondsOfClock } from './moment.ts';
import { numberOf } from './ratio.ts';
import { no, yes } from './term.ts';
import { constant } from './whole.ts';
import type { Writing } from './writing.ts';

export function exactOf(digits: string): Exact {
  return parseExact(digits);
}

/** A value that stands in the handbook. */
export function literal(value: Value, { syntax }: Writing): Cell {
  switch (value.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration': {
      const { top, bottom } = exactOf(value.digits);
      return determined({ is: 'number', number: numberOf(top, bottom) });
    }
    case 'date':
      return determined({ is: 'day', count: constant(dayNumber(value.iso)) });
    case 'time':
      return determined({ is: 'time', count: constant(secondsOfClock(value.iso)) });
    case 'date-time': {
      const seconds = dayNumber(value.iso) * 86_400n + secondsOfClock(value.iso.slice(11));
      return determined({ is: 'moment', count: constant(seconds) });
    }
    case 'text':
      return determined({ is: 'word', term: syntax.quotedText(value.text) });
    case 'member':
    case 'post':
      return determined({ is: 'word', term: syntax.quotedText(value.name) });
    case 'boolean':
      return determined({ is: 'truth', term: value.truth ? yes : no });
    case 'invalid':
      return { ...open, failed: error };
    case 'no-duration':
    case 'list':
    case 'record':
      throw new Error(`${value.is} has no form in SQL`);
  }
}

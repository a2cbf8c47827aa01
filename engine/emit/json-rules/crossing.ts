import type { Type } from '../../ir/type.ts';
import type { Value } from '../../ir/value.ts';
import { exactDigits, parseExact } from '../../value/exact.ts';

/**
 * A value on its way to json-rules-engine and back. Amounts are canonical decimal text (percents as ratios, a quotient that
 * does not terminate as `1/3`), days and moments ISO text, members, posts and text their text, truths themselves. Null is
 * what is undetermined. Never a JavaScript number.
 */
export type Crossing = string | boolean | null;

/** What cannot be used, in place of a value: every comparison with it is false, whichever way it is asked. */
export interface Failed {
  readonly failed: string;
}

/** How values of a type compare; nothing for those that do not cross. */
export type Family = 'dec' | 'dur' | 'iso' | 'text' | 'is';

export function familyOf(type: Type): Family | undefined {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
      return 'dec';
    case 'duration':
      return 'dur';
    case 'date':
    case 'time':
    case 'date-time':
      return 'iso';
    case 'text':
      return 'text';
    case 'boolean':
    case 'enumeration':
    case 'post':
      return 'is';
    case 'list':
    case 'record':
    case 'unknown':
      return undefined;
  }
}

/** The word for a duration that is none: equal only to itself, in no order. */
export const noDurationText = 'none';

/** Nothing for lists, records and what cannot be used. */
export function crossed(value: Value): string | boolean | undefined {
  switch (value.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return exactDigits(parseExact(value.digits));
    case 'no-duration':
      return noDurationText;
    case 'date':
    case 'time':
    case 'date-time':
      return value.iso;
    case 'text':
      return value.text;
    case 'boolean':
      return value.truth;
    case 'member':
    case 'post':
      return value.name;
    case 'list':
    case 'record':
    case 'invalid':
      return undefined;
  }
}

/** The value that the text stands for, by its type. */
export function back(crossing: string | boolean, type: Type): Value {
  if (typeof crossing === 'boolean') return { is: 'boolean', truth: crossing };
  switch (type.is) {
    case 'number':
      return { is: 'number', digits: crossing };
    case 'percent':
      return { is: 'percent', digits: crossing };
    case 'money':
      return { is: 'money', digits: crossing, currency: type.currency };
    case 'quantity':
      return { is: 'quantity', digits: crossing, unit: type.unit };
    case 'duration':
      if (crossing === noDurationText) return { is: 'no-duration' };
      return { is: 'duration', digits: crossing, family: type.family };
    case 'date':
      return { is: 'date', iso: crossing };
    case 'time':
      return { is: 'time', iso: crossing };
    case 'date-time':
      return { is: 'date-time', iso: crossing };
    case 'text':
      return { is: 'text', text: crossing };
    case 'enumeration':
      return { is: 'member', enumeration: type.name, name: crossing };
    case 'post':
      return { is: 'post', scope: type.scope, name: crossing };
    case 'boolean':
    case 'list':
    case 'record':
    case 'unknown':
      throw new Error(`${crossing} is no ${type.is}`);
  }
}

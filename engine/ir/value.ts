import type { Texts } from '../diagnostic/diagnostic.ts';
import type { DurationFamily } from './type.ts';

/**
 * A value as plain JSON: literals in the IR, facts that were read, parameters. Numbers are decimal text, so no float ever
 * stands between the source and an evaluator. Evaluators turn it into their own form once.
 */
export type Value =
  | { readonly is: 'number'; readonly digits: string }
  /** `digits` is the ratio: `30%` is `0.3`. */
  | { readonly is: 'percent'; readonly digits: string }
  | { readonly is: 'money'; readonly digits: string; readonly currency: string }
  | { readonly is: 'quantity'; readonly digits: string; readonly unit: string }
  | {
      readonly is: 'duration';
      readonly digits: string;
      readonly family: DurationFamily;
    }
  /** `none` among durations: equal only to itself, in no order. */
  | { readonly is: 'no-duration' }
  /** `2027-01-04` */
  | { readonly is: 'date'; readonly iso: string }
  /** `17:00:00` */
  | { readonly is: 'time'; readonly iso: string }
  /** `2027-01-04T17:00:00` in the manifest's one time zone */
  | { readonly is: 'date-time'; readonly iso: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'boolean'; readonly truth: boolean }
  | {
      readonly is: 'member';
      readonly enumeration: string;
      readonly name: string;
    }
  | { readonly is: 'post'; readonly scope: string; readonly name: string }
  | { readonly is: 'list'; readonly items: readonly Value[] }
  /** A field that is not there was not given. */
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Value>> }
  /** Something given that cannot be used: whoever reads it is in error, others are untouched (semantics 2.4). */
  | {
      readonly is: 'invalid';
      readonly code: string;
      readonly message: Texts;
      /** In words where it was given, inside a list. */ readonly place?: Texts;
      /** The fact that was given so, or a place in one. */
      readonly fact?: string;
    };

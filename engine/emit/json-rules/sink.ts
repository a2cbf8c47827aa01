import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Reason } from '../../ir/outcome.ts';
import { any, type Condition } from './condition.ts';

/** What a rule says when it fires. */
export type Saying =
  /** The decision's value, or a row's: itself, or the fact that carries it. */
  | {
      readonly says: 'value';
      readonly value: string | boolean | { readonly fact: string };
      readonly row?: RowOf;
      /** The row of a first-hit table, for people: it holds alone. */
      readonly at?: RowOf;
    }
  | { readonly says: 'flag'; readonly flag: string }
  /** The value rests on what this fact rests on. */
  | { readonly says: 'rests'; readonly on: string }
  | { readonly says: 'not-applicable' }
  | { readonly says: 'reason'; readonly reason: Reason; readonly row?: RowOf }
  /** The reasons of this fact count. */
  | { readonly says: 'open'; readonly because: string; readonly row?: RowOf }
  | { readonly says: 'failed'; readonly code: string; readonly message: Texts }
  /** The failure of this fact counts. */
  | { readonly says: 'unusable'; readonly because: string; readonly row?: RowOf };
/** The row of a table, counted from 1. */
type RowOf = number | 'otherwise';

/** What a run may say of a decision, in the order of the evaluator: of several errors the first counts. */
export interface Said {
  readonly saying: Saying;
  readonly when: Condition;
  readonly seq: number;
  readonly cites: readonly string[];
}

/** Gathers what is said; equal sayings are one, except errors, whose order decides. */
export interface Sink {
  say(saying: Saying, when: Condition, cites?: readonly string[]): void;
  readonly said: readonly Said[];
}

export function newSink(): Sink {
  const said: Said[] = [];
  const places = new Map<string, number>();
  return {
    said,
    say(saying, when, cites = []) {
      if (when.is === 'never') return;
      const isError = saying.says === 'failed' || saying.says === 'unusable';
      // A value is told for each row and clause that gives it.
      const key = JSON.stringify(saying.says === 'value' ? [saying, cites] : saying);
      const place = isError ? undefined : places.get(key);
      const before = place === undefined ? undefined : said[place];
      if (place === undefined || before === undefined) {
        places.set(key, said.length);
        said.push({ saying, when, seq: said.length, cites });
      } else {
        said[place] = { ...before, when: any(before.when, when) };
      }
    },
  };
}

/** Is the saying about a fact that is not determined? Such rules are needed only where one is not. */
export const isWhy = ({ says }: Saying): boolean => says === 'open' || says === 'unusable';

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Status } from '../../ir/outcome.ts';

/** What became of a decision for all rows of a population. Amounts are exact, as outcomes print them. */
export interface Effect {
  readonly decision: string;
  readonly title: Texts;
  /** The title of its policy: many decisions are called Amount. */
  readonly policy: Texts;
  /** The type after the change; the one before beside it where that is another. */
  readonly type: string;
  readonly typeBefore?: string;
  readonly rows: number;
  /** The decision is about something that several rows may share, such as the department of people. */
  readonly shared?: Shared;
  /** Rows whose outcome has another status or value. */
  readonly changed: number;
  readonly before: Counts;
  readonly after: Counts;
  /** Rows with a value (or not applicable) before and none since something is open, and the other way round. */
  readonly becameUndetermined: number;
  readonly noLongerUndetermined: number;
  /** Why rows became undetermined, the most frequent first. */
  readonly reasons: readonly { readonly says: Texts; readonly rows: number }[];
  /** Why rows are undetermined on both sides, the most frequent first. */
  readonly stillOpen: readonly { readonly says: Texts; readonly rows: number }[];
  /** Only of numbers of the same type on both sides. */
  readonly amounts?: Amounts;
  /** Of other types: which value became which, the most frequent first. */
  readonly values?: readonly { readonly from: string; readonly to: string; readonly rows: number }[];
  /** By the column that was named, in the order in which its values came up. */
  readonly groups: readonly Group[];
  /** The largest changes, of rows with a number on both sides. */
  readonly largest: readonly LargestChange[];
}

/** What rows share, and by which column it is told apart; without one each row counts, also where rows say the same thing again. */
interface Shared {
  readonly subject: string;
  readonly title: Texts;
  readonly column?: string;
  /** Rows that said again what a row before them said; they are not among the rows of the effect. */
  readonly again?: number;
  /** Of so many of them rows say different things, and each different one counts. */
  readonly differing?: number;
}

/** `absent`: the side has no such decision. */
export type Counts = Readonly<Record<Status | 'absent', number>>;

/** Changes of the rows that have a number on both sides. */
export interface Amounts {
  /** So many rows. */
  readonly compared: number;
  readonly rises: number;
  readonly falls: number;
  /** Sums are missing for percentages, which do not add up. */
  readonly totals?: Totals;
  /** Of the changes other than 0; missing where nothing changed. */
  readonly spread?: {
    /** Half of the changed rows change by at least as much; of an even number the mean of the two in the middle. */
    readonly median: string;
    /** The two in the middle, where they differ. */
    readonly between?: readonly [string, string];
    readonly least: string;
    readonly most: string;
  };
}

export interface Totals {
  /** Of the rows that have a number on both sides. */
  readonly before: string;
  readonly after: string;
  /** The rises and the falls (negative), and both together. */
  readonly rises: string;
  readonly falls: string;
  readonly change: string;
  /** Of rows that have a number on one side only, which no change tells. */
  readonly onlyBefore: string;
  readonly onlyAfter: string;
}

/** The rows that have the same text in the column. */
export interface Group {
  /** Missing for all rows beyond the number of groups that are kept apart. */
  readonly value?: string;
  readonly rows: number;
  readonly changed: number;
  readonly rises: number;
  readonly falls: number;
  readonly totals?: Pick<Totals, 'rises' | 'falls' | 'change'>;
}

export interface LargestChange {
  readonly line: number;
  /** Whom the row is about, where a column says so; a pseudonym where that was asked for. */
  readonly who?: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly causes: readonly Texts[];
}

import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import type { Status } from '../ir/outcome.ts';
import type { Interpretation, PolicyHead, Program } from '../ir/program.ts';

/** What a slip is made of: one person's decisions with all that they came from. */
export interface SlipSource {
  readonly program: Program;
  /** The handbook's own title. */
  readonly handbook: Texts;
  readonly person: Person;
  readonly when: When;
  /** One for each decision asked, in that order. */
  readonly explanations: readonly Explanation[];
  /** Clause → its title in the register. */
  readonly clauses: ReadonlyMap<string, Texts>;
}

/** Who the row is about, in the columns of the table itself. */
export interface Person {
  readonly key: Labelled;
  readonly name?: Labelled;
}
interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** The day whose rules hold, the month that is paid, and the day up to which publications count. */
export interface When {
  readonly at: string;
  readonly period?: string;
  readonly known?: string;
  readonly sourceOnly: boolean;
}

/** Who wrote a page and when: arguments, so that the same slip is the same text. */
export interface Written {
  /** The engine's version. */
  readonly by: string;
  /** `2026-11-02 09:30` in the handbook's time zone. */
  readonly on: string;
}

/** A slip in one language, ready to be set. */
export interface Slip {
  readonly language: Language;
  readonly handbook: string;
  readonly revision: number;
  readonly person: Person;
  readonly when: When;
  /** Some decision asked is an amount of money. */
  readonly isPay: boolean;
  readonly results: readonly Part[];
  /** The interpretations that values rest on; marks count from 1. */
  readonly notes: readonly Note[];
  readonly conventions: readonly Note[];
  readonly policies: readonly PolicyHead[];
}

/** A decision that was asked or read, with those that it read. */
export interface Part {
  /** `1.2` */
  readonly number: string;
  readonly decision: string;
  readonly title: string;
  readonly status: Status;
  /** The value, or the status in a word. */
  readonly result: string;
  /** Why there is no value, in sentences. */
  readonly reasons: readonly string[];
  readonly marks: readonly number[];
  readonly policy?: PolicyHead;
  readonly clauses: readonly Clause[];
  readonly lines: readonly Line[];
  readonly parts: readonly Part[];
  /** What its value adds up, with those that these add up: the lines of the overview. */
  readonly summands: readonly SummandLine[];
}

/** A line of the overview: what a sum above it adds, or takes off. */
export interface SummandLine {
  readonly title: string;
  /** Whose amount it is, where the line above belongs to another policy. */
  readonly of?: string;
  /** With the sign with which it counts in the sum above. */
  readonly result: string;
  readonly status: Status;
  readonly marks: readonly number[];
  readonly reasons: readonly string[];
  /** The number of the part that tells more; what was given has none. */
  readonly see?: string;
  readonly summands: readonly SummandLine[];
}

/** A step of the way to a value. */
export interface Line {
  readonly sort: 'plain' | 'met' | 'unmet' | 'open' | 'taken' | 'quiet';
  readonly text: string;
  readonly marks?: readonly number[];
  readonly clauses?: readonly Clause[];
  /** The number of the part that tells more. */
  readonly see?: string;
  readonly below?: readonly Line[];
}

export interface Clause {
  readonly id: string;
  readonly title?: string;
}

/** An interpretation that is told at the foot of the page. */
export interface Note {
  readonly id: string;
  readonly about: Interpretation['about'];
  readonly question: string;
  readonly answer: string;
  readonly status: Interpretation['status'];
  readonly clauses: readonly Clause[];
}

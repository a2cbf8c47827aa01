import type { Span, TextEdit } from '../source/span.ts';

/** The languages that every message, title and label exists in. */
export type Language = 'en' | 'zh';
export const languages: readonly Language[] = ['en', 'zh'];

/** A text for people, in both languages. */
export interface Texts {
  readonly en: string;
  readonly zh: string;
}

export type Severity = 'error' | 'warning' | 'info';

/**
 * A message to the author, plain JSON. `blocks` tells the meaningless from the failing (semantics 7.1): a blocking
 * diagnostic makes the decisions that it touches `error`, any other leaves the policy able to run.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly blocks: boolean;
  readonly message: Texts;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** Facts (as text) at which the evaluator shows what a finding about inputs says. */
  readonly witness?: Readonly<Record<string, string>>;
}

export interface Related {
  readonly span: Span;
  readonly message: Texts;
}

/** A mend that the author can take with one key. */
export interface Fix {
  readonly title: Texts;
  readonly edits: readonly TextEdit[];
}

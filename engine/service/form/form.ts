import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../source/span.ts';
import type { Change } from '../change.ts';

/** Keys and places in lists (from 0) from the file's root to a node. */
export type Address = readonly (string | number)[];

/** A file as fields and grids, for people who do not want YAML. Plain data, as the file says it now. */
export interface Form {
  readonly path: string;
  /** What the file is, such as “Tiers”. */
  readonly kind?: Texts;
  readonly parts: readonly Part[];
  /** What stands in choices, by the name that inputs refer to. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  /** What is wrong with the file and belongs to no single cell. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that cannot be shown as a form, and the place that keeps it from being read. */
export interface NoForm {
  readonly path: string;
  readonly unreadable: Diagnostic;
}

export interface Choice {
  readonly value: string;
  readonly title?: Texts;
}

/** `id` stays the same while the file is edited around it. */
export type Part = FieldsPart | GridPart | GroupPart;

export interface FieldsPart {
  readonly is: 'fields';
  readonly id: string;
  readonly label: Texts;
  readonly fields: readonly Cell[];
}

/** Parts that belong together, such as the circumstances of one violation. */
export interface GroupPart {
  readonly is: 'group';
  readonly id: string;
  readonly label: Texts;
  readonly help: Texts;
  readonly parts: readonly Part[];
  /** A map whose entries, each a part, can be added, renamed and taken away; the entries' names in order. */
  readonly open?: { readonly at: Address; readonly names: readonly string[] };
}

export interface GridPart {
  readonly is: 'grid';
  readonly id: string;
  readonly label: Texts;
  readonly help: Texts;
  /** The list or map that has the rows. */
  readonly at: Address;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What is wrong with the grid as a whole, or above its first row. */
  readonly above: readonly Diagnostic[];
  /** Whether rows can be added, and how few there may be: none where the grid itself may be left out. */
  readonly open: boolean;
  readonly atLeast: number;
}

export interface Column {
  readonly id: string;
  readonly label: Texts;
  readonly help: Texts;
  readonly input: Input;
  /** No row has it yet: shown only on demand. */
  readonly unused: boolean;
}

export interface Row {
  readonly at: Address;
  /** One for each column; nothing where the row cannot have it. */
  readonly cells: readonly (Cell | undefined)[];
  /** What does not fit into the row's cells. */
  readonly details: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong between this row and the next one: a part of the scale that nobody covers. */
  readonly below: readonly Diagnostic[];
}

export interface Cell {
  readonly at: Address;
  /** The key that stands there is meant, not its value. */
  readonly key?: true;
  readonly label: Texts;
  readonly help: Texts;
  /** As the author wrote it, without quotes; a list with commas between. */
  readonly text: string;
  /** What the name that stands here is called by people. */
  readonly title?: Texts;
  /** Nothing where nothing is written. */
  readonly span?: Span;
  readonly input: Input;
  /** Nothing can be left out here. */
  readonly required: boolean;
  /** `gap`: the text names the gap that stands for the value. */
  readonly stands?: 'gap';
  readonly diagnostics: readonly Diagnostic[];
}

/** What may be typed. `choices` is the name of a list of the form; other words than these may still be written. */
export type Input =
  | { readonly is: 'text' }
  | { readonly is: 'formula'; readonly unit?: string; readonly choices?: string }
  | { readonly is: 'range'; readonly unit?: string; readonly choices?: string }
  | { readonly is: 'date' }
  | { readonly is: 'number' }
  | { readonly is: 'truth' }
  /** Only these words. */
  | { readonly is: 'choice'; readonly choices: string }
  | { readonly is: 'word'; readonly choices?: string }
  | { readonly is: 'list'; readonly choices?: string }
  /** YAML that has no form: it is shown, and edited as text. */
  | { readonly is: 'yaml' };

/** How something is to stand. A gap with a note is a new one. */
export type StandsAs =
  | { readonly is: 'value'; readonly text: string }
  | { readonly is: 'unset' }
  | { readonly is: 'gap'; readonly gap: string; readonly says?: Texts }
  | { readonly is: 'left-to'; readonly by: string; readonly allowed: string; readonly proposed?: string };

/** What a person does in a form. Rows count from 0. */
export type FormEdit =
  /** Bare digits get the unit, which is the one that the cell's input names. */
  | {
      readonly edit: 'set';
      readonly at: Address;
      readonly key?: true;
      readonly text: string;
      readonly unit?: string;
    }
  | { readonly edit: 'insert-row'; readonly at: Address; readonly row: number; readonly key?: string }
  | { readonly edit: 'remove-rows'; readonly at: Address; readonly row: number; readonly count: number }
  | { readonly edit: 'move-row'; readonly at: Address; readonly row: number; readonly to: number }
  | { readonly edit: 'remove'; readonly at: Address }
  /** Lets the place of a cell stand otherwise; bare digits of a value get the unit. */
  | { readonly edit: 'stand'; readonly at: Address; readonly as: StandsAs; readonly unit?: string }
  /** Cuts a row in two where its stretch of a scale, which stands under a key of the row, is cut at a value. */
  | {
      readonly edit: 'split-row';
      readonly at: Address;
      readonly row: number;
      readonly under: string;
      readonly text: string;
      readonly unit?: string;
    }
  /** Makes one row of a row and the next one: it covers both, and says what the kept one said. */
  | {
      readonly edit: 'merge-rows';
      readonly at: Address;
      readonly row: number;
      readonly under: string;
      readonly keep: 'first' | 'second';
    }
  /** Cells as spreadsheets put them on the clipboard, into a grid from a cell on; columns as the view shows them. */
  | {
      readonly edit: 'paste';
      readonly grid: string;
      readonly row: number;
      readonly columns: readonly string[];
      readonly text: string;
    };

/** An edit made: what it changes in the text, and what was written otherwise than it was typed. */
export interface FormChange extends Change {
  readonly converted?: readonly Converted[];
}
export interface Converted {
  readonly typed: string;
  readonly text: string;
}

/** Why nothing was changed. */
export interface Refusal {
  readonly refused: Texts;
  /** What may have been meant, to be written in place of what was typed. */
  readonly instead?: readonly string[];
}

export const isNoForm = (form: Form | NoForm): form is NoForm => 'unreadable' in form;

import type { Language } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import { comment } from '../module/comment.ts';
import { decisionTypes } from './declarations.ts';

/** The \`.d.ts\` of an emitted module; it needs no package either. */
export function moduleTypes(program: Program, names: readonly string[], language: Language): string {
  const head = `// ${comment(program.handbook)}, revision ${String(program.revision)}. Written by “bylaw build --module”: do not edit.`;
  return `${[head, decisionTypes(program, names, language), moduleShape].join('\n\n')}\n`;
}

const moduleShape = `export interface Texts {
  readonly en: string;
  readonly zh: string;
}

/** Why an outcome is undetermined. */
export interface Reason {
  readonly code: string;
  readonly fact?: string;
  readonly parameter?: string;
  readonly gap?: string;
  readonly person?: string;
  readonly allowed?: string;
  readonly needs?: number;
  readonly text: Texts;
}

/** Only what is determined has a value; flags name the interpretations that it rests on. */
export type Outcome<Value extends string> = {
  readonly decision: string;
  readonly type: string;
  readonly flags: readonly string[];
  readonly reasons: readonly Reason[];
  readonly policy: string;
  readonly version: number;
  readonly cites: readonly string[];
} & (
  | { readonly status: 'determined'; readonly value: Value }
  | { readonly status: 'undetermined' | 'not-applicable'; readonly value?: never }
  | {
      readonly status: 'error';
      readonly value?: never;
      readonly error: {
        readonly code: string;
        readonly message: Texts;
        readonly span?: { readonly file: string; readonly start: number; readonly end: number };
      };
    }
);

/** The handbook, the days for which the module speaks, and its decisions. */
export declare const about: {
  readonly handbook: string;
  readonly revision: number;
  readonly from: string;
  readonly to?: string;
  readonly decisions: readonly (keyof Decisions)[];
};

/** The outcome of a decision on a day; on a day for which the module does not speak it is the error \`module/other-date\`. */
export declare function evaluate<Name extends keyof Decisions>(
  decision: Name,
  facts: Decisions[Name]['facts'],
  options: { readonly at: string; readonly sourceOnly?: boolean } & ([Decisions[Name]['on']] extends [never]
    ? { readonly on?: never }
    : { readonly on: Decisions[Name]['on'] }),
): Outcome<Decisions[Name]['value']>;

/** A fact in whole units: 1250 for \`12.50\` at scale 2; truth; all else as text. Nothing where it is not given. */
export type Unit = number | boolean | string | null | undefined;

/** A decision's plain cases. */
export interface Units {
  /** The facts in the order of \`facts\`; undefined where \`evaluate\` must say what the outcome is. */
  readonly of: (...facts: readonly Unit[]) => number | boolean | string | undefined;
  readonly facts: readonly { readonly name: keyof Facts; readonly type: string; readonly scale?: number }[];
  readonly type: string;
  /** Decimals of the number that \`of\` gives. */
  readonly scale?: number;
  /** What the last value rests on. */
  readonly flags: () => readonly string[];
}

/** The decisions of which cases can be plain. */
export declare const units: { readonly [Name in keyof Decisions]?: Units };

/** Plain cases of many rows of texts; a value is undefined where \`evaluate\` must say what the outcome is. Throws a RangeError for a name that is none. */
export declare function prepare(
  decisions: readonly (keyof Decisions)[],
  facts: readonly (keyof Facts)[],
): {
  /** The values of a row, put into \`values\` if that is given. */
  readonly run: (texts: readonly (string | undefined)[], values?: (string | undefined)[]) => (string | undefined)[];
  /** What the value of a decision rests on, by its place, in the row that was run last. */
  readonly flags: (decision: number) => readonly string[];
};`;

import type { Language } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import { comment } from '../module/decision-code.ts';
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
): Outcome<Decisions[Name]['value']>;`;

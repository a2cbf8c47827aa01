import type { Colors } from 'picocolors/types.js';
import { printable } from '../diagnostic/code-frame.ts';
import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { Io } from './io.ts';

/** One verb of the command line: what it takes, as data for help and parsing, and what it does. */
export interface Verb {
  /** As commander writes it: `<decisions...>`, `[files...]`. */
  readonly takes?: { readonly form: string; readonly says: Texts };
  readonly options?: readonly OptionRow[];
  /** What all verbs take and would say nothing here: not in its help, and refused rather than passed over. */
  readonly ignores?: readonly (keyof Options)[];
  readonly about: Texts;
  /** Whole command lines. */
  readonly examples: readonly string[];
  readonly run: (call: Call) => Promise<number | Refusal>;
}

export interface OptionRow {
  readonly flags: string;
  readonly says: Texts;
  readonly hidden?: boolean;
  /** May be given more than once: all of them, under this name. */
  readonly collects?: 'keys' | 'bundles';
}

/** A verb as it was called. */
export interface Call {
  readonly io: Io;
  readonly language: Language;
  /** For standard output. */
  readonly colours: Colors;
  readonly names: readonly string[];
  readonly options: Options;
}

/** What the options of all verbs say; each verb reads its own. */
export interface Options {
  readonly handbook?: string;
  readonly json?: boolean;
  readonly lang?: string;
  readonly check?: boolean;
  readonly proofs?: boolean;
  readonly at?: string;
  readonly known?: string;
  readonly period?: string;
  readonly sourceOnly?: boolean;
  readonly facts?: string;
  readonly engine?: string;
  readonly in?: string;
  readonly out?: string;
  readonly reasons?: boolean;
  readonly slips?: string;
  readonly against?: string;
  readonly againstKnown?: string;
  readonly againstMap?: string;
  readonly key?: string;
  readonly format?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly map?: string;
  readonly atColumn?: string;
  readonly workers?: string;
  readonly progress?: boolean;
  readonly resume?: boolean;
  readonly restart?: boolean;
  readonly port?: string;
  readonly host?: string;
  readonly remote?: boolean;
  readonly open?: boolean;
  readonly base?: string;
  readonly from?: string;
  readonly published?: string;
  readonly becauseEn?: string;
  readonly becauseZh?: string;
  readonly clause?: readonly string[];
  readonly status?: string;
  readonly by?: string;
  readonly on?: string;
  readonly coverage?: boolean;
  readonly missing?: boolean;
  readonly require?: string;
  readonly watch?: boolean;
  readonly junit?: string;
  readonly mutate?: boolean;
  readonly sarif?: string;
  readonly docs?: string;
  readonly closed?: readonly string[];
  readonly gitDriver?: boolean;
  readonly all?: boolean;
  readonly population?: string;
  readonly id?: string;
  readonly pseudonymous?: string;
  readonly name?: string;
  readonly scope?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly sign?: string;
  readonly module?: boolean;
  readonly bundle?: string;
  readonly keys?: readonly string[];
  readonly remember?: string;
  readonly tokens?: string;
  readonly cors?: readonly string[];
  readonly mostBytes?: string;
  readonly mostQuestions?: string;
  readonly mostSeconds?: string;
  readonly log?: string;
  readonly mask?: readonly string[];
  readonly maskKey?: string;
  readonly bundles?: readonly string[];
  readonly instead?: string;
  readonly dialect?: string;
  readonly table?: string;
  readonly view?: string;
  readonly keep?: string;
  readonly columns?: string;
}

/** What says which rules of which handbook: nothing to a verb whose bundle, or caller, says it. */
export const ofTheHandbook: readonly (keyof Options)[] = ['handbook', 'at', 'period', 'known', 'sourceOnly'];

/** Why a verb did nothing: 2 for wrong use, 3 for a handbook that cannot be read. */
export interface Refusal {
  readonly exit: 2 | 3;
  readonly says: Texts;
}

export function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'exit' in result && 'says' in result;
}

/** Prints a line on standard output. */
export function say({ io }: Call, line: string): void {
  io.out.write(`${line}\n`);
}

/** Prints a line beside the result, on standard error. */
export function remark({ io, language }: Call, text: Texts): void {
  io.err.write(`${printable(text[language])}\n`);
}

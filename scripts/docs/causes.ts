import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Texts } from '../../engine/diagnostic/diagnostic.ts';

/** Text in some form, or several files by path, or facts by name. */
export type Sample = string | Readonly<Record<string, unknown>>;

/** What people write about a code: docs/diagnostics/causes/<area>.yaml. */
export interface Cause {
  readonly why: Texts;
  readonly cure: Texts;
  /** What causes it: the value of a decision, a cell, a policy without its head, a whole file, more files … */
  readonly expression?: string;
  readonly cell?: string;
  readonly policy?: string;
  readonly file?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly cases?: string;
  readonly facts?: string;
  /** Facts with which the expression is asked. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** A text that no test can run. */
  readonly shown?: string;
  /** The text is so often repeated. */
  readonly times?: string;
  /** The month that is asked for; the first day that the policy is amended from. */
  readonly period?: string;
  readonly amend?: string;
  /** What is proved of whole decisions is asked as well, for this day. */
  readonly proved?: string;
  /** The same without the mistake. */
  readonly mended?: Sample;
}

export const forms = ['policy', 'file', 'files', 'cases', 'facts', 'given', 'expression', 'cell', 'shown'] as const;
export type Form = (typeof forms)[number];

/** Which form the example of a cause has. */
export function formOf(cause: Cause): Form {
  const form = forms.find((name) => cause[name] !== undefined);
  if (form === undefined) throw new Error(`no example: ${cause.why.en}`);
  return form;
}

/** All causes by code. */
export function readCauses(): ReadonlyMap<string, Cause> {
  const files = globSync('docs/diagnostics/causes/*.yaml').sort();
  return new Map(
    files.flatMap((path) => {
      // Nothing is read as a number or a date: examples are texts.
      const causes = parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }) as Readonly<Record<string, Cause>>;
      const area = basename(path, '.yaml');
      return Object.entries(causes).map(([key, cause]) => [`${area}/${key}`, cause] as const);
    }),
  );
}

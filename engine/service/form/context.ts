import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import { own } from '../../ir/own.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Span } from '../../source/span.ts';
import type { YamlMap } from '../../yaml/node.ts';
import type { Spot } from './cells.ts';
import { documentTitles } from './document-titles.ts';
import type { Part } from './form.ts';
import { keyTitles } from './key-titles.ts';

/** What building a form of one file looks at and collects. */
export interface Context {
  readonly file: SourceFile;
  readonly root: YamlMap;
  /** The kind's name, which tells keys of the same word apart. */
  readonly kind: string;
  /** What the file itself names: columns, outputs and measures, with their titles. */
  readonly named: ReadonlyMap<string, Named>;
  /** What the violations of a list of sanctions are called. */
  readonly violations: Readonly<Record<string, Texts>>;
  readonly diagnostics: Diagnostics;
  /** The parts of a place that needs more room than a cell has. */
  readonly inner: (spot: Spot) => readonly Part[];
  /** Lists of choices that were asked for. */
  readonly choices: Set<string>;
}

export interface Named {
  readonly label: Texts;
  readonly help: Texts;
  /** What a row gives, not what it asks. */
  readonly isResult: boolean;
  /** Which choices its values have. */
  readonly choices?: string;
}

/** Gives each diagnostic to the first that asks for its place, so that inner parts ask before outer ones. */
export interface Diagnostics {
  /** Those that begin at a span. */
  at(span: Span): readonly Diagnostic[];
  /** Those about what lies between rows, beginning at a span. */
  between(span: Span): readonly Diagnostic[];
  rest(): readonly Diagnostic[];
}

// About a part of a scale that no row covers; they point to the row beside it.
const holes: ReadonlySet<string> = new Set(['tiers/gap', 'grades/gap']);

/** The diagnostics of a file, to be given out. */
export function makeDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostics {
  let left = diagnostics;
  const take = (span: Span, wanted: (one: Diagnostic) => boolean): readonly Diagnostic[] => {
    if (left.length === 0) return left;
    const taken = left.filter((one) => wanted(one) && one.span.start >= span.start && one.span.start <= span.end);
    if (taken.length > 0) left = left.filter((one) => !taken.includes(one));
    return taken;
  };
  return {
    at: (span) => take(span, ({ code }) => !holes.has(code)),
    between: (span) => take(span, ({ code }) => holes.has(code)),
    rest: () => left,
  };
}

/** What people call a key. */
export function titleOfKey({ kind }: Context, key: string, under: string | undefined): Texts {
  for (const name of [`${under ?? kind} ${key}`, key]) {
    const title = own(keyTitles, name) ?? own(documentTitles, name);
    if (title !== undefined) return title;
  }
  return { en: key, zh: key };
}

/** `Rounding · Mode` */
export const below = (outer: Texts, inner: Texts): Texts => ({
  en: `${outer.en} · ${inner.en}`,
  zh: `${outer.zh} · ${inner.zh}`,
});

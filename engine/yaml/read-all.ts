import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { positionAt } from '../source/source-file.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { TextEdit } from '../source/span.ts';
import { guardCharacters, guardDepth, guardTokens, mostTokens } from './guard.ts';
import { compose, lex } from './library.ts';
import { findMisread } from './misread.ts';
import type { YamlNode } from './node.ts';
import { needsQuotes } from './quote.ts';
import { readingOf, withMends } from './reading.ts';
import type { Finding, Reading } from './reading.ts';
import { refuse } from './refuse.ts';
import { translate } from './translate.ts';
import { wideSigns } from './wide-signs.ts';

// A mend may show what it hid; after so many rounds the rest is left to the author.
const mostRounds = 6;
// Nobody reads more of the library's complaints.
const mostProblems = 1_000;

/** What a text says and all that is wrong with its YAML, but for its keys. */
export interface ReadAll {
  readonly root: YamlNode | undefined;
  readonly known: readonly Diagnostic[];
}

/** Reads a text by the library, round by round: what is found in one is mended in the next. `without` are edits to begin with. */
export function readAll(file: SourceFile, without: readonly TextEdit[]): ReadAll {
  const known: Diagnostic[] = [];
  let edits = without;
  for (let round = 1; ; round++) {
    const { root, findings } = readOnce(readingOf(file, edits), known, round === mostRounds);
    for (const { diagnostic } of findings) known.push(diagnostic);
    if (round === mostRounds || !findings.some(canMend)) return { root, known };
    edits = withMends(edits, findings);
  }
}

interface Read {
  readonly root: YamlNode | undefined;
  readonly findings: readonly Finding[];
}

/** One reading, given up at the first step whose findings can be mended: what later steps would say then only confuses. */
function readOnce(reading: Reading, known: readonly Diagnostic[], last: boolean): Read {
  const hidden = guardCharacters(reading);
  if (hidden.length > 0) return { root: undefined, findings: hidden };
  const { tokens, sources } = lex(reading.text, mostTokens);
  const tooMany = guardTokens(reading, tokens);
  if (tooMany !== undefined) return { root: undefined, findings: [{ diagnostic: tooMany, mend: [] }] };
  const wide = wideSigns(reading, tokens);
  if (!last && wide.length > 0) return { root: undefined, findings: wide };
  const misread = findMisread(reading.text, tokens).map((found) => needsQuotes(reading, found));
  if (!last && misread.some(canMend)) return { root: undefined, findings: misread };
  const tooDeep = guardDepth(reading, tokens);
  if (tooDeep !== undefined)
    return { root: undefined, findings: [...wide, ...misread, { diagnostic: tooDeep, mend: [] }] };
  const refused = refuse(reading, tokens);
  if (!last && refused.some(canMend)) return { root: undefined, findings: refused.filter(canMend) };
  const before = [...wide, ...misread, ...refused];
  const { root, problems } = compose(reading, sources);
  const translated = problems.slice(0, mostProblems).flatMap((problem) => translate(reading.file, problem));
  if (!last && translated.some(canMend)) return { root, findings: translated.filter(canMend) };
  return { root, findings: [...before, ...onNewLines(reading.file, translated, [...known, ...before.map(only)])] };
}

const canMend = ({ mend }: Finding): boolean => mend.length > 0;
const only = ({ diagnostic }: Finding): Diagnostic => diagnostic;

/** One complaint a line is enough, and none where the mistake is known already. */
function onNewLines(file: SourceFile, findings: readonly Finding[], known: readonly Diagnostic[]): readonly Finding[] {
  const lines = new Set(known.map((one) => lineOf(file, one)));
  return findings.filter(({ diagnostic }) => {
    const line = lineOf(file, diagnostic);
    return !lines.has(line) && lines.add(line);
  });
}

const lineOf = (file: SourceFile, { span }: Diagnostic): number => positionAt(file, span.start).line;

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { positionAt } from '../source/source-file.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { TextEdit } from '../source/span.ts';
import { guardCharacters, guardDepth, guardText, guardTokens, mostTokens } from './guard.ts';
import { checkKeys } from './keys.ts';
import { compose, lex } from './library.ts';
import { guardMessages } from './messages.ts';
import { findMisread } from './misread.ts';
import type { YamlNode } from './node.ts';
import { changedPart, type Base } from './partial.ts';
import { needsQuotes } from './quote.ts';
import { readingOf, withMends } from './reading.ts';
import type { Finding, Reading } from './reading.ts';
import { refuse } from './refuse.ts';
import { translate } from './translate.ts';
import { wideSigns } from './wide-signs.ts';

/** What a file says, as far as it could be read, and everything that is wrong with its YAML. */
interface YamlDocument {
  readonly root: YamlNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

// A mend may show what it hid; after so many rounds the rest is left to the author.
const mostRounds = 6;
// Nobody reads more of the library's complaints.
const mostProblems = 1_000;

/**
 * Reads a YAML file. What YAML would misread is reported and then read as it was meant, so that one slip does not hide the
 * rest of the file. Never throws and takes time in proportion to the text, whatever the text is. `before` is an earlier text
 * of the file that was read: what did not change since is not read again, and the outcome is the same with or without it.
 */
export function parseYaml(file: SourceFile, before?: SourceFile): YamlDocument {
  const unfit = guardText(file);
  if (unfit !== undefined) return { root: undefined, diagnostics: [unfit] };
  const base = before === undefined ? undefined : baseOf.get(before);
  const { root, known } = (base && readPart(base, file)) ?? readAll(file, []);
  if (known.length === 0 && root?.yaml === 'map') baseOf.set(file, { file, root });
  else if (base !== undefined) baseOf.set(file, base);
  return finished(file, root, known);
}

/** The last text of a file without mistakes, by what was read of it since. */
const baseOf = new WeakMap<SourceFile, Base>();

interface ReadAll {
  readonly root: YamlNode | undefined;
  readonly known: readonly Diagnostic[];
}

function readPart(base: Base, file: SourceFile): ReadAll | undefined {
  const part = changedPart(base, file);
  if (part === undefined) return undefined;
  const { root, known } = readAll(file, part.edits);
  const whole = part.whole(root, known);
  return whole && { root: whole, known };
}

function readAll(file: SourceFile, without: readonly TextEdit[]): ReadAll {
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

function finished(file: SourceFile, root: YamlNode | undefined, found: readonly Diagnostic[]): YamlDocument {
  if (root === undefined) {
    const nothing = guardMessages.empty({}, { file: file.name, start: 0, end: 0 });
    return { root, diagnostics: found.length === 0 ? [nothing] : inOrder(found) };
  }
  const lines = new Set(found.map((one) => lineOf(file, one)));
  const { node, diagnostics } = checkKeys(root);
  // A key that is missing where the line is broken anyway is no second mistake.
  const ofKeys = diagnostics.filter((one) => one.code !== 'yaml/empty-key' || !lines.has(lineOf(file, one)));
  return { root: node, diagnostics: inOrder([...found, ...ofKeys]) };
}

/** Each once, by place: rounds may find the same mistake again. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(diagnostics.map((one) => [`${one.code} ${one.span.start} ${one.span.end}`, one]));
  return [...seen.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

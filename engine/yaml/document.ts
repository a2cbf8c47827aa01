import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { positionAt } from '../source/source-file.ts';
import type { SourceFile } from '../source/source-file.ts';
import { guardText } from './guard.ts';
import { checkKeys } from './keys.ts';
import { guardMessages } from './messages.ts';
import type { YamlNode } from './node.ts';
import { changedPart, type Base } from './partial.ts';
import { readAll, type ReadAll } from './read-all.ts';
import { readUsual } from './usual.ts';

/** What a file says, as far as it could be read, and everything that is wrong with its YAML. */
interface YamlDocument {
  readonly root: YamlNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a YAML file. What YAML would misread is reported and then read as it was meant, so that one slip does not hide the
 * rest of the file. Never throws and takes time in proportion to the text, whatever the text is. `before` is an earlier text
 * of the file that was read: what did not change since is not read again, and the outcome is the same with or without it.
 */
export function parseYaml(file: SourceFile, before?: SourceFile): YamlDocument {
  const unfit = guardText(file);
  if (unfit !== undefined) return { root: undefined, diagnostics: [unfit] };
  const base = before === undefined ? undefined : baseOf.get(before);
  const { root, known } = (base && readPart(base, file)) ?? readWhole(file);
  if (known.length === 0 && root?.yaml === 'map') baseOf.set(file, { file, root });
  else if (base !== undefined) baseOf.set(file, base);
  return finished(file, root, known);
}

/** The last text of a file without mistakes, by what was read of it since. */
const baseOf = new WeakMap<SourceFile, Base>();

function readPart(base: Base, file: SourceFile): ReadAll | undefined {
  const part = changedPart(base, file);
  if (part === undefined) return undefined;
  const { root, known } = readAll(file, part.edits);
  const whole = part.whole(root, known);
  return whole && { root: whole, known };
}

function readWhole(file: SourceFile): ReadAll {
  const root = readUsual(file);
  return root === undefined ? readAll(file, []) : { root, known: [] };
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

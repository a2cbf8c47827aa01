import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { shapeOfFile } from '../program/read.ts';
import { schemaOf } from '../shape/schema.ts';
import { plainScalar } from '../shape/plain.ts';
import { sourceFile, type SourceFile } from '../source/source-file.ts';
import { parseYaml } from '../yaml/document.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts';
import { commentsOf, layoutTree } from './comments.ts';
import { readLanguage, type Said } from './language.ts';
import { formatMessages } from './messages.ts';
import { printTree, sayText } from './print.ts';
import type { Spelling } from './spelling.ts';

export interface Formatted {
  /** The text itself where the file has mistakes that keep it from being read. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The file in its usual form: two blanks a level, one key a line except where the author put something short between brackets,
 * expressions as the printer writes them, quotes only where they are needed. Comments, blank lines between groups and the
 * order of keys stay. What the file says is the same as before: that is looked at again before the text is given away.
 */
export function formatPolicy(file: SourceFile, spelling: Spelling): Formatted {
  const original = readPolicy(file);
  if (original.faults.length > 0) return { text: file.text, diagnostics: original.faults };
  const plain = sourceFile(file.name, file.text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'));
  const read = plain.text === file.text ? original : readPolicy(plain);
  const tree = read.root === undefined || isBeyondForm(read.root) ? undefined : layoutTree(plain, read.root);
  if (tree === undefined) return { text: file.text, diagnostics: [] };
  const text = `${printTree(tree, { text: plain.text, said: read.said, spelling }).join('\n')}\n`;
  if (text === file.text) return { text, diagnostics: [] };
  const result = sourceFile(file.name, text);
  if (readsSame(original, readPolicy(result), spelling) && sameTexts(commentsOf(plain), commentsOf(result)))
    return { text, diagnostics: [] };
  const start = { file: file.name, start: 0, end: 0 };
  return { text: file.text, diagnostics: [formatMessages.unsafe({}, start)] };
}

/** Keys longer than YAML reads on a line of their own, and nesting that only brackets make possible. */
function isBeyondForm(node: YamlNode, depth = 0): boolean {
  if (depth > 20) return true;
  switch (node.yaml) {
    case 'scalar':
      return false;
    case 'list':
      return node.items.some((item) => isBeyondForm(item, depth + 1));
    case 'map':
      return node.entries.some(({ key, value }) => key.text.length > 1_000 || isBeyondForm(value, depth + 1));
  }
}

interface Read {
  readonly root: YamlNode | undefined;
  readonly said: ReadonlyMap<YamlScalar, Said>;
  /** What keeps the text from meaning anything. */
  readonly faults: readonly Diagnostic[];
}

function readPolicy(file: SourceFile): Read {
  const { root, diagnostics } = parseYaml(file);
  const shape = root?.yaml === 'map' ? shapeOfFile(root) : undefined;
  const language = root === undefined || shape === undefined ? undefined : readLanguage(root, schemaOf(shape));
  const faults = [...diagnostics, ...(language?.diagnostics ?? [])].filter(({ severity }) => severity === 'error');
  return { root, said: language?.said ?? new Map<YamlScalar, Said>(), faults };
}

function readsSame(before: Read, after: Read, spelling: Spelling): boolean {
  if (after.faults.length > 0 || before.root === undefined || after.root === undefined) return false;
  return same(before.root, after.root);

  function same(a: YamlNode, b: YamlNode): boolean {
    switch (a.yaml) {
      case 'scalar':
        return b.yaml === 'scalar' && sameScalar(a, b);
      case 'list':
        return (
          b.yaml === 'list' &&
          a.items.length === b.items.length &&
          a.items.every((item, i) => same(item, b.items[i] ?? a))
        );
      case 'map':
        return b.yaml === 'map' && sameEntries(a, b);
    }
  }

  function sameEntries({ entries }: YamlMap, other: YamlMap): boolean {
    if (entries.length !== other.entries.length) return false;
    return entries.every(({ key, value }, i) => {
      const entry = other.entries[i];
      return entry?.key.text === key.text && same(value, entry.value);
    });
  }

  function sameScalar(a: YamlScalar, b: YamlScalar): boolean {
    const [said, now] = [before.said.get(a), after.said.get(b)];
    if (said === undefined || now === undefined)
      return said === now && a.text === b.text && plainScalar(a) === plainScalar(b);
    return sayText(said, spelling) === sayText(now, spelling);
  }
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

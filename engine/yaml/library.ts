import { Composer, CST, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Node, Pair, Scalar } from 'yaml';
import type { Span } from '../source/span.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './node.ts';
import type { Reading } from './reading.ts';
import { mapScalar } from './scalar-map.ts';
import type { ScalarStyle } from './scalar-map.ts';

// The only file that knows the yaml library.

type TokenType = NonNullable<ReturnType<typeof CST.tokenType>> | 'plain' | 'block-text' | 'other';

/** A word of YAML's own grammar. Marks that the library adds have an empty text. */
export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
}

/** A text split as YAML does. `sources` are the library's own words, of which it composes without splitting the text again. */
interface Split {
  readonly tokens: readonly Token[];
  readonly sources: readonly string[];
}

/** Splits a text into so many tokens at most. Never fails and does not nest, so it may see any text. */
export function lex(text: string, most: number): Split {
  const tokens: Token[] = [];
  const sources: string[] = [];
  let start = 0;
  let scalar = false;
  let inBlock = false;
  for (const source of new Lexer().lex(text)) {
    if (tokens.length >= most) break;
    sources.push(source);
    const type = CST.tokenType(source);
    if (!scalar && type === 'scalar') {
      scalar = true;
      continue;
    }
    if (!scalar && (type === 'doc-mode' || type === 'flow-error-end')) {
      tokens.push({ type, start, end: start });
      continue;
    }
    const end = start + source.length;
    tokens.push({ type: scalar ? (inBlock ? 'block-text' : 'plain') : (type ?? 'other'), start, end });
    if (scalar) inBlock = false;
    else if (type === 'block-scalar-header') inBlock = true;
    scalar = false;
    start = end;
  }
  return { tokens, sources };
}

/** What the library says is wrong, or a node that has no place in our data; places are the original text's. */
export interface Problem {
  readonly code: string;
  readonly words: string;
  readonly span: Span;
}

function* parsed(sources: readonly string[]): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const source of sources) yield* parser.next(source);
  yield* parser.end();
}

/** Reads one document, split by `lex`, into our nodes. Its nesting has been measured before, since reading it recurses. */
export function compose(
  reading: Reading,
  sources: readonly string[],
): { root: YamlNode | undefined; problems: Problem[] } {
  const { place } = reading;
  const file = reading.file.name;
  const composer = new Composer({
    // Every scalar stays text, and no tag means anything.
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document] = Array.from(composer.compose(parsed(sources)));
  const isAsWritten = reading.text === reading.file.text;
  const problems: Problem[] = [];
  if (document === undefined) return { root: undefined, problems };
  for (const { code, message, pos } of document.errors)
    problems.push({ code, words: message, span: place(pos[0], pos[1]) });
  const { contents } = document;
  const root = contents === null || isEmptyRoot(contents) ? undefined : node(contents, 0);
  if (root?.yaml === 'scalar' && root.plain) problems.push({ code: 'TEXT_ONLY', words: '', span: root.span });
  return { root, problems };

  function node(from: Node | null, missingAt: number): YamlNode {
    if (from === null) return emptyScalar(missingAt);
    const [start, end] = from.range ?? [missingAt, missingAt];
    if (isScalar(from)) return scalar(from, start, end);
    if (isMap<Node | null, Node | null>(from)) return map(from.items, start, end);
    if (isSeq<Node | null>(from))
      return { yaml: 'list', items: from.items.map((item) => node(item, end)), span: place(start, end) };
    // An alias has been refused before: it stands for its own text.
    return isAlias(from) ? textScalar(reading.text.slice(start, end), 'plain', start, end) : emptyScalar(start);
  }

  function map(pairs: readonly Pair<Node | null, Node | null>[], start: number, end: number): YamlMap {
    const entries: YamlEntry[] = [];
    for (const pair of pairs) {
      const key = node(pair.key, pair.value?.range?.[0] ?? start);
      const value = node(pair.value, pair.key?.range?.[1] ?? start);
      if (pair.value === null) problems.push({ code: 'NO_VALUE', words: '', span: key.span });
      if (key.yaml !== 'scalar') problems.push({ code: 'COMPLEX_KEY', words: '', span: key.span });
      else
        entries.push({
          key,
          value,
          span: { file, start: key.span.start, end: Math.max(key.span.end, value.span.end) },
        });
    }
    return { yaml: 'map', entries, span: place(start, end) };
  }

  function scalar(from: Scalar, start: number, end: number): YamlScalar {
    return textScalar(from.source ?? '', styleOf(from), start, end);
  }

  function emptyScalar(at: number): YamlScalar {
    return textScalar('', 'plain', at, at);
  }

  function textScalar(text: string, style: ScalarStyle, start: number, end: number): YamlScalar {
    const raw = reading.text.slice(start, end);
    const own = mapScalar(raw, text, style, start);
    const offsets = isAsWritten ? own : own.map((offset) => place(offset, offset).start);
    const visibleEnd = style === 'block' ? start + raw.trimEnd().length : end;
    return { yaml: 'scalar', text, plain: style === 'plain', span: place(start, visibleEnd), offsets };
  }
}

/** A file of nothing but blanks and comments. */
function isEmptyRoot(contents: Node): boolean {
  return isScalar(contents) && contents.source === '' && contents.type === 'PLAIN';
}

function styleOf({ type }: Scalar): ScalarStyle {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}

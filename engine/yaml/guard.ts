import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import type { Token } from './library.ts';
import { fixTitles, guardMessages } from './messages.ts';
import type { Finding, Reading } from './reading.ts';

// Far beyond any policy; below what makes a parser slow or overflows its stack.
const mostCharacters = 2_000_000;
const mostLines = 50_000;
const mostDepth = 64;
const mostHidden = 200;
// Before mends an interval's `[` may count as open until its lines end.
const mostOpen = 1_000;

/** How many of YAML's own words are looked at. */
export const mostTokens = 100_000;

// Controls that terminals and parsers act on, marks that turn the direction of writing, characters without width, a CR on its own.
const hidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufffe\uffff]|\r(?!\n)|(?<!^)\ufeff/g;

/** What keeps a text from being read at all: its size. */
export function guardText(file: SourceFile): Diagnostic | undefined {
  const { text, name } = file;
  const start: Span = { file: name, start: 0, end: 0 };
  if (text.length > mostCharacters)
    return guardMessages['too-large'](
      { is: text.length, most: mostCharacters, of: { en: 'characters', zh: '个字符' } },
      start,
    );
  if (file.lineStarts.length > mostLines)
    return guardMessages['too-large'](
      { is: file.lineStarts.length, most: mostLines, of: { en: 'lines', zh: '行' } },
      start,
    );
  return undefined;
}

/** Characters that deceive the reader or the parser; the file is read on without them. */
export function guardCharacters({ text, place }: Reading): readonly Finding[] {
  return Array.from(text.matchAll(hidden).take(mostHidden), ({ 0: character, index }) => {
    const span = place(index, index + 1);
    const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const mend = [{ span, text: character === '\r' ? '\n' : '' }];
    const fixes = [{ title: fixTitles.remove, edits: mend }];
    return { diagnostic: guardMessages['forbidden-character']({ code }, span, { fixes }), mend };
  });
}

/** Too many words, or so many open brackets that even looking for mistakes would take long. */
export function guardTokens(reading: Reading, tokens: readonly Token[]): Diagnostic | undefined {
  const last = tokens[mostTokens - 1];
  if (last !== undefined)
    return guardMessages['too-large'](
      { is: tokens.length, most: mostTokens - 1, of: { en: 'words and signs or more', zh: '个词和符号' } },
      reading.place(last.start, last.end),
    );
  let open = 0;
  for (const { type, start, end } of tokens) {
    if (type === 'flow-map-start' || type === 'flow-seq-start') open++;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') open = Math.max(0, open - 1);
    else if (type === 'flow-error-end') open = 0;
    if (open > mostOpen) return guardMessages['too-deep']({ most: mostDepth }, reading.place(start, end));
  }
  return undefined;
}

/** Nesting that would make the parser recurse too far: brackets, indentation, and `- - -` or `a: b: c:` on one line. */
export function guardDepth(reading: Reading, tokens: readonly Token[]): Diagnostic | undefined {
  const columns: number[] = [];
  let brackets = 0;
  let lineStart = 0;
  let fresh = true;
  for (const { type, start, end } of tokens) {
    switch (type) {
      case 'newline':
      case 'block-text':
        lineStart = end;
        fresh = true;
        continue;
      case 'space':
      case 'comment':
      case 'byte-order-mark':
        continue;
      case 'flow-error-end':
        brackets = 0;
        continue;
      case 'flow-map-start':
      case 'flow-seq-start':
        brackets++;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        brackets = Math.max(0, brackets - 1);
        break;
      default:
    }
    if (fresh) while ((columns.at(-1) ?? -1) >= start - lineStart) columns.pop();
    // Between brackets a colon does not nest: entries stand side by side.
    const nests =
      type === 'seq-item-ind' || type === 'explicit-key-ind' || (type === 'map-value-ind' && brackets === 0);
    if (fresh || nests) columns.push(start - lineStart);
    fresh = false;
    if (brackets + columns.length > mostDepth)
      return guardMessages['too-deep']({ most: mostDepth }, reading.place(start, end));
  }
  return undefined;
}

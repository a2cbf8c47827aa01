import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span, TextEdit } from '../source/span.ts';
import type { Problem } from './library.ts';
import { excerpt, fixTitles, refusalMessages, syntaxMessages } from './messages.ts';
import type { Finding } from './reading.ts';

// Reported on the tokens or the tree already, with the place where the mistake begins.
const reportedElsewhere: ReadonlySet<string> = new Set([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_COLLECTION_TYPE',
  'BAD_DIRECTIVE',
  'BAD_PROP_ORDER',
  'DUPLICATE_KEY',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_DOCS',
  'MULTIPLE_TAGS',
  'TAB_AS_INDENT',
  'TAG_RESOLVE_FAILED',
]);

/** The YAML library's complaint in our words; none when the same mistake is reported elsewhere. */
export function translate(file: SourceFile, { code, words, span }: Problem): readonly Finding[] {
  if (reportedElsewhere.has(code)) return [];
  switch (code) {
    case 'BAD_DQ_ESCAPE':
      return [badEscape(file, span)];
    case 'BAD_INDENT':
      return words.includes('end with a') ? [] : unmended(syntaxMessages.indentation({}, onOneLine(file, span)));
    case 'BLOCK_AS_IMPLICIT_KEY':
      return [{ diagnostic: syntaxMessages.indentation({}, tooFarRight(file, span)), mend: valueAbove(file, span) }];
    case 'BLOCK_IN_FLOW':
      return unmended(syntaxMessages['block-in-brackets']({}, onOneLine(file, span)));
    case 'COMPLEX_KEY':
      return unmended(refusalMessages['complex-key']({}, onOneLine(file, span)));
    case 'NO_VALUE':
      return withoutValue(file, span);
    // A file that is one text has no mistake in its YAML, unless every colon of it was missed.
    case 'TEXT_ONLY':
      return loneLines(file, span, false).filter(({ diagnostic }) => diagnostic.code !== 'yaml/lone-text');
    case 'MULTILINE_IMPLICIT_KEY':
      return loneLines(file, span, true);
    case 'MISSING_CHAR':
      return missing(file, words, span);
    case 'UNEXPECTED_TOKEN':
      if (/^Unexpected (?:,|empty item)/.test(words)) return unmended(syntaxMessages.comma({ missing: false }, span));
      return /flow-(?:map|seq)-end/.test(words) ? [] : unmended(unreadable(file, span));
    default:
      return unmended(unreadable(file, span));
  }
}

const unmended = (diagnostic: Diagnostic): readonly Finding[] => [{ diagnostic, mend: [] }];

function missing(file: SourceFile, words: string, span: Span): readonly Finding[] {
  if (words.startsWith('Missing closing') || words.includes('end with a')) return [];
  if (words.startsWith('Implicit map keys')) return loneLines(file, span, false);
  if (words.startsWith('Missing ,')) return unmended(syntaxMessages.comma({ missing: true }, onOneLine(file, span)));
  if (words.startsWith('Block scalars')) return unmended(syntaxMessages.indentation({}, onOneLine(file, span)));
  if (!words.startsWith('Comments must')) return unmended(unreadable(file, span));
  const edits = [{ span: { ...span, end: span.start }, text: ' ' }];
  const fixes = [{ title: fixTitles.blank, edits }];
  return [{ diagnostic: syntaxMessages.comment({}, onOneLine(file, span), { fixes }), mend: edits }];
}

/** Text without a colon; YAML joins several lines of it into one key, whose last line may be a key in earnest. */
function loneLines(file: SourceFile, span: Span, endsInKey: boolean): readonly Finding[] {
  const found: Finding[] = [];
  // Behind a key on the same line it is a value, and the line below is indented too far: said there.
  const lineStart = file.text.lastIndexOf('\n', span.start - 1) + 1;
  if (file.text.slice(lineStart, span.start).includes(':')) return [];
  let start = span.start;
  for (const written of file.text.slice(span.start, span.end).split('\n')) {
    const text = written.trim();
    const from = start + written.indexOf(text);
    start += written.length + 1;
    if (text === '' || text.startsWith('#')) continue;
    const place: Span = { ...span, start: from, end: from + text.length };
    const colon = colonMistake(text, place);
    if (colon !== undefined) found.push(colon);
    // Read on without it: joined with the next key it would only look like a misspelt one.
    else if (!endsInKey || start <= span.end) {
      const keyed = forgottenColon(text, place);
      found.push(
        keyed ?? {
          diagnostic: syntaxMessages['lone-text']({ text: excerpt(text) }, place),
          mend: [{ span: place, text: '' }],
        },
      );
    }
  }
  return found;
}

/** `mode slab`: a key and its value without the colon. */
function forgottenColon(text: string, place: Span): Finding | undefined {
  const key = /^[a-z][a-z-]*(?=[ \t]+\S+$)/.exec(text)?.[0];
  if (key === undefined) return undefined;
  const at = place.start + key.length;
  const edits = [{ span: { ...place, start: at, end: at }, text: ':' }];
  const fixes = [{ title: fixTitles.colon, edits }];
  return { diagnostic: syntaxMessages['lone-text']({ text: excerpt(text) }, place, { fixes }), mend: edits };
}

/** `{ a, b: 1 }` */
function withoutValue(file: SourceFile, span: Span): readonly Finding[] {
  const text = file.text.slice(span.start, span.end);
  const colon = colonMistake(text, span);
  return colon === undefined ? unmended(syntaxMessages['key-without-value']({ text: excerpt(text) }, span)) : [colon];
}

/** `title：…` from a Chinese keyboard, or `title:…` without a blank. */
function colonMistake(text: string, place: Span): Finding | undefined {
  const key = /^[^\s:："']+(?:：\s*|(?<=^[\p{L}_][^\s:：]*):(?!\/\/))/u.exec(text)?.[0];
  if (key === undefined || text.includes('\n')) return undefined;
  const at = key.search(/[:：]/);
  const span: Span = { ...place, start: place.start + at, end: place.start + key.length };
  const message = syntaxMessages[key.includes('：') ? 'full-width-colon' : 'space-after-colon'];
  const edits = [{ span, text: ': ' }];
  const fixes = [{ title: fixTitles.colon, edits }];
  return { diagnostic: message({ text: excerpt(text) }, span, { fixes }), mend: edits };
}

function badEscape(file: SourceFile, span: Span): Finding {
  const [text] = /^\\(?:x[^"]{0,2}|u[^"]{0,4}|U[^"]{0,8}|.?)/u.exec(file.text.slice(span.start, span.start + 12)) ?? [
    '\\',
  ];
  const edits = [{ span: { ...span, end: span.start + 1 }, text: '\\\\' }];
  const fixes = [{ title: fixTitles.backslash, edits }];
  const place = { ...span, end: span.start + text.length };
  return { diagnostic: syntaxMessages['bad-escape']({ text }, place, { fixes }), mend: edits };
}

function unreadable(file: SourceFile, span: Span): Diagnostic {
  const place = onOneLine(file, span);
  return syntaxMessages.syntax({ text: excerpt(file.text.slice(place.start, place.end)) }, place);
}

/** YAML complains at a value when the line below it is indented further: that line is meant. */
function tooFarRight(file: SourceFile, span: Span): Span {
  const below = /^[^\n]*\n(?:[ \t]*\r?\n)*([ \t]*)[^\n]*/.exec(file.text.slice(span.start, span.start + 2_000));
  const [all, indentation = ''] = below ?? [];
  if (all === undefined || indentation === '') return onOneLine(file, span);
  const line = all.slice(all.lastIndexOf('\n') + 1);
  const end = span.start + all.trimEnd().length;
  return { ...span, start: end - line.trim().length, end };
}

/** A key that is being typed before its entries, `part: x`: read on without the value, or all that follows would lie below it. */
function valueAbove({ text }: SourceFile, span: Span): readonly TextEdit[] {
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  const [value, indentation = ''] = besideEntries.exec(text.slice(span.start, span.start + 2_000)) ?? [];
  const key = /^([ \t]*)[^\s:"']+:[ \t]*$/.exec(line);
  if (value === undefined || key === null || indentation.length <= (key[1] ?? '').length) return [];
  return [{ span: { ...span, end: span.start + value.length }, text: '' }];
}

/** A plain text to the end of its line, with an entry on the next line that is not empty. */
const besideEntries = /^[^\s"'|>&*![{#][^\n]*?(?=[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]+)[^\s#:"'-][^\n:]*:[ \t\r\n])/;

/** From the place to its end or the line's, without the indentation. */
function onOneLine(file: SourceFile, span: Span): Span {
  const newline = file.text.indexOf('\n', span.start);
  const line = file.text.slice(span.start, newline === -1 ? file.text.length : newline).trimEnd();
  const length = span.end - span.start > 1 ? Math.min(span.end - span.start, line.length) : line.length;
  const indentation = line.search(/\S/);
  return { ...span, start: span.start + Math.max(0, indentation), end: span.start + Math.max(length, indentation, 0) };
}

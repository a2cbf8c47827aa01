import type { Fix } from '../diagnostic/diagnostic.ts';
import type { Span, TextEdit } from '../source/span.ts';
import { excerpt, fixTitles, misreadings, syntaxMessages } from './messages.ts';
import type { Misread } from './misread-value.ts';
import type { Finding, Reading } from './reading.ts';

/** What YAML misreads, with the mend that puts it in quotes; where the author may have meant a comment, with both mends. */
export function needsQuotes(reading: Reading, { start, end, why, sure }: Misread): Finding {
  const span = reading.place(start, end);
  const text = reading.file.text.slice(span.start, span.end);
  const message = { text: excerpt(text), why: misreadings[why] };
  // Quotes around a comment would make it text.
  if (/\s#.*\n/.test(text)) return { diagnostic: syntaxMessages['needs-quotes'](message, span), mend: [] };
  const quote = quoteFix(text, span);
  const fixes = sure ? [quote] : [quote, commentFix(text, span)];
  return { diagnostic: syntaxMessages['needs-quotes'](message, span, { fixes }), mend: sure ? quote.edits : [] };
}

/** The mend that puts the text at a place in quotes: double ones, or single ones where it has quotes or backslashes itself. */
export function quoteFix(text: string, span: Span): Fix {
  const quote = /["\\]/.test(text) ? "'" : '"';
  const insert = (at: number, inserted: string): TextEdit => ({
    span: { ...span, start: at, end: at },
    text: inserted,
  });
  const doubled = quote === "'" ? [...text.matchAll(/'/g)].map(({ index }) => insert(span.start + index, "'")) : [];
  return { title: fixTitles.quote, edits: [insert(span.start, quote), ...doubled, insert(span.end, quote)] };
}

function commentFix(text: string, span: Span): Fix {
  const at = span.start + text.search(/[ \t]#/) + 2;
  return { title: fixTitles.comment, edits: [{ span: { ...span, start: at, end: at }, text: ' ' }] };
}

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/span.ts';
import type { Token } from './library.ts';
import { excerpt, fixTitles, refusalMessages, syntaxMessages } from './messages.ts';
import { quoteFix } from './quote.ts';
import type { Finding, Reading } from './reading.ts';

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

// Nobody reads more of them.
const most = 200;

/** Parts of YAML that a handbook has no use for, and what is open and never closed, found on YAML's own tokens. */
export function refuse(reading: Reading, tokens: readonly Token[]): readonly Finding[] {
  const found: Finding[] = [];
  const open: Token[] = [];
  const words = ({ start, end }: Token): string => reading.text.slice(start, end);
  const place = ({ start, end }: Token): Span => reading.place(start, end);
  let contentEnd = 0;
  let lineIsFresh = true;
  let document: 'before' | 'inside' | 'after' = 'before';

  for (const [index, token] of tokens.entries()) {
    if (found.length >= most) break;
    switch (token.type) {
      case 'newline':
      case 'block-text':
        lineIsFresh = true;
        continue;
      case 'space':
        if (lineIsFresh && words(token).includes('\t') && !endsLine(tokens[index + 1]))
          found.push(tabbed(words(token), place(token)));
        continue;
      case 'comment':
      case 'doc-mode':
      case 'byte-order-mark':
        continue;
      case 'flow-error-end':
        leaveOpen();
        continue;
      case 'directive-line':
        found.push(directive(reading, token));
        continue;
      case 'doc-end':
        document = 'after';
        continue;
      default:
    }
    lineIsFresh = false;
    if (document === (token.type === 'doc-start' ? 'inside' : 'after')) {
      // What follows is another file's matter.
      const rest = reading.place(token.start, reading.text.length);
      const diagnostic = refusalMessages['several-documents']({}, place(token));
      found.push({ diagnostic, mend: [{ span: rest, text: '' }] });
      return found;
    }
    document = 'inside';
    report(refusal(words(token), token.type, place(token)));
    if (token.type === 'plain') report(hiddenItem(reading, token));
    if (token.type === 'flow-map-start' || token.type === 'flow-seq-start') open.push(token);
    if (token.type === 'flow-map-end' || token.type === 'flow-seq-end') close(token);
    contentEnd = token.end;
    if (isQuoted(token) && !isClosed(words(token))) {
      found.push(openQuote(reading, token, open.length));
      // Behind an open quote everything is read the wrong way round.
      return found;
    }
  }
  leaveOpen();
  return found;

  function report(diagnostic: Diagnostic | undefined): void {
    if (diagnostic !== undefined) found.push({ diagnostic, mend: [] });
  }

  function close(token: Token): void {
    const bracket = words(token);
    const matching = open.findLastIndex((opened) => closing[words(opened)] === bracket);
    if (matching !== -1) {
      const at = reading.place(token.start, token.start);
      for (const opened of open.splice(matching).slice(1).reverse())
        found.push(openBracket(words(opened), place(opened), at));
      return;
    }
    const last = open.pop();
    found.push(
      last === undefined ? strayBracket(bracket, place(token)) : openBracket(words(last), place(last), place(token)),
    );
  }

  function leaveOpen(): void {
    const at = reading.place(contentEnd, contentEnd);
    for (const opened of open.splice(0).reverse()) found.push(openBracket(words(opened), place(opened), at));
  }
}

/** Read on as if it closed at the place, in the stead of what stands there. */
function openBracket(open: string, span: Span, at: Span): Finding {
  const close = closing[open] ?? '';
  const mend = [{ span: at, text: close }];
  const fixes = [{ title: fixTitles.bracket, edits: mend }];
  return { diagnostic: syntaxMessages.bracket({ open, close }, span, { fixes }), mend };
}

function strayBracket(close: string, span: Span): Finding {
  const mend = [{ span, text: '' }];
  const fixes = [{ title: fixTitles.remove, edits: mend }];
  return { diagnostic: syntaxMessages.bracket({ open: '', close }, span, { fixes }), mend };
}

/** `- a` with a `- b` further right below it is one text to YAML, `a - b`. */
function hiddenItem(reading: Reading, token: Token): Diagnostic | undefined {
  const item = /\n[ \t]*(-[ \t][^\n]*)/.exec(reading.text.slice(token.start, token.end));
  if (item === null) return undefined;
  const [all, line = ''] = item;
  const end = token.start + item.index + all.length;
  return syntaxMessages.indentation({}, reading.place(end - line.length, end));
}

function refusal(text: string, type: Token['type'], span: Span): Diagnostic | undefined {
  const fixes = [{ title: fixTitles.remove, edits: [{ span, text: '' }] }];
  switch (type) {
    case 'anchor':
      return refusalMessages.anchor({ text: excerpt(text) }, span, { fixes });
    case 'alias':
      return refusalMessages.anchor({ text: excerpt(text) }, span, { fixes: [quoteFix(text, span)] });
    case 'tag':
      return refusalMessages.tag({ text: excerpt(text) }, span, { fixes });
    case 'explicit-key-ind':
      return refusalMessages['complex-key']({}, span);
    default:
      return undefined;
  }
}

function directive(reading: Reading, { start, end }: Token): Finding {
  const span = reading.place(start, end);
  const text = reading.text.slice(start, end);
  const line = /^[^\n]*\n?/.exec(reading.file.text.slice(span.start))?.[0] ?? text;
  const mend = [{ span: { ...span, end: span.start + line.length }, text: '' }];
  const fixes = [{ title: fixTitles.remove, edits: mend }];
  return { diagnostic: refusalMessages.directive({ text: excerpt(text) }, span, { fixes }), mend };
}

const isQuoted = ({ type }: Token): boolean => type === 'single-quoted-scalar' || type === 'double-quoted-scalar';

function isClosed(text: string): boolean {
  return (text.startsWith("'") ? /^'(?:[^']|'')*'$/ : /^"(?:[^"\\]|\\[^])*"$/).test(text);
}

/** Read on as if the text ended with its line; between brackets, before the next key or the brackets that close them. */
function openQuote(reading: Reading, { start, end }: Token, brackets: number): Finding {
  const text = reading.text.slice(start, end);
  const quote = text.charAt(0);
  const [line = ''] = text.split('\n', 1);
  const lineEnd = start + (brackets === 0 ? line.trimEnd() : withoutEntries(line, brackets)).length;
  const mend = [{ span: reading.place(lineEnd, lineEnd), text: quote }];
  const fixes = [{ title: fixTitles.close, edits: mend }];
  const opening = reading.place(start, start + 1);
  return { diagnostic: syntaxMessages['quote-not-closed']({ quote }, opening, { fixes }), mend };
}

function withoutEntries(line: string, brackets: number): string {
  const nextKey = line.search(/[ \t]*,[ \t]*[\p{L}_][\p{L}\p{N}_.-]*:[ \t]/u);
  if (nextKey !== -1) return line.slice(0, nextKey);
  let left = line.trimEnd();
  for (let closed = 0; closed < brackets && /[}\],]$/.test(left); closed += left.endsWith(',') ? 0 : 1)
    left = left.slice(0, -1).trimEnd();
  return left;
}

function endsLine(next: Token | undefined): boolean {
  return next === undefined || next.type === 'newline' || next.type === 'comment';
}

function tabbed(text: string, span: Span): Finding {
  const mend = [{ span, text: text.replaceAll('\t', '  ') }];
  return { diagnostic: syntaxMessages.tab({}, span, { fixes: [{ title: fixTitles.blanks, edits: mend }] }), mend };
}

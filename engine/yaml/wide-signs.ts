import type { Token } from './library.ts';
import { fixTitles, syntaxMessages } from './messages.ts';
import type { TextEdit } from '../source/span.ts';
import type { Finding, Reading } from './reading.ts';

// Nobody reads more of them.
const most = 200;
// Longer than any that a person writes.
const longestInterval = 200;

const brackets: Readonly<Record<string, string>> = { '（': '(', '）': ')', '［': '[', '］': ']', '【': '[', '】': ']' };
/** A comma at the start of what follows a complete value, or before the next key. */
const leading = /^[，；、]/;
const beforeKey = /[，；、](?=[ \t]*[\p{L}_][\p{L}\p{N}_.-]*$)/u;
const interval = /^[[(（［【][^,，{}\n"'#]*\.\.[^,，{}\n"'#]*[)\]）］】]/;
const wideBracket = /[（）［］【】]/;

/** Signs of a Chinese keyboard where YAML needs its own: they would become part of a text. Inside texts they are fine. */
export function wideSigns(reading: Reading, tokens: readonly Token[]): readonly Finding[] {
  const found: Finding[] = [];
  let depth = 0;
  let done = 0;
  let before: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    if (found.length >= most) break;
    if (token.type === 'space' || token.type === 'newline' || token.start < done) continue;
    const text = reading.text.slice(token.start, token.end);
    const bracketed =
      token.type === 'plain' || token.type === 'flow-seq-start' ? wideInterval(reading, token.start) : undefined;
    if (bracketed !== undefined) {
      found.push(bracketed.finding);
      done = bracketed.end;
    } else if (token.type === 'plain' && depth > 0) {
      const at = leading.test(text) && endsValue(before) ? 0 : isKey(tokens, index) ? wideCommaIn(text) : -1;
      if (at >= 0) found.push(comma(reading, token.start + at));
    }
    if (token.type === 'flow-map-start' || token.type === 'flow-seq-start') depth++;
    else if (token.type === 'flow-map-end' || token.type === 'flow-seq-end') depth = Math.max(0, depth - 1);
    else if (token.type === 'flow-error-end') depth = 0;
    before = token;
  }
  return found;
}

function endsValue(token: Token | undefined): boolean {
  switch (token?.type) {
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
    case 'flow-map-end':
    case 'flow-seq-end':
      return true;
    default:
      return false;
  }
}

function isKey(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.type === 'space' ? tokens[index + 2] : tokens[index + 1];
  return next?.type === 'map-value-ind';
}

function comma(reading: Reading, at: number): Finding {
  const span = reading.place(at, at + 1);
  const blank = /\s/.test(reading.text.charAt(at + 1)) ? '' : ' ';
  const mend = [{ span, text: `,${blank}` }];
  const args = { sign: reading.text.slice(at, at + 1), plain: ',' };
  const fixes = [{ title: fixTitles.comma, edits: mend }];
  return { diagnostic: syntaxMessages['full-width-sign'](args, span, { fixes }), mend };
}

/** Where the comma of a Chinese keyboard stands in a key between braces that may be meant to follow it; -1: nowhere. */
export const wideCommaIn = (key: string): number => key.search(beforeKey);

/** The interval that a text without quotes begins with, where one of its brackets is of a Chinese keyboard. */
export function wideIntervalIn(text: string): { readonly text: string; readonly sign: string } | undefined {
  const [written = ''] = interval.exec(text.slice(0, longestInterval)) ?? [];
  const sign = wideBracket.exec(written)?.[0];
  return sign === undefined ? undefined : { text: written, sign };
}

/** `（81% .. 100%]`: YAML would see only one of its brackets, so it gets quotes as well. */
function wideInterval(
  reading: Reading,
  start: number,
): { readonly finding: Finding; readonly end: number } | undefined {
  const found = wideIntervalIn(reading.text.slice(start, start + longestInterval));
  if (found === undefined) return undefined;
  const { text, sign } = found;
  const plainOf = (one: string): string => brackets[one] ?? one;
  const plain = `"${[...text].map(plainOf).join('')}"`;
  const end = start + text.length;
  const edit = (from: number, to: number, written: string): TextEdit => ({
    span: reading.place(from, to),
    text: written,
  });
  const written = [...text].flatMap((one, i) =>
    plainOf(one) === one ? [] : [edit(start + i, start + i + 1, plainOf(one))],
  );
  const mend = [edit(start, start, '"'), ...written, edit(end, end, '"')];
  const span = reading.place(start, end);
  const fixes = [{ title: { en: `Write ${plain}`, zh: `改为 ${plain}` }, edits: mend }];
  const diagnostic = syntaxMessages['full-width-sign']({ sign, plain: plainOf(sign) }, span, { fixes });
  return { finding: { diagnostic, mend }, end };
}

import type { IToken } from 'chevrotain';
import type { Span } from '../../source/span.ts';
import { readTokens } from '../../expression/read-tokens.ts';
import { startReading } from '../../expression/reading.ts';
import * as t from '../../expression/tokens.ts';
import type { SketchScalar } from './sketch.ts';

/** A word or sign of an expression: what it is told by its own looks and its neighbours. */
export interface ExpressionWord {
  readonly is:
    'name' | 'call' | 'bound' | 'field' | 'unit' | 'keyword' | 'number' | 'text' | 'date' | 'operator' | 'bracket';
  readonly text: string;
  readonly span: Span;
  /** Of a name between the brackets of a call: that function, and the number of the argument. */
  readonly within?: { readonly call: string; readonly argument: number };
}

const keywords = new Set([
  t.If,
  t.Then,
  t.Else,
  t.And,
  t.Or,
  t.Not,
  t.In,
  t.NotIn,
  t.IsKnown,
  t.AggregateOf,
  t.For,
  t.Where,
  t.By,
  t.On,
  t.True,
  t.False,
  t.None,
]);
const numbers = new Set([t.NumberToken, t.Percent, t.Yen, t.OddNumber, t.Separated]);
const dates = new Set([t.DateToken, t.TimeToken, t.DateTimeToken, t.OddDate, t.OddDateTime, t.OddTime]);
const texts = new Set([t.TextToken, t.OddText, t.UnclosedText]);
const opening = new Set([t.RoundOpen, t.SquareOpen, t.CurlyOpen, t.IntervalOpen, t.SetOpen]);
const closing = new Set([t.RoundClose, t.SquareClose, t.CurlyClose, t.IntervalClose]);

/** The words of an expression or cell in their order; works on any text, also a half-typed one. */
export function wordsIn(scalar: SketchScalar, file: string): readonly ExpressionWord[] {
  const offsets = scalar.offsets ?? Array.from({ length: scalar.text.length + 1 }, (_, i) => scalar.textStart + i);
  const tokens = readTokens(startReading({ file, text: scalar.text, offsets }, [])) ?? [];
  const open: { call: string | undefined; argument: number }[] = [];
  return tokens.flatMap((token, index): ExpressionWord[] => {
    const end = (token.endOffset ?? token.startOffset - 1) + 1;
    if (end <= token.startOffset) return [];
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const around = open.findLast(({ call }) => call !== undefined);
    if (opening.has(token.tokenType))
      open.push({ call: isCall(before, token) ? before?.image : undefined, argument: 0 });
    else if (closing.has(token.tokenType)) open.pop();
    else if (token.tokenType === t.Comma && open.at(-1) !== undefined) open.splice(-1, 1, next(open.at(-1)));
    const span = { file, start: offsets[token.startOffset] ?? 0, end: offsets[end] ?? 0 };
    const within = around?.call === undefined ? {} : { within: { call: around.call, argument: around.argument } };
    const text = scalar.text.slice(token.startOffset, end);
    return [{ is: looksOf(token, before, after), text, span, ...within }];
  });
}

const next = (
  one: { call: string | undefined; argument: number } | undefined,
): { call: string | undefined; argument: number } => ({
  call: one?.call,
  argument: (one?.argument ?? 0) + 1,
});

const isCall = (before: IToken | undefined, token: IToken): boolean =>
  token.tokenType === t.RoundOpen && before?.tokenType === t.Name;

function looksOf(token: IToken, before: IToken | undefined, after: IToken | undefined): ExpressionWord['is'] {
  const { tokenType } = token;
  if (tokenType === t.Name) {
    if (after?.tokenType === t.RoundOpen) return 'call';
    if (after?.tokenType === t.Colon) return 'field';
    if (before?.tokenType === t.For) return 'bound';
    return before?.tokenType === t.NumberToken ? 'unit' : 'name';
  }
  if (keywords.has(tokenType)) return 'keyword';
  if (numbers.has(tokenType)) return 'number';
  if (dates.has(tokenType)) return 'date';
  if (texts.has(tokenType)) return 'text';
  return opening.has(tokenType) || closing.has(tokenType) ? 'bracket' : 'operator';
}

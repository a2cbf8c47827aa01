import type { IToken, TokenType } from 'chevrotain';
import * as t from './tokens.ts';

const literals = [t.NumberToken, t.DateToken, t.TimeToken, t.DateTimeToken, t.TextToken, t.True, t.False, t.None];
const opening = [t.RoundOpen, t.SquareOpen, t.CurlyOpen, t.SetOpen, t.IntervalOpen];

/** What each level of the grammar can begin with. */
const value = [t.Name, ...literals, t.Yen, ...opening, t.If, t.AggregateOf];
const operand = [...value, t.Minus];
const cell = [...operand, t.Not, t.Compare, t.In, t.NotIn];
export const starts: Readonly<Record<'number' | 'value' | 'operand' | 'cell' | 'field', ReadonlySet<TokenType>>> = {
  number: new Set([t.NumberToken]),
  value: new Set(value),
  operand: new Set(operand),
  cell: new Set(cell),
  field: new Set([t.Name, t.None]),
};

const ends = new Set<TokenType>([t.Name, ...literals, t.Percent, t.IsKnown, t.RoundClose, t.SquareClose, t.CurlyClose]);

/** Does a value end with this token, so that a sign or a word should follow? */
export function endsValue(token: IToken | undefined): boolean {
  return token !== undefined && ends.has(token.tokenType);
}

/** Does a value begin with this token, so that a sign or a word should stand before it? */
export function startsValue(token: IToken): boolean {
  return starts.value.has(token.tokenType) || token.tokenType === t.Not;
}

import type { IToken, TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/span.ts';
import { spanIn, type TextSource } from './text-source.ts';

/** One expression being read: its text, the places in it, and what was found wrong so far. */
export interface Reading {
  readonly text: string;
  /** Place in the file of a piece of the text. */
  at(start: number, end: number): Span;
  span(token: IToken): Span;
  report(diagnostic: Diagnostic): void;
}

export function startReading(source: TextSource, diagnostics: Diagnostic[]): Reading {
  const at = (start: number, end: number): Span => spanIn(source, start, end);
  return {
    text: source.text,
    at,
    span: (token) => at(token.startOffset, endOf(token)),
    report: (diagnostic) => void diagnostics.push(diagnostic),
  };
}

/** Place in the text behind the token. */
export function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset - 1) + 1;
}

/** Makes the token another one. Tokens are fresh from the lexer and belong to one reading, so nobody else sees it. */
export function become(token: IToken, type: TokenType, image: string = token.image): IToken {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
  token.image = image;
  return token;
}

/** A token that nobody wrote, at a place. */
export function synthetic(type: TokenType, image: string, at: number): IToken {
  return {
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    image,
    startOffset: at,
    endOffset: at - 1,
  };
}

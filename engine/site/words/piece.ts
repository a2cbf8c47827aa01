import type { Language } from '../../diagnostic/diagnostic.ts';
import type { Expr } from '../../expression/ast.ts';
import type { Type } from '../../ir/type.ts';
import type { Locals, Named } from './names.ts';

/** A piece of an expression in words. Texts are plain, never markup. */
export type Piece =
  | string
  /** Something that has a title. */
  | { readonly term: string; readonly href?: string }
  /** A name whose author gave no title. */
  | { readonly raw: string; readonly href?: string }
  /** What stands before it rests on this interpretation of the policy. */
  | { readonly rests: string }
  /** The source leaves it open: a gap of the policy. */
  | { readonly gap: string };

/** Who reads an expression: the language, and what names mean in the policy. */
export interface Reader {
  readonly language: Language;
  readonly find: (name: string) => Named | undefined;
  /** A name; a bare member of an enumeration is looked for in `hint` first. */
  readonly name: (name: string, hint?: Type) => Piece;
  readonly literal: (expr: Expr) => string;
  readonly within: (locals: Locals) => Reader;
  /** An entry of a list is spoken of already: another one inside it keeps its own name. */
  readonly hasEntry: boolean;
}

/** The pieces as plain text. */
export function plainWords(pieces: readonly Piece[], gap: string): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('term' in piece) return piece.term;
      if ('raw' in piece) return piece.raw;
      return 'gap' in piece ? gap : '';
    })
    .join('');
}

import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from 'chevrotain';
import type { Expr } from './ast.ts';
import { missing } from './nodes.ts';
import { endOf, type Reading } from './reading.ts';
import { faultAt, lackOf, type Fault } from './syntax-faults.ts';
import * as t from './tokens.ts';
import { starts } from './value-edges.ts';

/**
 * A parser that goes on where something else was expected. Chevrotain's own recovery drops whole trees at the end of the
 * text and does not count brackets; here a value that is not there becomes a `missing` node, and what does not fit is
 * skipped up to the word or bracket that must come. Brackets are in pairs before reading starts, so there always is one.
 */
export abstract class RecoveringParser extends EmbeddedActionsParser {
  private reading: Reading | undefined;
  private faults: Fault[] = [];

  /** Reads the tokens to their end from the start rule that is given, with the places where something else was expected; no node where it had to give up. */
  read<Node>(
    reading: Reading,
    tokens: IToken[],
    start: () => Node,
  ): { readonly node: Node | undefined; readonly faults: readonly Fault[] } {
    this.reading = reading;
    this.faults = [];
    this.input = tokens;
    // Chevrotain leaves a rule without a result where a token that it consumes is another one.
    const node = start() as Node | undefined;
    for (const { token } of this.errors) {
      this.faults.push(faultAt(reading, tokens[tokens.indexOf(token) - 1], token));
    }
    return { node, faults: this.faults };
  }

  /** Reads on if something of this level can begin here; else a `missing` node stands for it. */
  protected orMissing<Node>(level: keyof typeof starts, of: (missing: Expr) => Node, read: () => Node): Node {
    if (this.begins(level)) return read();
    this.fault();
    const before = this.LA(0);
    const at = before.tokenType === EOF ? 0 : endOf(before);
    return of(missing(this.now, at));
  }

  /** Can something of this level begin with the next token? */
  protected begins(level: keyof typeof starts): boolean {
    return this.RECORDING_PHASE || starts[level].has(this.LA(1).tokenType);
  }

  /** Skips what does not fit up to the first of these, if one comes before the brackets around are closed. */
  protected reach(...types: readonly TokenType[]): boolean {
    if (this.RECORDING_PHASE) return true;
    const away = this.distanceTo(types);
    if (away === undefined) return false;
    if (away > 0) this.fault();
    for (let skipped = 0; skipped < away; skipped++) this.SKIP_TOKEN();
    return true;
  }

  private distanceTo(types: readonly TokenType[]): number | undefined {
    let depth = 0;
    for (let away = 0; ; away++) {
      const { tokenType } = this.LA(away + 1);
      if (depth === 0 && types.includes(tokenType)) return away;
      if (tokenType === EOF) return undefined;
      if (opening.has(tokenType)) depth += 1;
      else if (closing.has(tokenType)) depth -= 1;
      if (depth < 0) return undefined;
    }
  }

  protected reachWord(word: TokenType): boolean {
    if (this.reach(word)) return true;
    this.lack(word);
    return false;
  }

  /** Says that this word or sign of a form is missing here. */
  protected lack(word: TokenType): undefined {
    this.faults.push(lackOf(this.now, word, this.LA(0), this.LA(1)));
  }

  protected fault(): undefined {
    const before = this.LA(0);
    this.faults.push(faultAt(this.now, before.tokenType === EOF ? undefined : before, this.LA(1)));
  }

  protected get now(): Reading {
    if (this.reading === undefined) throw new Error('nothing is being read');
    return this.reading;
  }
}

const opening = new Set<TokenType>([t.RoundOpen, t.SquareOpen, t.CurlyOpen, t.SetOpen, t.IntervalOpen]);
const closing = new Set<TokenType>([t.RoundClose, t.SquareClose, t.CurlyClose, t.IntervalClose]);

import type { IToken, TokenType } from 'chevrotain';
import { write, remove } from './fixes.ts';
import { wordMessages as messages } from './messages.ts';
import { become, synthetic, type Reading } from './reading.ts';
import * as t from './tokens.ts';

const deepest = 100;

interface Open {
  readonly token: IToken;
  interval: boolean;
  /** `if` and aggregates that began inside and reach to the closing bracket. */
  inner: number;
}

const closers = new Map<TokenType, readonly [type: TokenType, image: string]>([
  [t.RoundOpen, [t.RoundClose, ')']],
  [t.SquareOpen, [t.SquareClose, ']']],
  [t.CurlyOpen, [t.CurlyClose, '}']],
]);
const closing = new Set<TokenType>([t.RoundClose, t.SquareClose, t.CurlyClose]);

/**
 * Pairs the brackets and settles what each opens: an interval holds two dots, a record begins with `name:`, other braces
 * are sets. What is unpaired is reported and mended, so that the grammar meets pairs only. `undefined`: nested too deep.
 */
export function settleBrackets(tokens: readonly IToken[], reading: Reading): IToken[] | undefined {
  const settled: IToken[] = [];
  const stack: Open[] = [];
  const outside = { inner: 0 };
  let signs = 0;
  for (const [index, token] of tokens.entries()) {
    const type = token.tokenType;
    signs = type === t.Not || type === t.Minus ? signs + 1 : 0;
    if (type === t.If || type === t.AggregateOf) {
      (stack.at(-1) ?? outside).inner += 1;
    } else if (type === t.DotDot) {
      const top = stack.at(-1);
      if (top !== undefined && !isCurly(top.token.tokenType)) top.interval = true;
    } else if (closing.has(type)) {
      const open = pairOf(token, stack, settled, reading);
      if (open === undefined) continue;
      close(open, token, reading);
    } else if (closers.has(type)) {
      if (type === t.CurlyOpen && !opensRecord(tokens, index)) become(token, t.SetOpen);
      stack.push({ token, interval: false, inner: 0 });
    }
    const depth = stack.reduce((sum, { inner }) => sum + inner, stack.length + outside.inner + signs);
    if (depth > deepest) {
      reading.report(messages['too-deep']({ most: deepest }, reading.span(token)));
      return undefined;
    }
    settled.push(token);
  }
  while (stack.length > 0) settled.push(closeMissing(stack, reading));
  return settled;
}

function opensRecord(tokens: readonly IToken[], index: number): boolean {
  const next = tokens[index + 1]?.tokenType;
  return next === t.CurlyClose || tokens[index + 2]?.tokenType === t.Colon;
}

const isCurly = (type: TokenType): boolean => type === t.CurlyOpen || type === t.SetOpen;

/** Takes the bracket that this one closes from the stack, and with it those inside that were never closed. */
function pairOf(token: IToken, stack: Open[], settled: IToken[], reading: Reading): Open | undefined {
  const curly = token.tokenType === t.CurlyClose;
  if (stack.length === 0) {
    const span = reading.span(token);
    const fixes = [remove(span, token.image)];
    reading.report(messages['unopened-bracket']({ bracket: token.image }, span, { fixes }));
    return undefined;
  }
  const index = stack.findLastIndex((open) => isCurly(open.token.tokenType) === curly);
  while (index >= 0 && stack.length > index + 1) settled.push(closeMissing(stack, reading, token.startOffset));
  return stack.pop();
}

function close(open: Open, token: IToken, reading: Reading): void {
  const [type, image] = closers.get(open.token.tokenType) ?? [t.CurlyClose, '}'];
  const fits = open.interval ? token.tokenType !== t.CurlyClose : token.tokenType === type;
  if (!fits) {
    const span = reading.span(token);
    const args = { found: token.image, plain: image, open: open.token.image };
    reading.report(messages['bracket-kind'](args, span, { fixes: [write(span, image)] }));
    become(token, type, image);
  }
  if (!open.interval) return;
  become(open.token, t.IntervalOpen);
  become(token, t.IntervalClose);
}

/** The closing bracket that somebody forgot, at the given place or at the end. */
function closeMissing(stack: Open[], reading: Reading, at: number = reading.text.trimEnd().length): IToken {
  const open = stack.pop();
  if (open === undefined) throw new Error('no open bracket');
  const [type, image] = closers.get(open.token.tokenType) ?? [t.CurlyClose, '}'];
  const fixes = [write(reading.at(at, at), image)];
  const args = { bracket: open.token.image, close: image };
  reading.report(messages['unclosed-bracket'](args, reading.span(open.token), { fixes }));
  const token = synthetic(type, image, at);
  if (open.interval) close(open, token, reading);
  return token;
}

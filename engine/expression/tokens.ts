import { createToken, Lexer, type TokenType } from 'chevrotain';

/**
 * The words and signs of the language. A token also takes the spellings that authors bring along (`≥`, 如果, `&&`, `1,000`);
 * read-tokens.ts writes them plainly and says so, so that the grammar meets only one form of everything.
 */

// Explicit ranges, because Chevrotain drops the `u` flag: letters of the Latin, Greek, Cyrillic … blocks, kana, CJK with
// its extensions, Hangul. What is no letter among them becomes part of a name that nothing is called.
const letter =
  '(?:[A-Za-z_\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u3005-\\u3007\\u3040-\\u9fff\\ua000-\\ud7a3\\uf900-\\ufaff]|[\\ud840-\\ud8bf][\\udc00-\\udfff])';
const follower = `(?:${letter}|[0-9])`;
const part = `${letter}${follower}*(?:-${follower}+)*`;
const wordEnd = `(?![-.]?${follower})`;

function category(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA });
}
/** What the grammar treats alike. */
export const Literal: TokenType = category('Literal');
export const Membership: TokenType = category('Membership');
export const SumSign: TokenType = category('SumSign');
export const ProductSign: TokenType = category('ProductSign');
export const Unit: TokenType = category('Unit');

/** One whole dotted name: `a-b` is a name, so minus needs blanks; CJK words that touch a name are part of it. */
export const Name: TokenType = createToken({
  name: 'Name',
  pattern: new RegExp(`${part}(?:\\.${part})*`),
  categories: [Unit],
});

/** A word that is part of the language, unless a longer name begins with it. */
function word(name: string, pattern: RegExp, ...categories: TokenType[]): TokenType {
  return createToken({ name, pattern, longer_alt: Name, categories });
}
/** Two words that mean something only together, so that neither is reserved alone. */
function pair(name: string, first: string, second: string, ...categories: TokenType[]): TokenType {
  const pattern = new RegExp(`(?:${first})\\s+(?:${second})${wordEnd}`);
  return createToken({ name, pattern, line_breaks: true, categories });
}
function sign(name: string, pattern: RegExp, ...categories: TokenType[]): TokenType {
  return createToken({ name, pattern, line_breaks: true, categories });
}

export const If: TokenType = word('If', /if|如果/);
export const Then: TokenType = word('Then', /then|则/);
export const Else: TokenType = word('Else', /else|否则/);
export const And: TokenType = word('And', /and|且|&&?/);
export const Or: TokenType = word('Or', /or|或|\|\|?/);
export const Not: TokenType = word('Not', /not|非|!/);
export const In: TokenType = word('In', /in/, Membership);
export const NotIn: TokenType = pair('NotIn', 'not|非', 'in', Membership);
export const IsKnown: TokenType = pair('IsKnown', 'is', 'known|unknown|not\\s+known');
export const AggregateOf: TokenType = pair('AggregateOf', 'sum|count|min|max|average|any|all|first', 'of');
export const For: TokenType = word('For', /for/);
export const Where: TokenType = word('Where', /where/);
/** `on` and `by` are names wherever a value is expected: read-tokens.ts turns them into names there. */
export const By: TokenType = word('By', /by/);
export const On: TokenType = word('On', /on/);
export const True: TokenType = word('True', /true/, Literal);
export const False: TokenType = word('False', /false/, Literal);
export const None: TokenType = word('None', /none/, Literal);

export const NumberToken: TokenType = sign('Number', /\d+(?:\.\d+)?/);
export const DateToken: TokenType = sign('Date', /\d{4}-\d{2}-\d{2}(?![\dTt]|\s+\d{1,2}:)/, Literal);
export const TimeToken: TokenType = sign('Time', /\d{2}:\d{2}(?::\d{2})?(?![\d:])/, Literal);
export const DateTimeToken: TokenType = sign('DateTime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?![\d:])/, Literal);
export const TextToken: TokenType = sign('Text', /"(?:[^"\\]|\\[^])*"/, Literal);

/** Literals that are nearly right. */
export const OddDate: TokenType = sign(
  'OddDate',
  /\d{4}(?:-\d{1,2}-|\/\d{1,2}\/|\.\d{1,2}\.|年\d{1,2}月)\d{1,2}日?(?![\dTt:]|\s+\d{1,2}:)/,
);
export const OddDateTime: TokenType = sign(
  'OddDateTime',
  /\d{4}-\d{2}-\d{2}(?:\s+|[Tt])\d{1,2}:\d{1,2}(?::\d{1,2})?(?!\d)/,
);
export const OddTime: TokenType = sign('OddTime', /\d{1,2}:\d{1,2}(?::\d{1,2})?(?!\d)/);
export const Separated: TokenType = sign('Separated', /\d{1,3}(?:[,_']\d{3})+(?!\d)(?:\.\d+)?/);
export const OddNumber: TokenType = sign(
  'OddNumber',
  /\.\d+|\d+(?:\.\d+){2,}|\d+(?:\.\d+)?[eE][+-]?\d+(?![\w-])|\d+\.(?![\d.])/,
);
export const OddText: TokenType = sign('OddText', /'[^']*'/);
export const UnclosedText: TokenType = sign('UnclosedText', /"(?:[^"\\]|\\[^])*|'[^']*/);

export const Compare: TokenType = sign('Compare', /<=|>=|!==?|<>|=<|=>|={1,3}|<|>|≤|≥|≠/);
export const Plus: TokenType = sign('Plus', /\+/, SumSign);
export const Minus: TokenType = sign('Minus', /[-−]/, SumSign);
export const Times: TokenType = sign('Times', /[*×]/, ProductSign);
export const Divide: TokenType = sign('Divide', /[/÷]/, ProductSign);
export const Percent: TokenType = sign('Percent', /%/, Unit);
export const Yen: TokenType = sign('Yen', /[¥￥]/);
export const Comma: TokenType = sign('Comma', /,/);
export const Colon: TokenType = sign('Colon', /:/);
export const DotDot: TokenType = sign('DotDot', /\.{2,}|…+|~/);

/** What a bracket opens is settled before parsing (brackets.ts), so that the grammar needs one token of foresight. */
export const RoundOpen: TokenType = sign('RoundOpen', /\(/);
export const RoundClose: TokenType = sign('RoundClose', /\)/);
export const SquareOpen: TokenType = sign('SquareOpen', /\[/);
export const SquareClose: TokenType = sign('SquareClose', /\]/);
export const CurlyOpen: TokenType = sign('CurlyOpen', /\{/);
export const CurlyClose: TokenType = sign('CurlyClose', /\}/);
export const IntervalOpen: TokenType = category('IntervalOpen');
export const IntervalClose: TokenType = category('IntervalClose');
export const SetOpen: TokenType = category('SetOpen');

const Blank = createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });

/** In order of trial: what is longer or more special stands first. */
export const vocabulary: TokenType[] = [
  ...[Literal, Membership, SumSign, ProductSign, Unit],
  ...[Blank, DotDot, DateTimeToken, OddDateTime, DateToken, OddDate, TimeToken, OddTime],
  ...[Separated, OddNumber, NumberToken, TextToken, OddText, UnclosedText],
  ...[
    NotIn,
    IsKnown,
    AggregateOf,
    If,
    Then,
    Else,
    And,
    Or,
    Compare,
    Not,
    In,
    For,
    Where,
    By,
    On,
    True,
    False,
    None,
    Name,
  ],
  ...[Plus, Minus, Times, Divide, Percent, Yen, Comma, Colon],
  ...[RoundOpen, RoundClose, SquareOpen, SquareClose, CurlyOpen, CurlyClose, IntervalOpen, IntervalClose, SetOpen],
];

export const lexer: Lexer = new Lexer(vocabulary, { positionTracking: 'onlyOffset', ensureOptimizations: true });

import type { ILexingError, IToken, TokenType } from 'chevrotain';
import { settleBrackets } from './brackets.ts';
import { wordMeant } from './near-words.ts';
import { endsValue, startsValue } from './value-edges.ts';
import { edited, remove, write } from './fixes.ts';
import { wordMessages as messages } from './messages.ts';
import { mendLiteral, oddLiterals } from './odd-literals.ts';
import { plainForm, withBlanks, type Change } from './plain-form.ts';
import { become, endOf, type Reading } from './reading.ts';
import * as t from './tokens.ts';

const mostCharacters = 10_000;
/** Keeps trees shallow enough to walk: a chain of `+` is as deep as it is long. */
const mostWords = 2_000;

/**
 * The words and signs of the text in their plain forms, brackets in pairs. `undefined`: too long or too deep to be read,
 * which is known here, before any recursion.
 */
export function readTokens(reading: Reading): IToken[] | undefined {
  if (reading.text.length > mostCharacters) return refuse(reading, reading.text.length, mostCharacters, 'characters');
  const plain = plainForm(reading.text);
  const { tokens, errors } = t.lexer.tokenize(plain.text);
  if (tokens.length + errors.length > mostWords) {
    return refuse(reading, tokens.length + errors.length, mostWords, 'words');
  }
  // Places must outlast the plain spelling that a token gets, and Chevrotain's fast tracking notes only where one starts.
  for (const token of tokens) token.endOffset = token.startOffset + token.image.length - 1;
  if (plain.changes.length > 0) reportFullWidth(reading, plain.changes);
  for (const error of errors) reportCharacter(reading, plain.text, error);
  for (const [index, token] of tokens.entries()) {
    if (special.has(token.tokenType)) settleWord(token, tokens[index - 1], tokens[index + 1], reading);
  }
  return settleBrackets(tokens, reading);
}

function refuse(reading: Reading, found: number, most: number, of: 'characters' | 'words'): undefined {
  reading.report(messages['too-long']({ found, most, of }, reading.at(0, reading.text.length)));
}

/** Ways to write a word that are fine: Chinese words and the signs of mathematics. */
const quiet: Readonly<Record<string, string>> = {
  ...{ 如果: 'if', 则: 'then', 否则: 'else', 且: 'and', 或: 'or', 非: 'not' },
  ...{ '≥': '>=', '≤': '<=', '≠': '!=', '×': '*', '÷': '/', '−': '-', '￥': '¥' },
};
/** Ways to write a word that other languages have. */
const foreign: Readonly<Record<string, string>> = {
  ...{ '&&': 'and', '&': 'and', '||': 'or', '|': 'or', '!': 'not' },
  ...{ '==': '=', '===': '=', '!==': '!=', '<>': '!=', '=>': '>=', '=<': '<=' },
};
const special = new Set<TokenType>([
  ...[t.Name, t.On, t.By, t.If, t.Then, t.Else, t.And, t.Or, t.Not],
  ...[t.Compare, t.Minus, t.Times, t.Divide, t.Yen, t.DotDot, t.IsKnown],
  ...oddLiterals,
]);

function settleWord(token: IToken, before: IToken | undefined, after: IToken | undefined, reading: Reading): void {
  switch (token.tokenType) {
    case t.On:
    case t.By:
      if (!endsValue(before)) become(token, t.Name);
      return;
    case t.Name:
      if (before !== undefined && endsValue(before)) settleStray(token, before, after, reading);
      return;
    case t.Minus:
      if (token.image === '-' && before !== undefined && endsValue(before)) checkBlanks(token, before, after, reading);
      break;
    case t.IsKnown:
      if (token.image.includes('not')) respell(token, 'is unknown', reading);
      return;
    case t.DotDot:
      if (token.image !== '..') respell(token, '..', reading);
      return;
    default:
      if (oddLiterals.has(token.tokenType)) return mendLiteral(token, reading);
  }
  const other = foreign[token.image];
  if (other !== undefined) respell(token, other, reading);
  else become(token, token.tokenType, quiet[token.image] ?? token.image);
}

/** No name can stand behind a value, unless it is the unit of a number: a word was meant. */
function settleStray(token: IToken, before: IToken, after: IToken | undefined, reading: Reading): void {
  if (before.tokenType === t.NumberToken && (after === undefined || !startsValue(after))) return;
  const meant = wordMeant(token);
  if (meant === undefined) return;
  const span = reading.span(token);
  const found = reading.text.slice(token.startOffset, endOf(token));
  const fixes = [write(span, meant.plain)];
  reading.report(messages['near-word']({ found, meant: meant.plain }, span, { fixes }));
  become(token, meant.type, meant.plain);
}

function respell(token: IToken, plain: string, reading: Reading): void {
  const span = reading.span(token);
  const text = withBlanks(plain, reading.text, token.startOffset, endOf(token));
  const args = { found: reading.text.slice(token.startOffset, endOf(token)), plain };
  reading.report(messages['other-spelling'](args, span, { fixes: [write(span, text)] }));
  become(token, token.tokenType, plain);
}

function checkBlanks(minus: IToken, before: IToken, after: IToken | undefined, reading: Reading): void {
  if (endOf(before) < minus.startOffset) return;
  const span = reading.span(minus);
  const numbers = before.tokenType === t.NumberToken || before.tokenType === t.Percent;
  const fixes = [write(span, withBlanks('-', reading.text, minus.startOffset, endOf(minus)))];
  if (numbers && after?.tokenType === t.NumberToken) fixes.push(write(span, ' .. '));
  reading.report(messages['minus-needs-blanks']({}, span, { fixes }));
}

function reportFullWidth(reading: Reading, changes: readonly Change[]): void {
  const start = changes[0]?.start ?? 0;
  const end = changes.at(-1)?.end ?? start;
  const found = unique(changes.map((change) => reading.text.slice(change.start, change.end)));
  const plain = unique(changes.map((change) => change.text.trim()));
  const edits = changes.map((change) => ({ span: reading.at(change.start, change.end), text: change.text }));
  reading.report(messages['full-width']({ found, plain }, reading.at(start, end), { fixes: [edited(plain, edits)] }));
}

const unique = (signs: readonly string[]): string => [...new Set(signs)].join(' ');

function reportCharacter(reading: Reading, plain: string, { offset, length }: ILexingError): void {
  const found = plain.slice(offset, offset + length);
  const span = reading.at(offset, offset + length);
  const fixes = [remove(span, found)];
  reading.report(
    found === '.'
      ? messages['stray-dot']({}, span, { fixes })
      : messages['unknown-character']({ found }, span, { fixes }),
  );
}

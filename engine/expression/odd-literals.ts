import type { IToken, TokenType } from 'chevrotain';
import type { Fix } from '../diagnostic/diagnostic.ts';
import { write } from './fixes.ts';
import { wordMessages as messages } from './messages.ts';
import { quoted } from './quotes.ts';
import { become, type Reading } from './reading.ts';
import * as t from './tokens.ts';

const mostDigits = 60;

/** Literals that need a look: nearly right ones, long numbers, texts with escapes. */
export const oddLiterals: ReadonlySet<TokenType> = new Set<TokenType>([
  ...[t.NumberToken, t.Separated, t.OddNumber, t.OddDate, t.OddTime, t.OddDateTime, t.TextToken],
  ...[t.OddText, t.UnclosedText],
]);

/** Reports what is wrong with the literal and makes it the right one that was probably meant. */
export function mendLiteral(token: IToken, reading: Reading): void {
  const found = token.image;
  const span = reading.span(token);
  const wrong = (type: TokenType, plain: string): { args: { found: string; plain: string }; fixes: readonly Fix[] } => {
    become(token, type, plain);
    return { args: { found, plain }, fixes: [write(span, plain)] };
  };
  switch (token.tokenType) {
    case t.NumberToken: {
      const digits = found.replace('.', '').length;
      if (digits > mostDigits) reading.report(messages['number-too-long']({ found: digits, most: mostDigits }, span));
      return;
    }
    case t.Separated: {
      const { args, fixes } = wrong(t.NumberToken, found.replaceAll(/[,_']/g, ''));
      const apart = found.replaceAll(/[,_']/g, ', ');
      const both = [...fixes, write(span, apart)];
      return reading.report(messages['thousand-separator']({ ...args, apart }, span, { fixes: both }));
    }
    case t.OddNumber: {
      const { args, fixes } = wrong(t.NumberToken, plainNumber(found));
      return reading.report(messages['number-form'](args, span, { fixes: certain(found) ? fixes : [] }));
    }
    case t.OddDate: {
      const { args, fixes } = wrong(t.DateToken, plainDate(found));
      return reading.report(messages['date-form'](args, span, { fixes }));
    }
    case t.OddTime: {
      const { args, fixes } = wrong(t.TimeToken, plainTime(found));
      return reading.report(messages['date-form'](args, span, { fixes }));
    }
    case t.OddDateTime: {
      const [date = '', time = ''] = found.split(/[Tt\s]+/);
      const { args, fixes } = wrong(t.DateTimeToken, `${date}T${plainTime(time)}`);
      return reading.report(messages['date-form'](args, span, { fixes }));
    }
    case t.OddText: {
      const { fixes } = wrong(t.TextToken, quoted(found.slice(1, -1)));
      return reading.report(messages['text-quotes']({}, span, { fixes }));
    }
    case t.UnclosedText: {
      const plain = found.startsWith('"') ? `${found.trimEnd()}"` : quoted(found.slice(1).trimEnd());
      const { fixes } = wrong(t.TextToken, plain);
      return reading.report(messages['unclosed-text']({}, span, { fixes }));
    }
    default:
      if (found.includes('\\')) checkEscapes(token, reading);
  }
}

const certain = (found: string): boolean => /^\.\d+$|^\d+\.$/.test(found);

function plainNumber(found: string): string {
  if (found.startsWith('.')) return `0${found}`;
  return /^\d+(?:\.\d+)?/.exec(found)?.[0] ?? '0';
}

function plainDate(found: string): string {
  const [year = '', month = '', day = ''] = found.match(/\d+/g) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function plainTime(found: string): string {
  return found
    .split(':')
    .map((part) => part.padStart(2, '0'))
    .join(':');
}

/** Tells the first wrong escape of a text; who corrects one sees how the others go. */
function checkEscapes(token: IToken, reading: Reading): void {
  const wrong = /\\(?!["\\])/.exec(token.image.replaceAll(/\\["\\]/g, '  '));
  if (wrong === null) return;
  const found = token.image.slice(wrong.index, wrong.index + 2);
  const start = token.startOffset + wrong.index;
  const span = reading.at(start, start + 2);
  reading.report(messages['text-escape']({ found }, span, { fixes: [write(span, `\\${found}`)] }));
}

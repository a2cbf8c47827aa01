import { EOF, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { write } from './fixes.ts';
import { endOf, type Reading } from './reading.ts';
import { syntaxMessages as messages } from './syntax-messages.ts';
import * as t from './tokens.ts';
import { endsValue, startsValue } from './value-edges.ts';

/** Something else was expected at a place of the text. Of several faults at one place only the first says something new. */
export interface Fault {
  readonly at: number;
  readonly diagnostic: Diagnostic;
}

const aggregateForm = 'sum of o.amount for o in orders where o.paid';
const conditionalForm = 'if … then … else …';
const forms = new Map<TokenType, { readonly word: string; readonly form: string }>([
  [t.Then, { word: 'then', form: conditionalForm }],
  [t.Else, { word: 'else', form: conditionalForm }],
  [t.For, { word: 'for', form: aggregateForm }],
  [t.In, { word: 'in', form: aggregateForm }],
  [t.Name, { word: 'name', form: '{name: value, …}' }],
  [t.Colon, { word: ':', form: '{name: value, …}' }],
]);
/** A word of a form is missing between two tokens. */
export function lackOf(reading: Reading, word: TokenType, before: IToken, found: IToken): Fault {
  const form = forms.get(word);
  if (form === undefined) throw new Error(`no form has the word ${word.name}`);
  const at = placeOf(reading, found);
  const glued = gluedWord(reading, found);
  if (glued !== undefined) return { at, diagnostic: glued };
  return { at, diagnostic: messages['missing-word'](form, reading.span(found.tokenType === EOF ? before : found)) };
}

/** The token cannot follow the one before it. */
export function faultAt(reading: Reading, before: IToken | undefined, found: IToken): Fault {
  const at = placeOf(reading, found);
  const written = found.tokenType !== EOF && endOf(found) > found.startOffset;
  if (written) return { at, diagnostic: misfit(reading, before, found) };
  const span = before === undefined ? reading.at(0, at) : reading.span(before);
  return { at, diagnostic: messages['missing-value']({ after: before?.image ?? '', found: '' }, span) };
}

function placeOf(reading: Reading, found: IToken): number {
  return found.tokenType === EOF ? reading.text.length : found.startOffset;
}

function misfit(reading: Reading, before: IToken | undefined, found: IToken): Diagnostic {
  const span = reading.span(found);
  const after = before?.image ?? '';
  if (found.tokenType === t.Percent) return messages['percent-place']({}, span);
  if (found.tokenType === t.DotDot) return messages['interval-place']({}, span);
  if (before === undefined || !endsValue(before)) {
    return found.tokenType === t.Not
      ? messages['needs-brackets']({ form: 'not …' }, span)
      : messages['missing-value']({ after, found: found.image }, span);
  }
  if (found.tokenType === t.Then || found.tokenType === t.Else) {
    return messages['missing-word']({ word: 'if', form: conditionalForm }, span);
  }
  if (!startsValue(found)) return messages.unexpected({ found: found.image }, span);
  if (/^[A-Z]{3}$/.test(after) && found.tokenType === t.NumberToken) {
    const plain = `${found.image} ${after}`;
    const both = reading.at(before.startOffset, endOf(found));
    return messages['unit-first']({ plain }, both, { fixes: [write(both, plain)] });
  }
  return gluedWord(reading, found) ?? messages['missing-operator']({ left: after, right: found.image }, span);
}

/** A Chinese word of the language that touches what follows it, and so became a part of a name: `则500元`. */
function gluedWord(reading: Reading, found: IToken): Diagnostic | undefined {
  const word = found.tokenType === t.Name ? /^(?:否则|如果|则|且|或|非)/.exec(found.image)?.[0] : undefined;
  if (word === undefined) return undefined;
  const span = reading.span(found);
  const plain = `${word} ${found.image.slice(word.length)}`;
  return messages['glued-word']({ found: found.image, word, plain }, span, { fixes: [write(span, plain)] });
}

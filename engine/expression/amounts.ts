import type { IToken } from 'chevrotain';
import { join } from '../source/span.ts';
import { shiftDigits } from '../value/digits.ts';
import { splitMultiple } from '../value/multiples.ts';
import type { Expr } from './ast.ts';
import { remove, write } from './fixes.ts';
import type { Reading } from './reading.ts';
import { syntaxMessages as messages } from './syntax-messages.ts';
import * as t from './tokens.ts';

/** The unit of the manifest's one currency, whatever it is called there. */
const currency = 'currency';

/** A number with what stands at its sides: `30%`, `500 CNY`, `¥500`, `3个月`, `5万元`, and `5万`, which is a number. */
export function numeric(reading: Reading, number: IToken, unit: IToken | undefined, yen: IToken | undefined): Expr {
  const span = reading.span(number);
  const whole = join(yen === undefined ? span : reading.span(yen), unit === undefined ? span : reading.span(unit));
  if (unit?.tokenType === t.Percent) {
    if (yen !== undefined) reportTwoUnits(reading, yen, unit);
    return { syntax: 'percent', digits: number.image, span: whole };
  }
  const written = unit?.image.normalize('NFC') ?? '';
  const { unit: rest, places } = splitMultiple(written);
  const digits = places === 0 ? number.image : shiftDigits(number.image, places);
  if (yen !== undefined) {
    if (unit !== undefined && rest !== '' && rest !== '元') reportTwoUnits(reading, yen, unit);
    return { syntax: 'amount', digits, unit: currency, unitSpan: reading.span(yen), span: whole };
  }
  if (unit === undefined || rest === '') return { syntax: 'number', digits, span: whole };
  if (rest.includes('.')) {
    const args = { number: number.image, unit: written };
    const fixes = [write(whole, `${number.image} * ${written}`)];
    reading.report(messages['unit-form'](args, reading.span(unit), { fixes }));
  }
  const name = rest === '元' ? currency : rest;
  return { syntax: 'amount', digits, unit: name, unitSpan: reading.span(unit), span: whole };
}

function reportTwoUnits(reading: Reading, yen: IToken, unit: IToken): void {
  const fixes = [remove(reading.span(yen), yen.image)];
  reading.report(messages['currency-twice']({ sign: yen.image, unit: unit.image }, reading.span(unit), { fixes }));
}

import { compareExact, parseExact } from '../value/exact.ts';
import { rewritings } from './fixes.ts';
import { plainForm } from './plain-form.ts';
import type { Reading } from './reading.ts';
import { syntaxMessages as messages } from './syntax-messages.ts';
import type { TextSource } from './text-source.ts';

const number = String.raw`(\d+(?:\.\d+)?)[ \t]*`;
const unit = String.raw`(%|[A-Za-z]+|[\u4e00-\u9fff]+?)?`;
// A dash between blanks is a difference.
const between = String.raw`(?:[ \t]*(?:[~〜–—至到]|——)[ \t]*|[-−]|[ \t]+to[ \t]+)`;
const worn = new RegExp(`^[ \\t]*${number}${unit}${between}${number}${unit}[ \\t]*$`, 'd');

type Stretch = readonly [start: number, end: number];

/**
 * `81%～100%`, `81%-100%`, `81至100%`: an interval as people write it. It is told once and read as `[81% .. 100%]`; undefined
 * when the cell says something else.
 */
export function wornInterval(source: TextSource, reading: Reading): TextSource | undefined {
  const plain = plainForm(source.text).text;
  const [, low, lowUnit, high, highUnit] = worn.exec(plain)?.indices ?? [];
  if (low === undefined || high === undefined) return undefined;
  const shares =
    lowUnit === undefined || (highUnit !== undefined && wordAt(plain, highUnit).startsWith(wordAt(plain, lowUnit)));
  // `2027-01` is no interval.
  if (shares && compareExact(parseExact(wordAt(plain, low)), parseExact(wordAt(plain, high))) >= 0) return undefined;
  const first = amountOf(source, plain, low, shares ? highUnit : lowUnit);
  const second = amountOf(source, plain, high, highUnit);
  const signs = [
    ...signed('[', first[0]),
    ...first,
    ...signed(' .. ', second[0]),
    ...second,
    ...signed(']', second.at(-1)),
  ];
  const text = textOf(signs);
  const span = reading.at(low[0], (highUnit ?? high)[1]);
  const args = { low: textOf(first), high: textOf(second) };
  reading.report(messages['interval-brackets'](args, span, { fixes: rewritings(span, text) }));
  return { file: source.file, text, offsets: [...signs.map(({ offset }) => offset), span.end] };
}

/** A letter and where it stands in the file; what nobody wrote stands where its neighbour does. */
interface Sign {
  readonly sign: string;
  readonly offset: number;
}

function amountOf(source: TextSource, plain: string, digits: Stretch, unit: Stretch | undefined): readonly Sign[] {
  const written = ([start, end]: Stretch): readonly Sign[] =>
    Array.from(plain.slice(start, end), (sign, i) => ({ sign, offset: source.offsets[start + i] ?? 0 }));
  const number = written(digits);
  if (unit === undefined) return number;
  const blank = /[%\u4e00-\u9fff]/.test(wordAt(plain, unit)) ? [] : signed(' ', number.at(-1));
  // The places may not run backwards, so a unit that is shared stands where its number does.
  const word = written(unit).map((one) =>
    unit[0] - digits[1] > 1 ? { ...one, offset: number.at(-1)?.offset ?? 0 } : one,
  );
  return [...number, ...blank, ...word];
}

const wordAt = (text: string, [start, end]: Stretch): string => text.slice(start, end);
const textOf = (signs: readonly Sign[]): string => signs.map(({ sign }) => sign).join('');
const signed = (text: string, at: Sign | undefined): readonly Sign[] =>
  Array.from(text, (sign) => ({ sign, offset: at?.offset ?? 0 }));

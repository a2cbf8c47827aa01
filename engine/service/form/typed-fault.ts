import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Expr } from '../../expression/ast.ts';
import { parseCell, parseExpression } from '../../expression/parse.ts';
import type { TextSource } from '../../expression/text-source.ts';
import type { Schema } from '../../shape/schema.ts';
import { isDay } from '../../value/calendar.ts';
import { durationWords } from '../../value/duration-words.ts';
import { plainForm } from '../../value/plain-form.ts';
import { comparisonIn } from './typed-range.ts';
import { unitNamed, type Typing } from './typed.ts';

/** What is wrong with a text before it is written, and what may have been meant. */
export interface Fault {
  readonly says: Texts;
  readonly instead: readonly string[];
}

const fault = (en: string, zh: string, instead: readonly string[] = []): Fault => ({ says: { en, zh }, instead });

/**
 * What is never written without asking: `0.026` among percents, also behind a sign or word such as 以上, is 2.6 % to a spreadsheet and
 * 0.026 % to a reader, and a bare `1` that comes with such is 100 % or 1 %; `(5%)` is −5 % to a spreadsheet and 5 % to a reader. Undefined of what can be read in one way only.
 */
export function doubtOf(typed: string, schema: Schema, { unit, besideParts }: Typing): Fault | undefined {
  if (!takesUnits(schema)) return undefined;
  const written = plain(typed);
  const inBrackets = /^\(\s*(\d+(?:\.\d+)?\s*(?:%|\p{L}[\p{L}-]*)?)\s*\)$/u.exec(written)?.[1]?.trim();
  if (inBrackets !== undefined)
    return fault(
      `“${typed}” can mean -${inBrackets} or ${inBrackets}. Write it without brackets.`,
      `“${typed}”可以是 -${inBrackets}，也可以是 ${inBrackets}。请不带括号填写。`,
      [`-${inBrackets}`, inBrackets],
    );
  const found = bareIn(written, schema);
  if (found === undefined || unit !== '%' || (!found.isPart && besideParts !== true)) return undefined;
  const { comparison, sign, whole, decimals } = found;
  const asPart = `${comparison}${sign}${hundredfold(whole, decimals)}%`;
  const asWritten = `${comparison}${sign}${whole === '' ? '0' : whole}${decimals === '' ? '' : `.${decimals}`}%`;
  return fault(
    `“${typed}” can mean ${asPart} or ${asWritten}. Write it with the percent sign.`,
    `“${typed}”可以是 ${asPart}，也可以是 ${asWritten}。请带上百分号填写。`,
    [asPart, asWritten],
  );
}

interface Bare {
  readonly comparison: string;
  readonly sign: string;
  readonly whole: string;
  readonly decimals: string;
  /** Less than one. */
  readonly isPart: boolean;
}

/** A number without a unit, other than zero, alone or behind a comparison. */
function bareIn(written: string, schema: Schema): Bare | undefined {
  const compared = schema['x-bylaw'] === 'cell' ? comparisonIn(written, (amount) => amount) : undefined;
  const [, comparison = '', digits = ''] = /^([<>]=? )?(.*)$/.exec(compared ?? written) ?? [];
  const [all, sign = '', whole = '', decimals = ''] = /^(-?)(\d*)(?:\.(\d+))?$/.exec(digits) ?? [];
  if (all === undefined || !/[1-9]/.test(all)) return undefined;
  return { comparison, sign, whole, decimals, isPart: decimals !== '' && /^0?$/.test(whole) };
}

/** Whether a text is a bare part of one, such as `0.5`. */
export const isPartOfOne = (typed: string, schema: Schema): boolean =>
  takesUnits(schema) && bareIn(plain(typed), schema)?.isPart === true;

const plain = (text: string): string => plainForm(text).replaceAll('−', '-').trim();

/** Moved by two places, never multiplied. */
function hundredfold(whole: string, decimals: string): string {
  const moved = decimals.padEnd(2, '0');
  const rest = moved.slice(2).replace(/0+$/, '');
  return `${`${whole}${moved.slice(0, 2)}`.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

/** A range whose brackets are missing, read as where it is typed: `80%-100%` is `[80% .. 100%]`. Undefined of all else. */
export function bracketed(text: string, schema: Schema): string | undefined {
  if (schema['x-bylaw'] !== 'cell') return undefined;
  const [only, ...others] = parseCell(sourceOf(text)).diagnostics;
  if (only?.code !== 'expression/interval-brackets' || others.length > 0) return undefined;
  // Two fixes are two readings.
  return only.fixes.length === 1 ? only.fixes[0]?.edits[0]?.text : undefined;
}

/** What keeps a text from a spreadsheet out of a cell. `text` is how it would be written. */
export function faultOf(typed: string, text: string, schema: Schema, typing: Typing): Fault | undefined {
  const doubt = doubtOf(typed, schema, typing);
  if (doubt !== undefined) return doubt;
  switch (schema['x-bylaw']) {
    case 'date':
      return isDay(text)
        ? undefined
        : fault(
            `“${typed}” is no day of the calendar. Write it like 2026-10-31.`,
            `“${typed}”不是日历上的日期。请写成 2026-10-31 的形式。`,
          );
    case 'integer':
      return /^-?\d+$/.test(text)
        ? undefined
        : fault(`“${typed}” is no whole number, such as 15.`, `“${typed}”不是整数，例如 15。`);
    case 'truth':
      return /^(?:true|false)$/.test(text)
        ? undefined
        : fault(`“${typed}” is neither yes nor no.`, `“${typed}”既不是“是”也不是“否”。`);
    case 'choice': {
      const words = schema.enum.join(', ');
      return schema.enum.includes(text)
        ? undefined
        : fault(`“${typed}” is none of ${words}.`, `“${typed}”不在可选项之中：${words}。`);
    }
    case 'expression':
    case 'structured': {
      const { expr, diagnostics } = parseExpression(sourceOf(text));
      return unread(typed, diagnostics) ?? noUnit(typed, expr, typing) ?? otherUnit(typed, expr, typing);
    }
    case 'cell':
      return unread(typed, parseCell(sourceOf(text)).diagnostics);
    default:
      return undefined;
  }
}

const takesUnits = ({ 'x-bylaw': is }: Schema): boolean =>
  is === 'cell' || is === 'expression' || is === 'structured' || is === 'scalar' || is === 'yaml';

const sourceOf = (text: string): TextSource => ({
  file: '',
  text,
  offsets: Array.from({ length: text.length + 1 }, (_, i) => i),
});

function unread(typed: string, diagnostics: readonly Diagnostic[]): Fault | undefined {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  if (first === undefined) return undefined;
  const { en, zh } = first.message;
  const instead = first.fixes.flatMap(({ edits }) => edits.map(({ text }) => text));
  return fault(`“${typed}”: ${en}`, `“${typed}”：${zh}`, instead);
}

function noUnit(typed: string, expr: Expr, { currency, units }: Typing): Fault | undefined {
  if (expr.syntax !== 'amount' || units === undefined) return undefined;
  const { unit } = expr;
  if (units.has(unit) || durationWords.has(unit) || unit === currency || unit === 'currency') return undefined;
  return fault(
    `“${typed}”: the handbook has no unit ${unit}. Write the figure alone, or with a unit of the vocabulary.`,
    `“${typed}”：手册没有“${unit}”这个单位。请只填数字，或使用词汇表中的单位。`,
  );
}

/** Where all amounts of a column have one unit, one with another unit came from another column. */
function otherUnit(typed: string, expr: Expr, { unit, units }: Typing): Fault | undefined {
  const own = expr.syntax === 'percent' ? '%' : expr.syntax === 'amount' ? expr.unit : undefined;
  const other = unit?.trim();
  if (own === undefined || other === undefined || unitNamed(own, units) === unitNamed(other, units)) return undefined;
  return fault(
    `“${typed}” is in ${own}, but all values here are in ${other}.`,
    `“${typed}”的单位是 ${own}，而此列均为 ${other}。`,
  );
}

import type { Handbook } from '../../program/handbook.ts';
import type { Schema } from '../../shape/schema.ts';
import { durationWords } from '../../value/duration-words.ts';
import { plainForm } from '../../value/plain-form.ts';
import type { Choice } from './form.ts';
import { chineseNumber } from './chinese-number.ts';
import { comparisonIn } from './typed-range.ts';
import { wordTitles } from './word-titles.ts';

/** What surrounds the place where a person types. */
export interface Typing {
  /** Where it is not known, amounts of money stay as they were typed. */
  readonly currency?: string;
  /** What digits alone get, since all values of the column have it. */
  readonly unit?: string;
  readonly choices?: readonly Choice[];
  /** What comes for the same column beside it has parts of one such as `0.5`: a bare `1` may be such a part, too. */
  readonly besideParts?: true;
  /** What the handbook counts in, by the words for it: each gives the unit's one name. */
  readonly units?: ReadonlyMap<string, string>;
}

/**
 * What a person typed or a spreadsheet gave, as the language writes it: `¥1,000`, `１０００元` and `一千元` are `1000 CNY`,
 * `2.5％` is `2.5%`, `2027年1月4日` is `2027-01-04`, a title stands for its word. All else stays as it is.
 */
export function typedText(typed: string, schema: Schema, typing: Typing): string {
  const text = typed.trim();
  switch (schema['x-bylaw']) {
    case 'cell':
      return (
        titled(text, typing.choices) ??
        dayOf(text) ??
        comparisonIn(plain(text), (amount) => amountOf(amount, typing)) ??
        amountOf(text, typing) ??
        text
      );
    case 'expression':
    case 'scalar':
    case 'structured':
    case 'yaml':
      return titled(text, typing.choices) ?? dayOf(text) ?? amountOf(text, typing) ?? text;
    case 'date':
      return dayOf(text) ?? text;
    case 'integer':
      return numberOf(plain(text).replace(/\s*[人名位个次]$/, '')) ?? text;
    case 'truth':
      return titled(text, truths) ?? text;
    case 'choice':
      return (
        titled(
          text,
          [...schema.enum].map((value) => ({ value, ...titleOf(value) })),
        ) ?? text
      );
    case 'word':
      return titled(text, typing.choices) ?? text;
    default:
      return text;
  }
}

const titleOf = (value: string): Pick<Choice, 'title'> => {
  const title = Object.hasOwn(wordTitles, value) ? wordTitles[value] : undefined;
  return title === undefined ? {} : { title };
};

const truths: readonly Choice[] = [
  { value: 'true', title: { en: 'yes', zh: '是' } },
  { value: 'false', title: { en: 'no', zh: '否' } },
  { value: 'true', title: { en: 'TRUE', zh: '√' } },
  { value: 'false', title: { en: 'FALSE', zh: '×' } },
];

/** The one value that has this title. */
function titled(text: string, choices: readonly Choice[] | undefined): string | undefined {
  if (text === '' || choices === undefined || choices.some(({ value }) => value === text)) return undefined;
  const found = choices.filter(({ title }) => title?.zh === text || title?.en === text);
  return found.length === 1 ? found[0]?.value : undefined;
}

const plain = (text: string): string => plainForm(text).replaceAll('−', '-').trim();

function dayOf(text: string): string | undefined {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain(text));
  if (found === null) return undefined;
  const [, year = '', month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Digits as the language has them: no thousands separators, no Chinese numerals; undefined of what is no number. */
function numberOf(text: string): string | undefined {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  return chineseNumber(text);
}

function amountOf(text: string, { currency, unit = '', units }: Typing): string | undefined {
  const written = plain(text);
  const percent = /^百分之(.+)$/.exec(written)?.[1] ?? /^(.+?)\s*%$/.exec(written)?.[1];
  if (percent !== undefined) return withUnit(numberOf(percent), '%');
  const money =
    /^(?:¥|RMB|人民币)\s*(.+?)\s*(?:元|圆)?$/i.exec(written)?.[1] ?? /^(.+?)\s*(?:元|圆|RMB)$/i.exec(written)?.[1];
  if (money !== undefined) return currency === undefined ? undefined : withUnit(moneyNumber(money), ` ${currency}`);
  const named = /^(-?[\d,.]+)\s*(\p{L}[\p{L}-]*)$/u.exec(written);
  if (named !== null && !/[万亿]/.test(written)) {
    const word = named[2] ?? '';
    // As the rest of the column says it, where that is the same unit.
    const isSame = unit !== '' && unitNamed(word, units) === unitNamed(unit.trim(), units);
    return withUnit(numberOf(named[1] ?? ''), isSame ? unit : ` ${word}`);
  }
  return withUnit(numberOf(written), unit);
}

const withUnit = (number: string | undefined, unit: string): string | undefined =>
  number === undefined ? undefined : number + unit;

/** `1.2万` is moved by four places, never multiplied. */
function moneyNumber(text: string): string | undefined {
  const found = /^(-?\d+)(?:\.(\d+))?\s*万$/.exec(text.replaceAll(',', ''));
  if (found === null) return numberOf(text);
  const [, whole = '', decimals = ''] = found;
  const moved = decimals.padEnd(4, '0');
  const digits = `${whole}${moved.slice(0, 4)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return moved.length > 4 ? `${digits}.${moved.slice(4)}` : digits;
}

/** The one name of a unit that has several words, such as 天 for days; a word that nobody knows is its own. */
export const unitNamed = (word: string, units: Typing['units']): string =>
  units?.get(word) ?? durationWords.get(word)?.many ?? word;

/** What a handbook says about typing anywhere in it. */
export function typingIn({ manifest, currency, units }: Handbook): Typing {
  const words = Object.entries(units).flatMap(([id, { en, zh }]) =>
    [id, ...en, ...zh].map((word) => [word, id] as const),
  );
  return { units: new Map(words), ...(manifest === undefined ? {} : { currency }) };
}

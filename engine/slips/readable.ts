import { printable } from '../diagnostic/code-frame.ts';
import type { Language } from '../diagnostic/diagnostic.ts';
import type { Program } from '../ir/program.ts';
import { approximated, approximatedValue } from '../value/approximate.ts';

/** Turns texts of explanations into such as people read who never saw a policy. */
export interface Readable {
  /** A text with values in it: amounts are grouped, units and ranges stand in words. */
  text(text: string): string;
  /** A value of a type as outcomes name it: members by their titles, yes and no. */
  value(value: string, type: string): string;
  /** An expression with its values filled in; undefined where it says less than the expression itself. */
  filled(text: string): string | undefined;
}

export function readableIn(program: Program, language: Language): Readable {
  const unitOf = unitWords(program, language);
  const text = (given: string): string =>
    approximated(ranges(printable(given), language), language).replace(
      /(?<![\w.,/-])(-?)(\d+)((?:\.\d+)?)(?: ([A-Za-z]+)\b)?/gu,
      (written, sign: string, whole: string, part: string, unit: string | undefined) => {
        const named = unit === undefined ? undefined : unitOf.get(unit);
        const isMoney = unit === program.currency;
        const digits = isMoney ? grouped(whole) : whole;
        const shown = `${sign === '' ? '' : '−'}${digits}${part}`;
        if (unit === undefined) return sign === '' ? written : shown;
        return named === undefined ? `${shown} ${unit}` : `${shown}${named}`;
      },
    );
  return {
    text,
    value: (value, type) => {
      const member = program.enumerations[type]?.[value]?.[language];
      if (member !== undefined) return member;
      if (type === 'boolean') return truth[language][value as 'true' | 'false'];
      return text(type === 'number' ? approximatedValue(value, type, language) : value);
    },
    filled: (given) => {
      if (/\b(?:true|false)\b|\p{L}[.-]\p{L}/u.test(given)) return undefined;
      const signs = given.replace(/<=|>=|!=/g, (sign) => ({ '<=': '≤', '>=': '≥', '!=': '≠' })[sign] ?? sign);
      return text(
        language === 'zh' ? signs.replace(/ (and|or|in) /g, (_, word: string) => zhWords[word] ?? '') : signs,
      );
    },
  };
}

const truth = { en: { true: 'yes', false: 'no' }, zh: { true: '是', false: '否' } } as const;
const zhWords: Readonly<Record<string, string>> = { and: '且', or: '或', in: '属于' };
const zhDurations: Readonly<Record<string, string>> = { day: '天', month: '个月', hour: '小时', minute: '分钟' };

/** What stands for a unit in the language; English texts have theirs already. */
function unitWords({ units, currency }: Program, language: Language): ReadonlyMap<string, string> {
  if (language === 'en') return new Map();
  const durations = Object.entries(zhDurations).flatMap(([one, zh]) => [
    [one, ` ${zh}`] as const,
    [`${one}s`, ` ${zh}`] as const,
  ]);
  const declared = Object.values(units).flatMap(({ en, zh }) =>
    en.map((written) => [written, ` ${zh[0] ?? written}`] as const),
  );
  return new Map([...durations, ...declared, ...(currency === 'CNY' ? [[currency, ' 元'] as const] : [])]);
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `[81% .. 100%]` in words, with what happens at its ends. */
function ranges(text: string, language: Language): string {
  return text
    .replace(
      /([[(])([^[\]()]+?) \.\. ([^[\]()]+?)([\])])/g,
      (_, open: string, low: string, high: string, close: string) => {
        const [above, below] = [open === '(', close === ')'];
        if (language === 'zh')
          return `${above ? `高于${low}` : low}${above && below ? '且' : '至'}${below ? `低于${high}` : high}`;
        if (above && below) return `above ${low} and below ${high}`;
        return `${above ? 'above ' : ''}${low} to ${below ? 'below ' : ''}${high}`;
      },
    )
    .replace(/(?<=^|\s)(>=|<=)(?=\s)/g, (sign) => (sign === '>=' ? '≥' : '≤'));
}

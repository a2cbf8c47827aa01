/** A figure's value as written: a decimal without needless zeros, and what it measures (`count` for bare numbers and things). */
export interface Amount {
  readonly number: string;
  readonly of: string;
  /** As it is written. */
  readonly text: string;
}

const names = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
// Numbers inside ids (`O-1.3`, `v2`, `kpi-4`) are none: nothing of a name touches a figure.
const pattern = new RegExp(
  [
    String.raw`(?<date>\d{4}-\d{2}-\d{2})`,
    String.raw`(?<![\w.-])(?<time>\d{1,2}:\d{2})(?!\d)`,
    String.raw`(?<![\w.-]|\w-)(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*(?<unit>%|元|万元|[A-Za-z]+(?:-[A-Za-z]+)*))?`,
    String.raw`(?<![\w-])(?<day>${names})(?![\w-])`,
  ].join('|'),
  'giu',
);

/** What each unit counts as: the measure, and by how many of it one is worth. */
const measures: Readonly<Record<string, readonly [of: string, times: bigint]>> = {
  '%': ['percent', 1n],
  cny: ['money', 1n],
  yuan: ['money', 1n],
  元: ['money', 1n],
  万元: ['money', 10_000n],
  minute: ['minutes', 1n],
  hour: ['minutes', 60n],
  day: ['days', 1n],
  week: ['days', 7n],
  month: ['months', 1n],
  quarter: ['months', 3n],
  year: ['months', 12n],
};

/** The values in a text, in their order: numbers with what they measure, times, dates and days of the week. */
export function amountsIn(text: string): readonly Amount[] {
  return [...withUnits(text.normalize('NFKC')).matchAll(pattern)].map(({ 0: text, groups = {} }) => {
    const { date, time, day, number = '', unit = '' } = groups;
    if (date !== undefined) return { number: date, of: 'date', text };
    if (time !== undefined) return { number: time.padStart(5, '0'), of: 'time', text };
    if (day !== undefined) return { number: day.toLowerCase(), of: 'day', text };
    const word = unit.toLowerCase();
    const [of, times] = measures[word] ?? measures[word.replace(/s$/, '')] ?? ['count', 1n];
    return { number: multiplied(number.replaceAll(',', ''), times), of, text };
  });
}

/** `50 to 100 CNY` is 50 CNY to 100 CNY. */
const withUnits = (text: string): string =>
  text.replace(/(\d) to (\d[\d,.]*)(%| ?(?:CNY|yuan|minutes|hours|days|weeks|months|years)\b)/giu, '$1$3 to $2$3');

/** Whether a figure says how often or when: no list has that length. */
export const isRate = (figure: string): boolean =>
  /\b(?:an?|per|each|every) (?:day|week|month|quarter|year)\b|\btimes\b|o'clock|\bworking\b/iu.test(figure);

/** A decimal by a whole number, exactly. */
function multiplied(decimal: string, times: bigint): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = String(BigInt(whole + fraction) * times).padStart(fraction.length + 1, '0');
  const cut = digits.length - fraction.length;
  const behind = digits.slice(cut).replace(/0+$/, '');
  return behind === '' ? digits.slice(0, cut) : `${digits.slice(0, cut)}.${behind}`;
}

export const isSame = (a: Amount, b: Amount): boolean => a.number === b.number && a.of === b.of;

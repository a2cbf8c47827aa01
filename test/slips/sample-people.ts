/**
 * A month of so many people as a table that pays promoters, with so many rows in error, always the same:
 *
 *     node test/slips/sample-people.ts 1000 10 > people.csv
 */
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const header = [
  'person',
  '姓名',
  'sales.ordered',
  'sales.returned',
  'sales.completion',
  'plan.completion',
  'site.runs-smoothly',
  'award.full-attendance',
  'sales.effectively-promoted',
  'promoters',
];

/** What makes a row an error: a cell that cannot be used, by the column that it stands in. */
const mistakes: readonly (readonly [string, string])[] = [
  ['sales.ordered', '45000'],
  ['sales.returned', '-1.00 CNY'],
  ['plan.completion', '0.85'],
  ['award.full-attendance', '60.005 CNY'],
  ['site.runs-smoothly', 'perhaps'],
];

/** The table as CSV; the rows in error stand evenly among the others. */
export function samplePeople(count: number, errors: number): string {
  let state = 20261031;
  /** A whole number below `end`: a linear congruential generator is random enough for amounts. */
  const below = (end: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * end);
  };
  const cents = (end: number): string => `${below(end)}.${String(below(100)).padStart(2, '0')} CNY`;
  const every = Math.floor(count / Math.max(errors, 1));
  const lines = Array.from({ length: count }, (_, i) => {
    const own = below(100);
    const row: Record<string, string> = {
      person: `P-${String(i + 1).padStart(4, '0')}`,
      姓名: `示例${i + 1}`,
      'sales.ordered': cents(90_000),
      'sales.returned': cents(20_000),
      'sales.completion': `${below(140)}.${below(10)}%`,
      'plan.completion': `${own}%`,
      'site.runs-smoothly': 'true',
      'award.full-attendance': below(3) === 0 ? '0.00 CNY' : '60.00 CNY',
      'sales.effectively-promoted': 'false',
      // Every seventh shares a group, and how it shares is not said.
      promoters: i % 7 === 0 ? `[{completion: ${own}%}, {}]` : `[{completion: ${own}%}]`,
    };
    const place = Math.floor(i / every);
    const [column, cell] = mistakes[place % mistakes.length] ?? ['', ''];
    if (i % every === Math.floor(every / 2) && place < errors) row[column] = cell;
    return header.map((name) => quoted(row[name] ?? '')).join(',');
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [count = '1000', errors = '10'] = process.argv.slice(2);
  process.stdout.write(samplePeople(Number(count), Number(errors)));
}

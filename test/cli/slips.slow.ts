import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exactDigits, parseExact, plusExact } from '../../engine/value/exact.ts';
import { samplePeople } from '../slips/sample-people.ts';
import { textOfPage } from '../slips/small.ts';
import { bylaw, folder } from './terminal.ts';

test('a thousand people, ten of them in error: 990 slips, and totals that are the sum of the slips', async () => {
  const dir = join(folder(), 'october');
  const table = samplePeople(1000, 10);
  const argv = ['run', 'pay.promoter.total', 'pay.promoter.commission', '--period', '2026-10', '--in', '-'];
  const ran = await bylaw([...argv, '--slips', dir, '--lang', 'en'], { stdin: table });
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('990 slips in');
  const files = readdirSync(dir).filter((name) => /^\d/.test(name));
  expect(files).toHaveLength(990);
  const index = readFileSync(join(dir, 'index.html'), 'utf8');
  expect(textOfPage(index)).toMatch(/^Rows in error: 10$/m);
  expect(index.match(/<li>/g)).toHaveLength(10);
  // Sums from the pages alone: what people see adds up.
  const overviews = files.map((file) => {
    const slip = readFileSync(join(dir, file), 'utf8');
    return textOfPage(slip.slice(slip.indexOf('<tbody>'), slip.indexOf('</tbody>')));
  });
  for (const [decision, place] of [
    ['pay.promoter.total', 1],
    ['pay.promoter.commission', 2],
  ] as const) {
    const pattern = new RegExp(`^${place} .* ([\\d,.]+) CNY`, 'm');
    const shown = overviews.map((text) => pattern.exec(text)?.[1]);
    const sum = shown.reduce(
      (total, digits) => (digits === undefined ? total : plusExact(total, parseExact(digits.replaceAll(',', '')))),
      { top: 0n, bottom: 1n },
    );
    const [, total = ''] = new RegExp(`data-decision="${decision}">([^<]+) CNY<`).exec(index) ?? [];
    expect(exactDigits(parseExact(total.replaceAll(',', '')))).toBe(exactDigits(sum));
    const determined = shown.filter((digits) => digits !== undefined).length;
    expect(determined).toBeGreaterThan(800);
    expect(determined).toBeLessThan(990);
    expect(textOfPage(index)).toMatch(
      new RegExp(`${decision} [\\d,.]+ CNY ${determined} ${990 - determined} 0 10$`, 'm'),
    );
  }
});

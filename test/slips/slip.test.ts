import { expect, test } from 'vitest';
import { languages } from '../../engine/diagnostic/diagnostic.ts';
import { session } from '../../engine/evaluate/evaluate.ts';
import { linkPeriod } from '../../engine/program/period.ts';
import { slipFileName } from '../../engine/slips/file-name.ts';
import { readableIn } from '../../engine/slips/readable.ts';
import { slipPage } from '../../engine/slips/slip-page.ts';
import type { SlipSource } from '../../engine/slips/slip.ts';
import { slipIn } from '../../engine/slips/tell.ts';
import { totalOf } from '../../engine/slips/totals.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { clauseTitles } from '../../engine/cli/clauses.ts';
import { smallHandbook, smallTexts, textOfPage } from './small.ts';

const handbook = smallHandbook();
const program = linkPeriod(handbook, '2026-10')!;
const written = { by: '1.2.3', on: '2026-11-02 09:30 (Asia/Shanghai)' };

function sourceOf(raw: RawFacts, decisions: readonly string[] = ['pay.total']): SlipSource {
  const questions = session(program, readFacts(program, raw));
  return {
    program,
    handbook: { en: 'A small handbook', zh: '小手册' },
    person: { key: { label: 'no', text: '7' }, name: { label: '姓名', text: '王五' } },
    when: { at: '2026-10-31', period: '2026-10', sourceOnly: false },
    explanations: decisions.map((decision) => questions.explain(decision).explanation),
    clauses: clauseTitles(handbook),
  };
}

const paid: RawFacts = { sold: '12345.67 CNY', completion: '120%', 'bonus.set': '250 CNY' };

// Worked out by hand: 12345.67 × 2 % = 246.9134 → 246.91; 3000 + 246.91 + 250 = 3496.91.
test.each(languages)('a slip in words (%s), read and approved', async (language) => {
  const page = slipPage([slipIn(sourceOf(paid), language)], 'index.html', written);
  await expect(`${textOfPage(page)}\n`).toMatchFileSnapshot(`slip.${language}.txt`);
});

test('what is not settled is said so, with who must decide', () => {
  const { results } = slipIn(sourceOf({ sold: '12345.67 CNY', completion: '100%' }), 'en');
  expect(results[0]).toMatchObject({ status: 'undetermined', result: 'undetermined', marks: [] });
  expect(results[0]?.reasons).toEqual([
    'A person decides this within 100 CNY to 500 CNY: Which head sets it is not said.',
  ]);
  const zh = slipIn(sourceOf({ sold: '12345.67 CNY', completion: '20%', 'on-leave': true }), 'zh');
  expect(zh.results[0]?.parts.map(({ title, result }) => `${title} ${result}`)).toEqual([
    '底薪 未定',
    '金额 0.00 元',
    '奖金 0.00 元',
  ]);
});

test('only readings of clauses that the slip cites are told', () => {
  const reading = (id: string, clause: string): string =>
    `  - { id: ${id}, clause: ${clause}, about: convention, question: { en: Which?, zh: 哪个？ }, answer: { en: This., zh: 此。 }, status: proposed }\n`;
  const other = smallHandbook({
    'pay.yaml': `${smallTexts['pay.yaml']}interpretations:\n${reading('of-the-base', 'S-1')}${reading('of-the-bonus', 'S-3')}`,
  });
  const source = sourceOf(paid, ['pay.base']);
  const program = linkPeriod(other, '2026-10')!;
  const explanations = [session(program, readFacts(program, paid)).explain('pay.base').explanation];
  const { conventions } = slipIn({ ...source, program, explanations }, 'en');
  expect(conventions.map(({ id }) => id)).toEqual(['pay#of-the-base']);
});

test('a part that was told already is pointed to, not told again', () => {
  const { results } = slipIn(sourceOf(paid, ['pay.total', 'pay.base']), 'en');
  expect(results.map(({ number, result, lines, parts }) => [number, result, lines.length, parts.length])).toEqual([
    ['1', '3,496.91 CNY', 5, 3],
    ['2', '3,000.00 CNY', 1, 0],
  ]);
  expect(results[1]?.lines[0]).toMatchObject({ see: '1.1' });
});

test('a page loads nothing, runs nothing and says everything as text', () => {
  const source = sourceOf(paid);
  const hostile = { ...source, person: { key: { label: '<i>', text: '"><script>alert(1)</script>' } } };
  const page = slipPage(
    languages.map((language) => slipIn(hostile, language)),
    'index.html',
    written,
  );
  expect(page).not.toMatch(/<script|src=|https?:|@import|url\(/);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain("default-src 'none'");
  // Every link within the page leads somewhere, and no place has its name twice.
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const ends = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(ends.filter((id) => !ids.includes(id))).toEqual([]);
});

test.each([
  ['40000.00 CNY × 1.5%', '40,000.00 CNY × 1.5%', '40,000.00 元 × 1.5%'],
  ['[81% .. 100%]', '81% to 100%', '81%至100%'],
  ['(100% .. 120%)', 'above 100% and below 120%', '高于100%且低于120%'],
  ['[0% .. 5%)', '0% to below 5%', '0%至低于5%'],
  ['(5 .. 6]', 'above 5 to 6', '高于5至6'],
  ['>= 1234567.5 CNY', '≥ 1,234,567.5 CNY', '≥ 1,234,567.5 元'],
  ['在[50 CNY .. 100 CNY]范围内', '在50 CNY to 100 CNY范围内', '在50 元至100 元范围内'],
  ['-50.00 CNY', '−50.00 CNY', '−50.00 元'],
  ['2026-10-31, O-1.3.2c, P-2026', '2026-10-31, O-1.3.2c, P-2026', '2026-10-31, O-1.3.2c, P-2026'],
  ['7 days', '7 days', '7 天'],
  ['10/3 * 1 CNY', '≈ 3.33 CNY (exactly 10/3)', '≈ 3.33 元（精确值 10/3）'],
])('%s in words', (text, en, zh) => {
  expect(readableIn(program, 'en').text(text)).toBe(en);
  expect(readableIn(program, 'zh').text(text)).toBe(zh);
});

test.each([
  ['P-001', '0007-P-001.html'],
  ['../../etc/passwd', '0007-etc-passwd.html'],
  ['张三 丰', '0007-张三-丰.html'],
  ['', '0007.html'],
  ['CON', '0007-CON.html'],
  ['\u202e\u0000<b>', '0007-b.html'],
  ['x'.repeat(3000), `0007-${'x'.repeat(40)}.html`],
  [`${'x'.repeat(39)} yz`, `0007-${'x'.repeat(39)}.html`],
])('the file of %j', (key, file) => {
  expect(slipFileName(7, key)).toBe(file);
});

test('totals are exact and count only what is determined', () => {
  const total = totalOf('pay.total', program);
  const outcome = session(program, readFacts(program, paid)).outcome('pay.total');
  for (const value of ['0.10 CNY', '0.20 CNY', '9007199254740993.01 CNY']) total.add({ ...outcome, value });
  total.add(session(program, readFacts(program, {})).outcome('pay.total'));
  expect(total.total()).toEqual({
    counts: { determined: 3, undetermined: 1, 'not-applicable': 0, error: 0 },
    sum: '9007199254740993.31 CNY',
    isMoney: true,
  });
  expect(totalOf('commission.rate', program).total()).not.toHaveProperty('sum');
});

import { expect, test } from 'vitest';
import { smallRun } from './small-run.ts';

const map = (unit: string): string =>
  `mapping: people\ncolumns: { 完成率: { fact: reached, unit: ${unit} }, net: { fact: sales.net, unit: CNY } }\n`;
const ran = (values: readonly string[], unit = 'percent', more: readonly string[] = []) =>
  smallRun({ 'in.csv': `net,完成率\n${values.map((value) => `1000,${value}\n`).join('')}`, 'm.yaml': map(unit) }, [
    'pay.bonus',
    '--map',
    'm.yaml',
    ...more,
  ]);

const small =
  'in.csv:3: column “完成率” has unit: percent, and 2 of its 3 numbers are 2 or less: 0.95 was read as 0.95%.';
const cases: readonly (readonly [string, readonly string[], string, string | undefined])[] = [
  ['ratios', ['110', '0.95', '1.10'], 'percent', small],
  ['zero is no sign of either', ['0', '0', '1.5'], 'percent', 'in.csv:4: column “完成率” has unit: percent, and 1 of'],
  ['exactly 200 %', ['2.00'], '%', 'in.csv:2: column “完成率” has unit: %, and 1 of its 1 number is 2 or less'],
  [
    'a basis of 10000',
    ['95', '1000.5'],
    'percent',
    'in.csv:3: column “完成率” has unit: percent: 1000.5 was read as 1000.5%.',
  ],
  [
    'a ratio of more than 10',
    ['0.9', '10.01'],
    'ratio',
    'in.csv:3: column “完成率” has unit: ratio: 10.01 was read as 1001%.',
  ],
  ['percentages', ['95', '0.95', '2.01', '1000'], 'percent', undefined],
  ['percentages with their sign', ['0.95%', '1%', '1200%'], 'percent', undefined],
  ['ratios as ratios', ['0.95', '10'], 'ratio', undefined],
];
test.each(cases)('percentages that may be meant otherwise are told once: %s', async (_, values, unit, says) => {
  const { err, code } = await ran(values, unit === '%' ? '"%"' : unit);
  const told = err.split('\n').filter((line) => line.includes('完成率'));
  expect(told).toHaveLength(says === undefined ? 0 : 1);
  if (says !== undefined) expect(told[0]?.startsWith(says), told[0]).toBe(true);
  expect(code).toBe(0);
});

test('the mend is named', async () => {
  expect((await ran(['0.95'])).err).toContain('If 95% is meant, write unit: ratio in the mapping, or 95% in the cell.');
  expect((await ran(['0.95'], 'percent', ['--lang', 'zh'])).err).toContain('如应为 95%，请在映射中写 unit: ratio');
});

test('columns of joined tables are watched, too', async () => {
  const joining = `mapping: people
key: no
columns: { net: { fact: sales.net, unit: CNY } }
tables:
  - { file: team.csv, key: boss, as: team, without-rows: empty, columns: { p: { fact: done, unit: percent } } }
`;
  const files = { 'in.csv': 'no,net\na,1\n', 'm.yaml': joining, 'team.csv': 'boss,p\na,0.95\n' };
  const { err } = await smallRun(files, ['pay.good', '--map', 'm.yaml']);
  expect(err).toContain('team.csv:2: column “p” has unit: percent, and 1 of its 1 number is 2 or less');
});

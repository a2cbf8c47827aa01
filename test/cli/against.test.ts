import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallFolder } from '../slips/small.ts';
import { bylaw, folder, handbookWith, json } from './terminal.ts';

const header =
  'person,姓名,sales.ordered,sales.returned,sales.completion,plan.completion,site.runs-smoothly,award.full-attendance,promoters,sales.effectively-promoted\n';
const row = (person: string, ordered: string, returned: string, completion: string): string =>
  `${person},甲,${ordered} CNY,${returned} CNY,${completion},80%,true,0 CNY,[{completion: 80%}],false\n`;

/** October as it was paid: rates of 2 % from 81 % on and 1.5 % from 51 to 80 %. */
const paidTable =
  header +
  row('P-1', '45000', '5000', '81%') +
  row('P-2', '61234.56', '1234.56', '60%') +
  row('P-3', '30000', '12000', '85%') +
  row('P-4', '30000', '12000', '20%') +
  row('P-6', '1000', '0', '85%');
/** In November P-3 has sold more, P-4 sold less without any commission, P-6 is gone, P-5 has come. */
const newTable =
  header +
  row('P-1', '45000', '5000', '81%') +
  row('P-2', '61234.56', '1234.56', '60%') +
  row('P-3', '31000', '12000', '85%') +
  row('P-4', '29000', '12000', '20%') +
  row('P-5', '30000', '12000', '85%');

const asked = ['run', 'pay.promoter.commission', '--period', '2026-10', '--lang', 'en'];

/** A handbook whose promoter's rates were raised on 15 November for all of October; and what was paid before. */
async function backDated(): Promise<{ readonly handbook: string; readonly paid: string; readonly now: string }> {
  const handbook = handbookWith();
  const dir = folder();
  const [paid, now] = [join(dir, 'paid.csv'), join(dir, 'now.csv')];
  const first = await bylaw([...asked, '--handbook', handbook, '--in', '-', '--out', paid], { stdin: paidTable });
  expect(first.code).toBe(0);
  const dates = ['--from', '2026-10-01', '--published', '2026-11-15'];
  expect((await bylaw(['amend', 'commission.promoter', '--handbook', handbook, ...dates])).code).toBe(0);
  const policy = join(handbook, 'pay/commission.promoter.yaml');
  const raised = readFileSync(policy, 'utf8')
    .replace(/("\[81% \.\. 100%\]", rate:) 2%/, '$1 2.2%')
    .replace(/("\[51% \.\. 80%\]", rate:) 1\.5%/, '$1 1.6%');
  writeFileSync(policy, raised);
  writeFileSync(now, newTable);
  return { handbook, paid, now };
}

// By hand. P-1: 40000 × 2 % = 800 → × 2.2 % = 880: 80. P-2: 60000 × 1.5 % = 900 → × 1.6 % = 960: 60.
// P-3: 18000 × 2 % = 360 → × 2.2 % = 396: 36, and 19000 × 2.2 % = 418: 22 more. P-4: 0 both times.
test('a back-dated rate: what is to pay, and what of it is due to the rule and what to an input', async () => {
  const { handbook, paid, now } = await backDated();
  const out = join(folder(), 'to-pay.csv');
  const files = ['--handbook', handbook, '--in', now, '--against', paid, '--out', out];
  const ran = await bylaw([...asked, ...files, '--known', '2026-11-30']);
  expect(ran.code).toBe(0);
  const version =
    'Promoter commission: version 2 (published 2026-11-15, in force from 2026-10-01) instead of version 1 (published 2022-12-20, in force from 2023-01-01)';
  const orders = 'Orders of the month over all shops: 30000.00 CNY → 31000.00 CNY';
  const lines = ran.out.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | '));
  expect(lines).toEqual([
    'Own commission (pay.promoter.commission)',
    `P-1 甲 | 800.00 CNY | → 880.00 CNY | +80.00 CNY | +80.00 CNY ${version}`,
    `P-2 甲 | 900.00 CNY | → 960.00 CNY | +60.00 CNY | +60.00 CNY ${version}`,
    `P-3 甲 | 360.00 CNY | → 418.00 CNY | +58.00 CNY | +36.00 CNY ${version}`,
    `+22.00 CNY ${orders}`,
    'Difference in all: 198.00 CNY; 1 without a difference',
    'P-5 甲: only in the new table',
    'P-6 甲: only in the old result',
    '',
  ]);
  expect(ran.err).toContain('5 of its 5 values come out again from its own inputs');
  expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toEqual([
    'key,name,decision,change,old,new,difference,due-to-rules,due-to-inputs,unexplained,rules,inputs',
    `P-1,甲,pay.promoter.commission,amount,800.00 CNY,880.00 CNY,80.00 CNY,80.00 CNY,0.00 CNY,,"${version}",`,
    `P-2,甲,pay.promoter.commission,amount,900.00 CNY,960.00 CNY,60.00 CNY,60.00 CNY,0.00 CNY,,"${version}",`,
    `P-3,甲,pay.promoter.commission,amount,360.00 CNY,418.00 CNY,58.00 CNY,36.00 CNY,22.00 CNY,,"${version}",${orders}`,
    'P-4,甲,pay.promoter.commission,same,0.00 CNY,0.00 CNY,,,,,,',
    'P-5,甲,pay.promoter.commission,only-new,,396.00 CNY,,,,,,',
    'P-6,甲,pay.promoter.commission,only-old,20.00 CNY,,,,,,,',
  ]);
});

/** The same with a handbook small enough for many runs: 10000 × 1.25 % = 125, raised to 1.5 % = 150; 20000 × 2 % = 400 stays. */
const smallHeader = 'no,sold,completion\n';
const smallPaid = `${smallHeader}a,10000 CNY,60%\nb,20000 CNY,120%\n`;

async function smallBackDated(
  now: string,
  change: (paid: string) => string = (paid) => paid,
): Promise<readonly string[]> {
  const dir = folder();
  const handbook = join(dir, 'handbook');
  cpSync(smallFolder, handbook, { recursive: true });
  const [paid, table] = [join(dir, 'paid.csv'), join(dir, 'now.csv')];
  const argv = ['run', 'commission.amount', '--handbook', handbook, '--period', '2026-10', '--lang', 'en'];
  expect((await bylaw([...argv, '--in', '-', '--out', paid], { stdin: smallPaid })).code).toBe(0);
  const dates = ['--from', '2026-10-01', '--published', '2026-11-15'];
  expect((await bylaw(['amend', 'commission', '--handbook', handbook, ...dates])).code).toBe(0);
  const policy = join(handbook, 'commission.yaml');
  writeFileSync(policy, readFileSync(policy, 'utf8').replace('1.25%', '1.5%'));
  writeFileSync(paid, change(readFileSync(paid, 'utf8')));
  writeFileSync(table, now);
  return [...argv, '--in', table, '--against', paid];
}

interface Found {
  readonly known: string;
  readonly agreed: number;
  readonly totals: readonly { readonly difference: string }[];
  readonly people: readonly {
    readonly key: string;
    readonly is: string;
    readonly decisions?: readonly { readonly difference: { readonly is: string; readonly parts?: unknown } }[];
  }[];
}

test('what was paid by hand is told apart as unexplained, and the parts still add up', async () => {
  const argv = await smallBackDated(smallPaid, (paid) => paid.replace('125.00 CNY', '130.00 CNY'));
  const found = json<Found>(await bylaw([...argv, '--known', '2026-11-30', '--json']));
  expect(found).toMatchObject({ agreed: 1, totals: [{ difference: '20.00 CNY' }] });
  expect(found.people[0]?.decisions?.[0]?.difference.parts).toMatchObject({ inputs: '0.00 CNY' });
  const byName = json<Found>(
    await bylaw([...argv, '--known', '2026-11-30', '--json', '--against-known', '2026-11-01']),
  );
  expect(byName.people[0]?.decisions?.[0]?.difference).toEqual({
    is: 'amount',
    difference: '20.00 CNY',
    parts: { rules: '25.00 CNY', inputs: '0.00 CNY', unexplained: '-5.00 CNY' },
  });
});

test('by rules that are known already nothing but inputs and the unexplained is left', async () => {
  const argv = await smallBackDated(smallPaid.replace('10000', '11000'));
  const found = json<Found>(await bylaw([...argv, '--json', '--against-known', '2026-11-20']));
  expect(found.people[0]?.decisions?.[0]?.difference.parts).toEqual({
    rules: '0.00 CNY',
    inputs: '15.00 CNY',
    unexplained: '25.00 CNY',
  });
});

test('before the amendment was known nobody is owed anything', async () => {
  const argv = await smallBackDated(smallPaid);
  const found = json<Found>(await bylaw([...argv, '--json', '--known', '2026-11-14']));
  expect(found.totals).toEqual([{ decision: 'commission.amount', difference: '0.00 CNY' }]);
  expect(found.people.map(({ decisions }) => decisions?.[0]?.difference.is)).toEqual(['same', 'same']);
});

test('a value that came only now is open: its cause is told, no number', async () => {
  const argv = await smallBackDated(smallPaid, (paid) => paid.replace('60%,125.00 CNY,determined', ',,undetermined'));
  const { out } = await bylaw(argv);
  expect(out).toMatch(/a +no value +→ 150\.00 CNY +Completion of the target: not given → 60%/);
  expect(out).toContain('Difference in all: 0.00 CNY; 1 without a difference');
});

test('a row in error is told and not compared', async () => {
  const argv = await smallBackDated(smallPaid.replace('10000 CNY', '10000'));
  const ran = await bylaw(argv);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('a: in error, not compared');
});

test.each([
  ['125.00 CNY', '125.00', 'does not read as a value'],
  ['\nb,', '\na,', 'stands in an earlier row already'],
  ['commission.amount,', 'paid,', 'has no column “commission.amount”'],
])('an earlier result with %j → %j is refused', async (find, put, says) => {
  const ran = await bylaw(await smallBackDated(smallPaid, (paid) => paid.replace(find, put)));
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(says);
});

test('one file is not read and written at once, and rows of several days are not compared', async () => {
  const argv = await smallBackDated(smallPaid);
  const paid = argv.at(-1) ?? '';
  for (const more of [
    ['--out', paid],
    ['--at-column', 'no'],
    ['--slips', paid],
  ])
    expect(await bylaw([...argv, ...more])).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(paid, 'utf8')).toContain('125.00 CNY');
});

test('a workbook that a run wrote is an earlier result, too', async () => {
  const dir = folder();
  const paid = join(dir, 'paid.xlsx');
  const argv = [
    'run',
    'commission.amount',
    '--handbook',
    smallFolder,
    '--period',
    '2026-10',
    '--lang',
    'en',
    '--in',
    '-',
  ];
  expect((await bylaw([...argv, '--format', 'csv', '--out', paid], { stdin: smallPaid })).code).toBe(0);
  const now = smallPaid.replace('10000', '11000');
  const found = json<Found>(await bylaw([...argv, '--format', 'csv', '--json', '--against', paid], { stdin: now }));
  expect(found).toMatchObject({ agreed: 2, totals: [{ difference: '12.50 CNY' }] });
});

import { expect, test } from 'vitest';
import { bylaw, handbookWith, json, sales, type Ran } from './terminal.ts';

const ask = ['explain', 'commission.head.amount', '--facts', '-', '--at', '2026-10-31'];

test('an explanation tells tier, rate, base, product, rounding, version, clause and interpretation', async () => {
  const { code, out } = await bylaw(ask, { stdin: sales('110%') });
  expect(code).toBe(0);
  const said = [
    'On 2026-10-31',
    'Tier 8 of 9 (100% .. 120%)',
    'Rate (commission.head.rate) = 4%',
    'Net sales (sales.net) = 80000.00 CNY',
    '4% × 80000.00 CNY = 3200.00 CNY',
    'to steps of 0.01 CNY',
    'version 1, in force from 2023-01-01',
    'O-1.3.3.3  Commission of the department head by target completion',
    'commission.head#between-100-and-120',
    'No rate above 100 % and below 120 %. → The tier of 81 to 100 % goes on.',
  ];
  expect(said.filter((text) => !out.includes(text))).toEqual([]);
});

test('the same in Chinese', async () => {
  const { out } = await bylaw([...ask, '--lang', 'zh'], { stdin: sales('110%') });
  const said = [
    '第 8 档（共 9 档） (100% .. 120%)',
    '比率（commission.head.rate） = 4%',
    '净销售额（sales.net） = 80000.00 CNY',
    '4% × 80000.00 CNY = 3200.00 CNY',
    '0.01 CNY',
    '第 1 版，自2023-01-01起施行',
    'O-1.3.3.3  部门主管按部门目标完成率提成',
    'commission.head#between-100-and-120',
    '超过100%不足120%没有比率。 → 沿用81%至100%一档。',
  ];
  expect(said.filter((text) => !out.includes(text))).toEqual([]);
});

test('machines get the tree', async () => {
  const ran = await bylaw([...ask, '--json', '--lang', 'zh'], { stdin: sales('110%') });
  expect(json<object>(ran)).toMatchObject({
    outcome: { decision: 'commission.head.amount', value: '3200.00 CNY' },
    title: '金额',
    policy: { version: 1, from: '2023-01-01' },
    steps: [
      { step: 'decision', name: 'commission.head.rate', explanation: { steps: [{ step: 'tier', value: '4%' }] } },
      { step: 'decision', name: 'sales.net' },
      { step: 'expression', filled: '4% × 80000.00 CNY' },
      { step: 'rounding', unit: '0.01 CNY' },
    ],
    clauses: { 'O-1.3.3.3': '部门主管按部门目标完成率提成' },
  });
});

test('what another part of the handbook says otherwise is told, in words and to machines', async () => {
  const contradictions = `contradictions:
  - id: rates
    sides: [{ policy: commission.head, clause: O-1.3.3.3 }, { policy: commission.promoter, clause: O-1.3.3.2 }]
    says: { en: Which rate?, zh: 何种比率？ }
`;
  const cwd = handbookWith({ 'handbook.yaml': (text) => text + contradictions });
  const told = async (...more: readonly string[]): Promise<Ran> =>
    bylaw([...ask, ...more], { cwd, stdin: sales('110%') });
  const { out } = await told();
  expect(out).toContain(`Other parts of the handbook say otherwise
  rates: Which rate?
    → O-1.3.3.2 `);
  expect(out).toContain('(commission.promoter)');
  expect((await told('--lang', 'zh')).out).toContain('手册其他部分另有规定\n  rates: 何种比率？\n');
  expect(json<object>(await told('--json'))).toMatchObject({
    contradictions: [{ id: 'rates', says: 'Which rate?', elsewhere: [{ policy: 'commission.promoter' }] }],
    clauses: { 'O-1.3.3.2': expect.any(String) as string },
  });
  expect(json<object>(await bylaw([...ask, '--json'], { stdin: sales('110%') }))).toMatchObject({ contradictions: [] });
});

test('what cannot be answered is explained, too', async () => {
  const open = await bylaw([...ask, '--source-only'], { stdin: sales('110%') });
  expect(open.code).toBe(0);
  expect(open.out).toContain(
    'By the source alone this is undetermined (commission.head#between-100-and-120, O-1.3.3.3): No rate',
  );
  const unknown = await bylaw(['explain', 'commission.head.amont', '--at', '2026-10-31']);
  expect(unknown.code).toBe(1);
  expect(unknown.out).toContain('Did you mean “commission.head.amount”?');
});

const uneven = JSON.stringify({
  'sales.ordered': '6000013 CNY',
  'sales.returned': '0 CNY',
  'sales.target': '6311111 CNY',
});

test('a quotient that does not end is told as people read amounts, and exactly to machines', async () => {
  const said = await bylaw(ask, { stdin: uneven });
  expect(said.out).toContain('≈ 95.07% (exactly 6000013/6311111), worked out from other facts');
  expect(said.out).not.toContain('* 100%');
  expect((await bylaw([...ask, '--lang', 'zh'], { stdin: uneven })).out).toContain(
    '≈ 95.07%（精确值 6000013/6311111）',
  );
  expect((await bylaw([...ask, '--json'], { stdin: uneven })).out).toContain('"6000013/6311111 * 100%"');
});

test('ordinary readings that bear on the answer are listed: of its policies, of its clauses, and general ones', async () => {
  const { out } = await bylaw(ask, { stdin: sales('110%') });
  const [, listed = ''] = out.split('Ordinary readings (conventions)\n');
  expect(listed).toContain(
    '  handbook#whole-amount (O-1.3.3.3, proposed)\n' + // the clauses of the other two groups are of other answers
      '    Is the rate for the whole month or for the slice above the limit?\n' +
      '    → For the whole net sales of the month.\n',
  );
  expect(listed).toContain('handbook#adoption-date (proposed)');
  expect(listed).toMatch(/^ {2}sales#/m);
  expect(listed).not.toContain('commission.head#between');
  expect(listed).not.toMatch(/^ {2}deal#/m);
  expect(out).toContain('\n  O-1.3.3.3  Commission of the department head');
  expect(out).not.toContain('O-1.3.3.1');
  const chinese = await bylaw([...ask, '--lang', 'zh'], { stdin: sales('110%') });
  expect(chinese.out).toContain('通常理解（惯例）\n');
  expect(chinese.out).toContain('handbook#adoption-date （拟定）');
  const machines = json<{ readonly conventions: readonly object[] }>(
    await bylaw([...ask, '--json'], { stdin: sales('110%') }),
  );
  expect(machines.conventions).toContainEqual(
    expect.objectContaining({ id: 'handbook#whole-amount', status: 'proposed' }),
  );
});

test('what is read by a convention is not said to rest on nothing', async () => {
  const marked = (text: string): string =>
    text.replace('value: sales.ordered - sales.returned', '$&\n        rests-on: [net-base, handbook#whole-amount]');
  const handbook = handbookWith({ 'pay/sales.yaml': marked });
  const net = ['explain', 'sales.net', '--facts', '-', '--at', '2026-10-31', '--handbook', handbook];
  const english = await bylaw(net, { stdin: sales('110%') });
  expect(english.out).toContain('Read as is usual, by convention sales#net-base (proposed)');
  expect(english.out).toContain('by convention handbook#whole-amount (proposed)');
  expect(english.out).not.toContain('does not rest on');
  expect(english.out).not.toContain('O-1.3.3.1'); // a clause of that convention, not of net sales
  const chinese = await bylaw([...net, '--lang', 'zh'], { stdin: sales('110%') });
  expect(chinese.out).toContain('按惯例sales#net-base理解（拟定）');
});

test('a policy is no decision: its decisions are named', async () => {
  const { code, out } = await bylaw(['explain', 'commission.head', '--at', '2026-10-31']);
  expect(code).toBe(1);
  expect(out).toContain('“commission.head” is a policy, not a decision.');
  expect(out).toContain('commission.head.rate, commission.head.amount');
});

test('a local name is explained by its title', async () => {
  const facts = '{"site.runs-smoothly": true, "plan.completion": "76%"}';
  const told = await bylaw(['explain', 'pay.promoter.performance', '--facts', '-', '--lang', 'zh'], { stdin: facts });
  expect(told.out).toContain('建设期按全额发放（pay.promoter.build-up） = 否');
});

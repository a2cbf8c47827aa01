import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bylaw, folder, handbookWith, home, json, sales } from './terminal.ts';

interface Outcome {
  readonly decision: string;
  readonly status: string;
  readonly value?: string;
  readonly flags: readonly string[];
  readonly reasons: readonly Readonly<Record<string, string>>[];
  readonly version: number;
  readonly error?: { readonly code: string; readonly message: string };
}

const asks = ['eval', 'commission.head.amount', '--facts', '-', '--json', '--at', '2026-10-31'];
const between = 'commission.head#between-100-and-120';

test('an outcome has the form that others rely on', async () => {
  const ran = await bylaw(['eval', 'commission.head.amount', 'commission.head.rate', ...asks.slice(2)], {
    stdin: sales('110%'),
  });
  expect(ran).toMatchObject({ code: 0, err: '' });
  const common = { status: 'determined', flags: [between], reasons: [], policy: 'commission.head', version: 1 };
  expect(json(ran)).toEqual([
    { decision: 'commission.head.amount', value: '3200.00 CNY', type: 'money(CNY)', cites: ['O-1.3.3.3'], ...common },
    { decision: 'commission.head.rate', value: '4%', type: 'percent', cites: ['O-1.3.3.3'], ...common },
  ]);
});

test.each(['explaining', 'compiled'])(
  'between two tiers a value rests on the interpretation, inside one it does not: %s',
  async (engine) => {
    const ask = async (completion: string, ...more: readonly string[]): Promise<Outcome | undefined> =>
      json<readonly Outcome[]>(await bylaw([...asks, '--engine', engine, ...more], { stdin: sales(completion) }))[0];
    expect(await ask('110%')).toMatchObject({ status: 'determined', value: '3200.00 CNY', flags: [between] });
    const open = await ask('110%', '--source-only');
    expect(open).toMatchObject({
      status: 'undetermined',
      flags: [],
      reasons: [{ code: 'interpretation', gap: between }],
    });
    expect(open).not.toHaveProperty('value');
    const plain = { status: 'determined', value: '3200.00 CNY', flags: [], reasons: [] };
    expect(await ask('95%')).toMatchObject(plain);
    expect(await ask('95%', '--source-only')).toMatchObject(plain);
  },
);

test('an error says why and gives exit code 1, an undetermined outcome does not', async () => {
  const unknown = await bylaw([...asks, 'commission.head.amont'], { stdin: sales('95%') });
  expect(unknown.code).toBe(1);
  expect(json<readonly Outcome[]>(unknown)[1]).toMatchObject({
    status: 'error',
    version: 0,
    error: { code: 'decision/unknown', message: expect.stringContaining('commission.head.amount') as string },
  });
  for (const title of ['部门主管提成', "head's commission"]) {
    const [outcome] = json<readonly Outcome[]>(await bylaw(['eval', title, ...asks.slice(2)], { stdin: sales('95%') }));
    expect(outcome?.error?.message).toContain('commission.head.amount');
  }
  const bare = await bylaw(asks, { stdin: '{"sales.completion": 0.85}' });
  expect(bare.code).toBe(1);
  expect(json<readonly Outcome[]>(bare)[0]?.error).toMatchObject({
    code: 'fact/needs-unit',
    message: expect.stringMatching(/0\.85%.*85%/) as string,
  });
  const open = await bylaw(asks, { stdin: '{"sales.completion": null}' });
  expect(open.code).toBe(0);
  expect(json<readonly Outcome[]>(open)[0]?.reasons).toContainEqual({
    code: 'missing-fact',
    fact: 'sales.ordered',
    text: '“Orders of the month over all shops” (sales.ordered) is not given.',
  });
});

test('people get a table with notes, in their language', async () => {
  const args = ['eval', 'commission.head.amount', 'sales.net', '--facts', '-', '--at', '2026-10-31'];
  const english = await bylaw(args, { stdin: sales('110%') });
  expect(english.out).toMatchInlineSnapshot(`
    "On 2026-10-31

    commission.head.amount   3200.00 CNY  [1]
    sales.net               80000.00 CNY

    [1] commission.head#between-100-and-120 (O-1.3.3.3, proposed)
        No rate above 100 % and below 120 %.
        → The tier of 81 to 100 % goes on.
    "
  `);
  const chinese = await bylaw([...args, '--source-only'], { stdin: sales('110%'), env: { LANG: 'zh_CN.UTF-8' } });
  expect(chinese.out).toMatchInlineSnapshot(`
    "2026-10-31，仅按原文

    commission.head.amount          未定
      仅按原文未定（commission.head#between-100-and-120，O-1.3.3.3）：超过100%不足120%没有比率。
    sales.net               80000.00 CNY
    "
  `);
});

test('the date is today where the handbook is at home, and is told', async () => {
  const setting = { stdin: '{}', now: '2022-12-31T17:00:00Z' };
  const ran = await bylaw(['eval', 'sales.net', '--facts', '-', '--json'], setting);
  expect(ran.err).toBe('On 2023-01-01 (today)\n');
  expect(json<readonly Outcome[]>(ran)[0]?.version).toBe(1);
});

test('the date and what was known pick the version', async () => {
  const dir = handbookWith({
    'pay/commission.head.yaml': (text) =>
      text
        .replace('version: 1', 'version: 2')
        .replace('effective: { from: 2023-01-01 }', 'effective: { from: 2027-01-01 }')
        .replace('published: 2022-12-20', 'published: 2026-12-01\nbecause: { en: More., zh: 提高。 }')
        .replace('rate: 5%', 'rate: 5.5%'),
  });
  mkdirSync(join(dir, 'pay', 'history'));
  cpSync(join(home, 'policies/pay/commission.head.yaml'), join(dir, 'pay', 'history', 'commission.head.v1.yaml'));
  const ask = async (...dates: readonly string[]): Promise<Outcome | undefined> =>
    json<readonly Outcome[]>(
      await bylaw(['eval', 'commission.head.rate', '--facts', '-', '--json', '--handbook', dir, ...dates], {
        stdin: '{"sales.completion": "120%"}',
      }),
    )[0];
  expect(await ask('--at', '2026-12-31')).toMatchObject({ value: '5%', version: 1 });
  expect(await ask('--at', '2027-01-01')).toMatchObject({ value: '5.5%', version: 2 });
  expect(await ask('--at', '2027-01-01', '--known', '2026-11-30')).toMatchObject({ value: '5%', version: 1 });
  expect(await ask('--at', '2022-12-31')).toMatchObject({
    status: 'undetermined',
    reasons: [{ code: 'no-version', text: 'No version of commission.head is in force on 2022-12-31.' }],
  });
  expect(await ask('--at', '2026-10-31', '--known', '2020-01-01')).toMatchObject({
    reasons: [{ text: 'No version of commission.head is in force on 2026-10-31 as published by 2020-01-01.' }],
  });
});

test('a policy that cannot be read makes its decisions, and those that read them, errors', async () => {
  const dir = handbookWith({ 'pay/sales.yaml': (text) => text.replace('kind: formula', 'kind: formula\nx: [') });
  const ran = await bylaw(
    ['eval', 'sales.net', 'commission.head.amount', '--facts', '-', '--json', '--handbook', dir],
    {
      stdin: sales('95%'),
    },
  );
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('“bylaw check”');
  const outcomes = json<readonly Outcome[]>(ran);
  expect(outcomes.map(({ status, error }) => [status, error?.code])).toEqual([
    ['error', 'yaml/bracket'],
    ['error', 'yaml/bracket'],
  ]);
});

test('facts that cannot be meant are refused before anything is asked', async () => {
  const dir = folder();
  writeFileSync(join(dir, 'latin.json'), Buffer.from([0x7b, 0xe9, 0x7d]));
  const refused = async (facts: string, stdin = ''): Promise<string> => {
    const ran = await bylaw(['eval', 'sales.net', '--at', '2026-10-31', '--facts', facts, '--json'], { stdin });
    expect(ran).toMatchObject({ code: 2, out: '' });
    return ran.err;
  };
  expect(await refused('-', '{"sales.orderd": "1 CNY"}')).toContain('Did you mean “sales.ordered”?');
  expect(await refused('-', '{"sales.ordered": "1 CNY",\n "sales.ordered": "2 CNY"}')).toContain('<stdin>:2:2: ');
  expect(await refused('-', '{"sales.ordered": ')).toContain('JSON');
  expect(await refused(join(dir, 'none.json'))).toContain('There is no file');
  expect(await refused(join(dir, 'latin.json'))).toContain('UTF-8');
});

test('facts may be named by their other name, and a mark in front of the file is no matter', async () => {
  const path = join(folder(), '事实.json');
  writeFileSync(path, '\uFEFF{"下单金额": "８８０００元", "退货金额": "8000 CNY"}');
  const ran = await bylaw(['eval', 'sales.net', '--facts', path, '--json', '--at', '2026-10-31']);
  expect(json<readonly Outcome[]>(ran)[0]).toMatchObject({ value: '80000.00 CNY' });
});

test('a month stands for its last day', async () => {
  const asked = asks.slice(0, -2);
  const october = await bylaw([...asked, '--period', '2026-10'], { stdin: sales('110%') });
  expect(october).toMatchObject({ code: 0, err: '' });
  expect(json(october)).toMatchObject([{ status: 'determined', version: 1 }]);
  const none = await bylaw([...asked, '--period', '2026-13'], { stdin: sales('110%') });
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining('2026-13') as string });
  expect(await bylaw([...asks, '--period', '2026-10'], { stdin: sales('110%') })).toMatchObject({ code: 2 });
});

describe.each(['explaining', 'compiled'])('why there is no value: %s', (engine) => {
  const why = async (
    decision: string,
    facts: object,
    language = 'en',
    dir = 'policies',
  ): Promise<readonly string[] | undefined> => {
    const args = [
      'eval',
      decision,
      '--facts',
      '-',
      '--json',
      '--at',
      '2026-10-31',
      '--handbook',
      dir,
      '--engine',
      engine,
    ];
    const ran = await bylaw([...args, '--lang', language], { stdin: JSON.stringify(facts) });
    return json<readonly Outcome[]>(ran)[0]?.reasons.map(({ text = '' }) => text);
  };
  const sold = { 'sales.ordered': '1 CNY', 'sales.returned': '0 CNY' };

  test('a fact that would follow from others says which would do instead', async () => {
    const rate = 'commission.head.rate';
    expect(await why(rate, sold)).toEqual([
      '“Completion of the sales target” (sales.completion) is not given: give it, or give “Sales target of the month” (sales.target).',
    ]);
    expect((await why(rate, {}))?.[0]).toMatch(
      /give “[^”]+” \(sales\.ordered\), “[^”]+” \(sales\.returned\) and “[^”]+” \(sales\.target\)\.$/,
    );
    expect((await why(rate, sold, 'zh'))?.[0]).toMatch(
      /（sales\.completion）：请提供，或提供“当月销售目标”（sales\.target）。$/,
    );
  });

  test('and says so when it does not follow for another reason', async () => {
    const dir = handbookWith({
      'vocabulary/pay.yaml': (text) => text.replace('range: "> 0 CNY"', 'range: ">= 0 CNY"'),
    });
    const [said] = (await why('commission.head.rate', { ...sold, 'sales.target': '0 CNY' }, 'en', dir)) ?? [];
    expect(said).toBe(
      '“Completion of the sales target” (sales.completion) is not given, and does not follow from other facts: It would be divided by a number that is not above 0.',
    );
  });
});

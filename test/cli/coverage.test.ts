import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, handbookWith, json } from './terminal.ts';

interface Told {
  readonly total: Readonly<Record<string, { readonly covered: number; readonly of: number }>>;
  readonly source: readonly { readonly name: string }[];
  readonly clauses: readonly {
    readonly clause: string;
    readonly covered: { readonly is: string; readonly why?: string };
    readonly issues: readonly { readonly unknown: readonly string[] }[];
  }[];
}

const uncovered = ({ clauses }: Told): readonly string[] =>
  clauses.flatMap(({ clause, covered }) => (covered.is === 'missing' ? [clause] : []));

test('a policy file that is gone leaves its clauses and answers open, by name', async () => {
  const dir = handbookWith();
  const argv = ['coverage', 'O-1.4', '--json', '--handbook', dir];
  const before = json<Told>(await bylaw(argv));
  expect(uncovered(before)).toEqual([]);
  rmSync(join(dir, 'pay/deal.yaml'));
  const ran = await bylaw(argv);
  const after = json<Told>(ran);
  expect(ran.code).toBe(1);
  expect(uncovered(after)).toEqual(['O-1.4.3', 'O-1.4.4a', 'O-1.4.4b']);
  expect(after.clauses.flatMap(({ issues }) => issues.flatMap(({ unknown }) => unknown))).toContain(
    'deal#calendar-days',
  );
});

test('what is missing stands with its place, in both languages', async () => {
  const dir = handbookWith();
  rmSync(join(dir, 'pay/fund.activity.yaml'));
  const argv = ['coverage', 'O-1.3.3.4', '--missing', '--handbook', dir];
  const en = await bylaw(argv);
  expect(en.code).toBe(1);
  expect(en.out).toMatch(/O\.yaml:\d+:9 O-1\.3\.3\.4 executable clause “.*”: no policy that can be read cites it\./u);
  expect(en.out).toMatch(/figure \S+ \(.*%.*\) of “.*”: no policy cites the clause\./u);
  expect(en.out).toMatch(/issue \S+ of “.*”: nobody recorded fund\.activity#/u);
  const zh = await bylaw([...argv, '--lang', 'zh']);
  expect(zh.out).toContain('没有可读取的制度引用它');
});

test('a whole part of the registers exits with 0', async () => {
  expect(await bylaw(['coverage', 'O-1.3.1'])).toMatchObject({ code: 0, err: '' });
});

test('a register that cannot be read is told, and nothing is called whole', async () => {
  const dir = handbookWith({ 'sources/O.yaml': (text) => text.replace('form: record', 'form: recorded') });
  const ran = await bylaw(['coverage', '--handbook', dir]);
  expect(ran).toMatchObject({ code: 1 });
  expect(ran.err).toContain('The register sources/O.yaml is not there or cannot be read');
});

test('a clause that no register has is refused', async () => {
  const ran = await bylaw(['coverage', 'O-1.4.9']);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/No register has a clause “O-1\.4\.9” or one below it\. Did you mean “O-1\.4\./u);
});

const service = 'pay/commission.customer-service.yaml';
const wrong: readonly (readonly [
  name: string,
  file: string,
  verb: readonly string[],
  change: (text: string) => string,
  en: RegExp,
  zh: RegExp,
])[] = [
  [
    'a citation of a clause that does not exist',
    service,
    ['check'],
    (text) => text.replace('cites: [O-1.3.3.1]', 'cites: [O-1.3.3.11]'),
    /handbook\/unknown-clause\] No register has the clause “O-1\.3\.3\.11”\. Did you mean “O-1\.3\.3\.1”/u,
    /条款登记册中没有“O-1\.3\.3\.11”/u,
  ],
  [
    'a policy in a scope that is not declared',
    service,
    ['check'],
    (text) => text.replace('scope: pay', 'scope: pays'),
    /handbook\/unknown-scope\] The manifest knows no scope “pays”\. Did you mean “pay”\?/u,
    /清单中没有规则体系“pays”/u,
  ],
  [
    'a clause that nobody cites, though cases do',
    'pay/deal.yaml',
    ['coverage', 'O-1.4.4b', '--missing'],
    (text) => text.replaceAll('O-1.4.4b', 'O-1.4.4a'),
    /O-1\.4\.4b executable clause “.*”: no policy that can be read cites it\./u,
    /O-1\.4\.4b 可执行条款“.*”：没有可读取的制度引用它/u,
  ],
  [
    'a figure that changed in the policy and not in the register',
    service,
    ['coverage', 'O-1.3.3.1', '--missing'],
    (text) => text.replaceAll('rate: 2%', 'rate: 3%'),
    /figure from-120 \(2%\) of “.*”: no policy that cites the clause carries “2%”\. Where the policy changed, correct it or the register/u,
    /“.*”的数值 from-120（2%）：引用该条款的制度中没有“2%”。若制度已改动/u,
  ],
];

test.each(wrong)('%s', async (_, file, verb, change, en, zh) => {
  const dir = handbookWith({ [file]: change });
  const argv = [...verb, '--handbook', dir];
  const ran = await bylaw(argv);
  expect(ran.code).toBe(1);
  expect(ran.out + ran.err).toMatch(en);
  const chinese = await bylaw([...argv, '--lang', 'zh']);
  expect(chinese.out + chinese.err).toMatch(zh);
});

test('what the register quotes and no policy says any more is told with the quotation', async () => {
  const dir = handbookWith({
    'sources/O.yaml': (text) => text.replace('from-120: 2%', 'from-120: { figure: 2%, written: no-such-text }'),
  });
  const ran = await bylaw(['coverage', 'O-1.3.3.1', '--missing', '--handbook', dir]);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('says “no-such-text”, by which the register knows it');
});

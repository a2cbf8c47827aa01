import { expect, test } from 'vitest';
import { link } from '../../engine/program/link.ts';
import { causesOf } from '../../engine/review/effect/causes.ts';
import { newTrial } from '../../engine/review/effect/population.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';

const words = `kind: vocabulary
title: { en: Words, zh: 词汇 }
units:
  - { id: can, en: [can, cans], zh: [罐], whole: true }
  - { id: box, en: [box, boxes], zh: [箱], whole: true }
facts:
  net: { type: money, range: ">= 0 CNY", title: { en: Net, zh: 净额 } }
  years: { type: number, range: ">= 0", title: { en: Years, zh: 年限 } }
`;

const head = (policy: string, kind: string, version = 1): string => `policy: ${policy}
kind: ${kind}
version: ${String(version)}
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: ${policy}, zh: ${policy} }
`;

const texts: Readonly<Record<string, string>> = {
  'handbook.yaml': smallManifest,
  'words.yaml': words,
  'set.yaml': `${head('set', 'parameters')}parameters:
  pay.base: { title: { en: Base pay, zh: 底薪 }, scope: shop, owner: head, type: money, value: 3000 CNY }
`,
  'age.yaml': `${head('age', 'table')}scope: shop
hit: unique
columns: { years: years }
outputs: { extra: { title: { en: Extra, zh: 工龄 }, type: money } }
rows:
  - { years: "< 1", extra: 0 CNY }
  - { years: "[1 .. 3)", extra: 100 CNY }
  - { years: ">= 3", extra: 300 CNY }
`,
  'pay.yaml': `${head('pay', 'formula')}scope: shop
decisions:
  bonus:
    title: { en: Bonus, zh: 奖金 }
    value: if net >= 1000 CNY then net * 10% else 0 CNY
  total: { title: { en: Total, zh: 合计 }, value: pay.base + age.extra + bonus }
  goods: { title: { en: Goods, zh: 实物 }, value: 3 cans }
`,
};

type Changes = Readonly<Record<string, readonly [find: string, replace: string]>>;

function programWith(changes: Changes): ReturnType<typeof link> {
  const changed = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const [find = '', replace = ''] = changes[name] ?? [];
      if (find !== '' && !text.includes(find)) throw new Error(`${find} is not in ${name}`);
      return [name, find === '' ? text : text.replace(find, replace)];
    }),
  );
  const handbook = handbookOf(changed);
  const [wrong] = handbook.diagnostics.filter(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(`${wrong.span.file}: ${wrong.message.en}`);
  return link(handbook, { at: '2026-10-31' });
}

const before = programWith({});

test.each<[string, Changes, readonly string[]]>([
  [
    'a parameter',
    { 'set.yaml': ['3000 CNY', '3200 CNY'] },
    ['Total (pay.total): Base pay (pay.base) is 3000.00 CNY → Base pay (pay.base) is 3200.00 CNY'],
  ],
  [
    'a row',
    { 'age.yaml': ['300 CNY', '350 CNY'] },
    ['Extra (age.extra): row 3 (Years >= 3) gives 300.00 CNY → row 3 (Years >= 3) gives 350.00 CNY'],
  ],
  ['a formula', { 'pay.yaml': ['net * 10%', 'net * 12%'] }, ['Bonus (pay.bonus): Net × 10% → Net × 12%']],
  [
    'a branch',
    { 'pay.yaml': ['net >= 1000 CNY', 'net >= 9000 CNY'] },
    ['Bonus (pay.bonus): Net ≥ 1000.00 CNY holds; Net × 10% → Net ≥ 9000.00 CNY does not hold'],
  ],
  [
    'a version',
    { 'age.yaml': ['version: 1', 'version: 2'], 'set.yaml': ['3000 CNY', '3001 CNY'] },
    ['Total (pay.total): Base pay (pay.base) is 3000.00 CNY → Base pay (pay.base) is 3001.00 CNY'],
  ],
])('the cause is %s', (_, changes, causes) => {
  const given = { net: '5000 CNY', years: '4' };
  const after = programWith(changes);
  const sides = [before, after].map((program) => ({ program, facts: readFacts(program, given) }));
  const [was, is] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const found = causesOf({ decision: 'pay.total', sourceOnly: false }, was, is);
  expect(found.map(({ en }) => en)).toEqual(causes);
});

test('amounts in two units are not compared, and that is said', () => {
  const after = programWith({ 'pay.yaml': ['value: 3 cans', 'value: 3 boxes'] });
  const trial = newTrial<string>({ before, after }, [{ decision: 'pay.goods', sourceOnly: false }], ['net', 'years']);
  trial.addTexts({ line: 2, source: 'a', texts: ['1 CNY', '1'] });
  const [effect] = trial.effects((source) => source);
  expect(effect).toMatchObject({
    typeBefore: 'quantity(can)',
    type: 'quantity(box)',
    changed: 1,
    values: [{ from: '3 cans', to: '3 boxes', rows: 1 }],
  });
  expect(effect?.amounts).toBeUndefined();
});

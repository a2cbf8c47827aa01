import { expect, test } from 'vitest';
import { decode } from '../../engine/shape/decode.ts';
import { validate } from '../../engine/shape/validate.ts';
import { nodesOf, sample, validator } from './sample.ts';

const text = `policy: a.b
version: 3
published: 2028-02-29
title: { en: A, zh: 甲 }
note: "free: text"
closed: true
mode: graduated
by: sales.net / 2
range: "[0 .. 10]"
cites: [O-1, O-2]
owner: { unstated: nobody }
tiers:
  - { in: "[0% .. 30%)", rate: 12.50 CNY }
  - in: any
    rate: { value: 5%, rests-on: x }
    rests-on: [y, z]
  - { in: ">= 30%", rate: { left-to: { by: head, allowed: "{1, 2}" } } }
define: { b: 1 + 1, a: true }
rows:
  - { colour: 5, rests-on: x, size: { value: 6 } }
given:
  list: [{ completion: 30% }, { completion: 0.5 }]
  quoted: "[a, b]"
expect: [{ a: b }, c]
`;

test('a file is decoded to what its shape promises', () => {
  const { value, diagnostics } = decode(sample, nodesOf(text), text);
  expect(diagnostics).toEqual([]);
  expect(validate(validator, sample, nodesOf(text), text)).toEqual([]);
  if (value === undefined) throw new Error('not decoded');
  const written = (span: { readonly start: number; readonly end: number }) => text.slice(span.start, span.end);

  expect(value.policy.text).toBe('a.b');
  expect(written(value.policy.span)).toBe('a.b');
  expect(written(value.span)).toBe('policy: a.b');
  expect(value).toMatchObject({
    version: 3,
    published: { iso: '2028-02-29' },
    title: { en: 'A', zh: '甲' },
    note: 'free: text',
    closed: true,
    mode: 'graduated',
    by: { syntax: 'binary', operator: '/' },
    range: { text: '[0 .. 10]' },
    cites: [{ text: 'O-1' }, { text: 'O-2' }],
    owner: { form: 'unstated', value: { unstated: { text: 'nobody' } } },
    define: [{ key: { text: 'b' } }, { key: { text: 'a' }, value: { syntax: 'boolean', truth: true } }],
  });

  const [first, second, third] = value.tiers!;
  expect(first).toMatchObject({
    in: { cell: 'interval', low: { open: false }, high: { open: true } },
    rate: { form: 'plain', value: { syntax: 'amount', digits: '12.50', unit: 'CNY' } },
  });
  expect(first).not.toHaveProperty('rests-on');
  expect(second!.rate).toMatchObject({
    form: 'value',
    value: { value: { syntax: 'percent', digits: '5' }, 'rests-on': [{ text: 'x' }] },
  });
  expect(written(second!.rate.value.span)).toBe('rate');
  expect(written(second!.span)).toBe('in: any');
  expect(second!['rests-on']!.map((word) => word.text)).toEqual(['y', 'z']);
  expect(third!.rate).toMatchObject({ form: 'left-to', value: { 'left-to': { by: { text: 'head' } } } });

  const [row] = value.rows!;
  expect(row!['rests-on']!.map((word) => word.text)).toEqual(['x']);
  expect(row!.others).toMatchObject([
    { key: { text: 'colour' }, value: { form: 'plain', value: { syntax: 'number', digits: '5' } } },
    { key: { text: 'size' }, value: { form: 'value' } },
  ]);

  const [list, quoted] = value.given!;
  const completion = (digits: string, syntax: string) => ({
    syntax: 'record',
    fields: [{ name: 'completion', value: { syntax, digits } }],
  });
  expect(list!.value).toMatchObject({
    syntax: 'list',
    items: [completion('30', 'percent'), completion('0.5', 'number')],
  });
  expect(quoted!.value).toMatchObject({ syntax: 'list', items: [{ name: 'a' }, { name: 'b' }] });
  expect(value.expect).toMatchObject({ yaml: 'list' });
});

test('structure and expressions are told at once, in the order of the file', () => {
  const broken = 'policy: a\nvresion: 1\nby: 1 +\npublished: 2026-02-30\nmode: slab\n';
  const { value, diagnostics } = decode(sample, nodesOf(broken), broken);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code.replace(/^expression\/.*/, 'expression'))).toEqual([
    'shape/unknown-key',
    'expression',
    'shape/no-such-day',
  ]);
  expect(diagnostics.at(-1)!.message).toEqual({
    en: 'There is no day 2026-02-30 in the calendar.',
    zh: '日历中没有2026-02-30这一天。',
  });
});

test('an expression that does not parse leaves the rest readable', () => {
  const broken = 'policy: a\nby: 1 +\n';
  const { value, diagnostics } = decode(sample, nodesOf(broken), broken);
  expect(diagnostics).toHaveLength(1);
  expect(value?.policy.text).toBe('a');
});

test('what validation has not seen is told by decoding', () => {
  const lacking = 'polcy: a\ntiers: [{ in: any }]\n';
  const { value, diagnostics } = decode(sample, nodesOf(lacking), lacking);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['shape/unknown-key', 'shape/missing-key']);
});

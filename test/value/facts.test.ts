import { describe, expect, test } from 'vitest';
import type { Value } from '../../engine/ir/value.ts';
import { unusable } from '../../engine/value/failures.ts';
import { parseFactsJson } from '../../engine/value/facts-json.ts';
import { readFacts, type Facts } from '../../engine/value/facts.ts';
import { printValue } from '../../engine/value/print.ts';
import { programWith } from '../support/ir.ts';

const program = programWith([]);

const codes = (facts: Facts): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(facts.values).map(([name, value]) => [
      name,
      value.is === 'invalid' ? value.code : printValue(value, program),
    ]),
  );

const fromJson = (text: string): Facts => {
  const parsed = parseFactsJson(text);
  if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message.en);
  return readFacts(program, parsed.raw);
};

describe('reading facts', () => {
  test('what a list holds and cannot be used says where it stands, in both languages', () => {
    const people = readFacts(program, { people: [{ score: '5' }, { score: 'x' }] }).values['people'];
    const second = people?.is === 'list' ? people.items[1] : undefined;
    const score = second?.is === 'record' ? second.fields['score'] : undefined;
    if (score?.is !== 'invalid') throw new Error('it reads');
    const { message } = unusable(score, { file: '', start: 0, end: 0 });
    expect(message.en).toMatch(/^people \(people\[2\]\.score\): “x” is not /u);
    expect(message.zh).toMatch(/^people（中）（people\[2\]\.score）：“x”不是/u);
  });

  test('by name and alias, each by its type; null is absent', () => {
    const facts = readFacts(program, { n: '5', 完成率: '85%', m: null, a: null, b: true });
    expect(codes(facts)).toEqual({ n: '5', share: '85%', b: 'true' });
    expect(facts.unknown).toEqual([]);
  });

  test('the empty text is a text, and no value of another type', () => {
    const { values } = readFacts(program, { word: '', n: '', share: '' });
    expect(values['word']).toEqual({ is: 'text', text: '' });
    expect(values['n']).toMatchObject({ is: 'invalid', code: 'fact/wrong-type' });
    expect(values['share']).toMatchObject({ is: 'invalid' });
  });

  test('a name that is no fact is told, with what was probably meant', () => {
    const { unknown, values } = readFacts(program, { shaer: '85%', toString: '1' });
    expect(values).toEqual({});
    expect(unknown.map(({ code }) => code)).toEqual(['fact/unknown', 'fact/unknown']);
    expect(unknown[0]?.message.en).toContain('“share”');
    expect(unknown[0]?.message.zh).toContain('“share”');
  });

  test('the same fact under two names is not resolved by order', () => {
    expect(codes(readFacts(program, { share: '1%', 完成率: '2%' }))).toEqual({ share: 'fact/given-twice' });
  });

  test.each([
    ['pay', '-0.01 CNY', 'fact/out-of-range'],
    ['pay', '0 CNY', '0.00 CNY'],
    ['pay', '0.001 CNY', 'fact/too-many-decimals'],
    ['pay', '0.010 CNY', '0.01 CNY'],
    ['whole', '3.5', 'fact/not-whole'],
    ['whole', '3.0', '3'],
    ['numbers', true, 'fact/wrong-type'],
    ['word', { source: '12' }, 'fact/wrong-type'],
    ['word', false, 'fact/wrong-type'],
    ['n', ['1'], 'fact/wrong-type'],
    ['n', { x: '1' }, 'fact/wrong-type'],
    ['numbers', [{ source: '1' }, '2'], '[1, 2]'],
    ['numbers', [null], 'fact/wrong-type'],
    ['people', [{ score: { source: '5' }, late: true, pay: null }], '[{score: 5, late: true}]'],
    ['people', [{ since: '2026-02-30', name: 'x y' }], '[{name: "x y", since: fact/no-such-day}]'],
    ['people', [{ scor: '5' }], 'fact/unknown-field'],
    ['people', '[{score: 5}, {name: b}]', '[{score: 5}, {name: b}]'],
  ] as const)('%s: %o', (name, raw, expected) => {
    expect(codes(readFacts(program, { [name]: raw }))).toEqual({ [name]: expected });
  });

  test('a message names the fact, in both languages', () => {
    const { values } = readFacts(program, { pay: '-1 CNY' });
    const { message } = values['pay'] as Extract<Value, { is: 'invalid' }>;
    expect(message).toEqual({
      en: 'pay (pay): -1.00 CNY is out of range; expected is >= 0 CNY.',
      zh: 'pay（中）（pay）：-1.00 CNY 超出范围，应为 >= 0 CNY。',
    });
  });
});

describe('facts from JSON', () => {
  test('numbers keep their source text', () => {
    expect(codes(fromJson('{"n": 0.1000000000000000000001, "m": 12345678901234567890}'))).toEqual({
      n: '0.1000000000000000000001',
      m: '12345678901234567890',
    });
  });

  test('a bare number for a percent is refused', () => {
    expect(codes(fromJson('{"share": 0.85, "pay": 500}'))).toEqual({
      share: 'fact/needs-unit',
      pay: 'fact/needs-unit',
    });
  });

  test('an exponent is refused rather than computed', () => {
    expect(codes(fromJson('{"n": 1e3}'))).toEqual({ n: 'fact/wrong-type' });
  });

  test.each([
    ['{"n": 1, "\\u006e": 2}', 'facts/key-twice'],
    ['{"people": [{"score": 1, "score": 2}]}', 'facts/key-twice'],
    ['{"__proto__": 1}', 'facts/forbidden-key'],
    ['{"people": [{"constructor": 1}]}', 'facts/forbidden-key'],
    ['[1]', 'facts/no-object'],
    ['5', 'facts/no-object'],
    ['{"n": }', 'facts/syntax'],
    ['{"n": 1', 'facts/syntax'],
    [`{"n": ${'['.repeat(50)}`, 'facts/too-deep'],
    [`{"n": "${'x'.repeat(10_000_001)}"}`, 'facts/too-large'],
  ])('%.40s is refused', (text, code) => {
    expect(parseFactsJson(text)).toMatchObject({ diagnostic: { code, blocks: true } });
  });

  test.each(['x', '1', '\\\\', '\\"'])('the longest text of %s is answered', (part) => {
    const long = part.repeat(Math.floor(9_900_000 / part.length));
    for (const name of ['n', 'pay', 'people'])
      expect(codes(fromJson(`{"${name}": "1${long}"}`))[name]).toMatch(/^fact\//);
  });

  test('the same key in two objects, or as a text, is no double key', () => {
    expect(parseFactsJson('{"people": [{"score": 1}, {"score": 2}], "word": "score\\": 1"}')).not.toHaveProperty(
      'code',
    );
  });
});

describe('what callers get wrong', () => {
  const facts = {
    'sales.ordered': { title: { en: 'Orders of the month', zh: '当月下单' }, type: { is: 'money', currency: 'CNY' } },
    'sales.share': { title: { en: 'Share', zh: '份额' }, type: { is: 'percent' } },
  } as const;
  const handbook = {
    ...program,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [
        name,
        { ...fact, name, alias: [], closed: false, origin: { file: 'x', start: 0, end: 0 } },
      ]),
    ),
  };
  const unknown = (raw: Parameters<typeof readFacts>[1]): string | undefined =>
    readFacts(handbook, raw).unknown[0]?.message.en;

  test('a JavaScript number must be text', () => {
    const value = readFacts(handbook, { 'sales.share': 0.85 as unknown as string }).values['sales.share'];
    expect(value).toMatchObject({ is: 'invalid', code: 'fact/wrong-type' });
    expect(value?.is === 'invalid' ? value.message.en : '').toContain('The number 0.85 is not given as text');
  });

  test.each(['当月下单', 'Orders of the month', 'Orders of the mont'])('the title “%s” leads to the name', (title) => {
    expect(unknown({ [title]: '1 CNY' })).toBe(`There is no fact “${title}”. Did you mean “sales.ordered”?`);
  });

  test('nested facts are told how to be written', () => {
    expect(unknown({ sales: { share: '1%' } })).toContain('write "sales.share"');
    expect(unknown({ sales: { other: '1%' } })).toContain('write "sales.ordered"');
    expect(unknown({ other: { share: '1%' } })).not.toContain('write');
  });
});

test.each([
  ['{"a": 1,\n "b" 2}', 14],
  ['{"a": ', 5],
])('a fault of JSON is placed where the parser stopped: %s', (text, start) => {
  const parsed = parseFactsJson(text);
  expect('diagnostic' in parsed ? parsed.diagnostic : undefined).toMatchObject({
    code: 'facts/syntax',
    span: { start },
  });
});

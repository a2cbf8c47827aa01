/** Whatever stands in a file, reading it gives a bundle or diagnostics, and asking a bundle gives outcomes. */
import { describe, expect, test } from 'vitest';
import { openBundle } from '../../engine/bundle/open.ts';
import { compile } from '../../engine/compile/compile.ts';
import { explain } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';
import { built, refusals, rewritten } from './support.ts';

const words = `kind: vocabulary
title: { en: Words, zh: 词汇 }
enumerations:
  grade: { A: { en: A, zh: 甲 }, B: { en: B, zh: 乙 } }
facts:
  amount: { type: money, title: { en: Amount, zh: 金额 }, range: '[0 CNY .. 1000 CNY]' }
  amounts: { type: list, of: money, title: { en: Amounts, zh: 各金额 } }
  day: { type: date, title: { en: Day, zh: 日期 } }
  late: { type: boolean, title: { en: Late, zh: 迟到 }, closed: true }
`;
const policy = `policy: p
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: P, zh: 制度 }
scope: shop
decisions:
  half: { title: { en: Half, zh: 一半 }, value: amount * 50% }
  more: { title: { en: More, zh: 更多 }, value: 'if half > 10 CNY and not late then max(half + 1 CNY, 3 CNY) else undetermined(open)' }
  all: { title: { en: All, zh: 合计 }, value: 'sum of a * 2 for a in amounts where a > 1 CNY' }
  soon: { title: { en: Soon, zh: 即将 }, value: 'days-between(day, 2026-10-31) <= 7 days' }
  in: { title: { en: In, zh: 在内 }, value: 'amount in [1 CNY .. 5 CNY) or amount is unknown' }
gaps: [{ id: open, says: { en: Open., zh: 未写明。 } }]
`;
const handbook = handbookOf({ 'handbook.yaml': smallManifest, 'words.yaml': words, 'p.yaml': policy });
const small = await built(handbook);

test('the handbook that is spoilt is whole', () => {
  expect(handbook.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual(
    [],
  );
});

const lines = small.split('\n');

describe('what is no bundle says so', () => {
  test.each([
    ['nothing', ''],
    ['a line', '\n'],
    ['no JSON', 'policy: p\n'],
    ['other JSON', '{}\n'],
    ['half a first line', (lines[0] ?? '').slice(0, 60)],
    ['the first line alone', lines[0] ?? ''],
    ['other fields', `${(lines[0] ?? '').replace('"format"', '"fromat"')}\n${lines.slice(1).join('\n')}`],
  ])('%s', async (_, text) => {
    expect(await refusals(text)).toEqual([expect.stringMatching(/^bundle\/(no-bundle|altered)/)]);
  });

  test('a newer format, before anything else of it is believed', async () => {
    expect(await refusals(small.replace('"format":1', '"format":2'))).toEqual([
      'bundle/newer-format: The bundle has format 2, and this engine reads format 1. Update the engine, or build with an older one.',
    ]);
  });

  test('cut off anywhere, or with a byte changed anywhere', async () => {
    const bytes = new TextEncoder().encode(small);
    for (let at = 0; at < bytes.length; at += 97) {
      expect(await refusals(bytes.subarray(0, at))).toHaveLength(1);
      const other = new Uint8Array(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(await refusals(other)).toHaveLength(1);
    }
  });
});

/** What stands at a place of a section in place of what was there. */
const hostile: readonly string[] = [
  'null',
  'true',
  '-1',
  '1e999',
  '0.5',
  '9007199254740993',
  '"__proto__"',
  '"constructor"',
  '"é\\ud800"',
  '[]',
  '{}',
  '{"__proto__":{"en":"x","zh":"x"}}',
  '[["__proto__",[]]]',
  '["unheard-of",0,[0,0]]',
  '"NaN"',
  '"1e5"',
  '"0x10"',
  '4000000000',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
];

test('with anything else in any place it is refused with the place, or every question has an outcome', async () => {
  let [refused, taken] = [0, 0];
  // Each value of each section, which ends before a comma or a bracket.
  const places = [
    ...small
      .slice(small.indexOf('\n'))
      .matchAll(/(?<=[:[,])("(?:[^"\\]|\\.)*"|-?[0-9.]+|true|false|null|\[\]|\{\})(?=[\],}])/g),
  ];
  expect(places.length).toBeGreaterThan(400);
  for (const [i, { index }] of places.entries()) {
    const value = hostile[i % hostile.length] ?? 'null';
    const text = rewritten(small, (content) => {
      const all = `\n${content}`;
      const [was = ''] = places[i] ?? [];
      return (all.slice(0, index) + value + all.slice(index + was.length)).slice(1);
    });
    const found = await openBundle(text);
    if ('diagnostics' in found) {
      refused += 1;
      for (const { code, message, span } of found.diagnostics) {
        expect(code).toMatch(/^bundle\//);
        expect(message.zh).toMatch(/\p{Script=Han}/u);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
      }
      continue;
    }
    taken += 1;
    const program = link(found.bundle, { at: '2026-10-31' });
    const compiled = compile(program);
    const facts = readFacts(program, { amount: '100 CNY', amounts: ['1 CNY', '2 CNY'], day: '2026-10-30' });
    for (const name of Object.keys(program.decisions)) {
      const outcome = compiled.evaluate(name, facts);
      expect(explain(program, name, facts).outcome).toEqual(outcome);
    }
  }
  // Texts may be any texts; most other places may not.
  expect(refused).toBeGreaterThan(taken);
});

test('decimals that no text could hold', async () => {
  for (const decimals of ['4000000000', '101'])
    expect(
      await refusals(
        rewritten(small, (content) => content.replace('"moneyDecimals":2', `"moneyDecimals":${decimals}`)),
      ),
    ).toEqual([expect.stringMatching(/^bundle\/malformed: .*moneyDecimals: expected is at most 100 decimals/)]);
});

test('of a whole handbook too, whose hash was made anew', async () => {
  const text = await built(handbookOf(policyTexts));
  const wrong = rewritten(text, (content) => content.replace('"part":{"decisions"', '"part":{"other":1,"decisions"'));
  const [said] = await refusals(wrong);
  expect(said).toMatch(/^bundle\/malformed: .*line \d+, part: expected is no field “other”/);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PolicyHead } from '../../engine/ir/program.ts';
import { versionAt } from '../../engine/program/timeline.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

type Row = readonly [version: number, from: string, to: string | null, published: string];
interface Line {
  readonly name: string;
  readonly versions: readonly Row[];
  readonly asked: readonly (readonly [at: string, known: string | null, version: number | 'none'])[];
}

const lines = parse(readFileSync(new URL('timeline.yaml', import.meta.url), 'utf8')) as readonly Line[];

const head = ([version, from, to, published]: Row): { head: PolicyHead } => ({
  head: {
    policy: 'p',
    kind: 'formula',
    version,
    from,
    ...(to === null ? {} : { to }),
    published,
    title: { en: 'P', zh: 'P' },
    cites: [],
    file: 'p.yaml',
  },
});

test.each(lines.map((line) => [line.name, line] as const))('%s', (_name, { versions, asked }) => {
  const found = asked.map(([at, known]) => [
    at,
    known,
    versionAt(versions.map(head), at, known ?? undefined)?.head.version ?? 'none',
  ]);
  expect(found).toEqual(asked);
});

const version = (number: number, dates: string, more = ''): string => `policy: p
kind: formula
version: ${String(number)}
effective: { ${dates} }
published: 2022-12-20
title: { en: P, zh: 制度 }
scope: pay
because: { en: Why, zh: 原因 }
${more}decisions: { d: { title: { en: D, zh: 决定 }, value: 1 } }
`;

test.each([
  [
    'a later version covers one that starts later',
    ['from: 2024-01-01', 'from: 2023-01-01'],
    '',
    ['handbook/covers-later'],
  ],
  ['unless it says so', ['from: 2024-01-01', 'from: 2023-01-01'], 'replaces: [1]\n', []],
  ['or ends before', ['from: 2024-01-01', 'from: 2023-01-01, to: 2023-12-31'], '', []],
  [
    'a hole between two versions',
    ['from: 2023-01-01, to: 2023-12-31', 'from: 2024-02-01'],
    '',
    ['handbook/no-version'],
  ],
  ['no hole on the day after', ['from: 2023-01-01, to: 2023-12-31', 'from: 2024-01-01'], '', []],
] as const)('over time: %s', (_name, [first, second], more, codes) => {
  const texts = { ...policyTexts, 'pay/history/p.v1.yaml': version(1, first), 'pay/p.yaml': version(2, second, more) };
  expect(handbookOf(texts).diagnostics.map(({ code }) => code)).toEqual(codes);
});

test('a decision keeps its type over its versions', () => {
  const texts = {
    ...policyTexts,
    'pay/history/p.v1.yaml': version(1, 'from: 2023-01-01'),
    'pay/p.yaml': version(2, 'from: 2024-01-01').replace('value: 1', 'value: 1%'),
  };
  expect(handbookOf(texts).diagnostics.map(({ code }) => code)).toEqual(['handbook/type-changed']);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCases } from '../../engine/cases/run.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { handbookOf, pointedAt } from '../support/policies.ts';

/** What is declared in a small handbook, which codes appear and where they point; or what a decision then comes to. */
interface Declared {
  readonly declared: string;
  readonly words?: string;
  readonly parameters?: string;
  readonly more?: string;
  readonly policy?: string;
  readonly cases?: string;
  readonly expect?: readonly string[];
}

const rows = parse(readFileSync(new URL('declared.yaml', import.meta.url), 'utf8')) as readonly Declared[];

const head = (name: string, kind: string): string =>
  `policy: ${name}\nkind: ${kind}\nversion: 1\neffective: { from: 2023-01-01 }\npublished: 2022-12-20\ntitle: { en: A, zh: 甲 }\nscope: shop\n`;
const manifest = `handbook: h
title: { en: A, zh: 甲 }
revision: 1
languages: [zh]
currency: CNY
time-zone: Asia/Shanghai
rounding: { money: { to: 0.01 CNY, mode: half-up } }
sources: {}
scopes: { shop: { source: S, title: { en: A, zh: 甲 } } }
`;

function textsOf({ words, parameters, more, policy, cases }: Declared): Readonly<Record<string, string>> {
  const files: Readonly<Record<string, string | undefined>> = {
    'handbook.yaml': manifest,
    'words.yaml': words && `kind: vocabulary\ntitle: { en: A, zh: 甲 }\n${words}`,
    'p.yaml': parameters && `${head('p', 'parameters')}parameters:\n${parameters}`,
    'q.yaml': more && `${head('q', 'parameters')}parameters:\n${more}`,
    't.yaml': policy && head('t', 'formula') + policy,
    't.cases.yaml': cases && `cases-of: t\nat: 2026-10-31\ncases:\n${cases}`,
  };
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  );
}

// Most rows declare what nothing reads.
const beside = ['handbook/unused-fact', 'handbook/unused-interpretation'];

describe('what is declared', () => {
  test.each(rows.map((row) => [row.declared, row] as const))('%s', (_, row) => {
    const texts = textsOf(row);
    const handbook = handbookOf(texts);
    const { results, diagnostics } = runCases(handbook, evaluate);
    const found = [...handbook.diagnostics, ...diagnostics].filter(({ code }) => !beside.includes(code));
    const said = found.map((one) => `${one.code} at ${pointedAt(one, texts)}`);
    expect(said.toSorted()).toEqual((row.expect ?? []).toSorted());
    expect(results.flatMap(({ differences }) => differences)).toEqual([]);
    if (row.expect === undefined) expect(results.length).toBeGreaterThan(0);
  });
});

// The declared steps are kept at input; what is computed may lie between them, and falls into the hole.
test('the tiers of a computed fact are checked between the declared steps', () => {
  const tiers = `${head('t', 'tiers')}by: done\nmode: slab\nround: { to: 0.01%, mode: half-up }\ntiers:\n  - { in: "<= 50%", rate: 1% }\n  - { in: ">= 51%", rate: 2% }\n`;
  const rateOf = (more: string): string =>
    `facts:\n  n: { type: percent, range: "> 0%", title: { en: A, zh: 甲 } }\n  done: { type: percent, scale: 0, ${more}title: { en: A, zh: 甲 } }\n`;
  const found = (words: string): readonly string[] =>
    handbookOf({ ...textsOf({ declared: '', words }), 't.yaml': tiers }).diagnostics.map(({ code }) => code);
  expect(found(rateOf(''))).not.toContain('tiers/gap');
  expect(found(rateOf('or-from: n / 3, '))).toContain('tiers/gap');
});

/** Evaluating through a bundle equals evaluating the files. */
import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate, explain } from '../../engine/evaluate/evaluate.ts';
import type { Editions } from '../../engine/program/edition.ts';
import { link } from '../../engine/program/link.ts';
import { linkPeriod } from '../../engine/program/period.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { runCases } from '../../engine/cases/run.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';
import { built, opened } from './support.ts';

const second = (text: string | undefined, from: string): string =>
  (text ?? '')
    .replace(/^version: 1$/m, 'version: 2')
    .replace(/^effective: .*$/m, `effective: { from: ${from} }`)
    .replace(/^published: .*$/m, 'published: 2026-01-15\nbecause: { en: Why, zh: 原因 }');

/** The chapter with a second version of two policies: one whose decisions pass on, and one in which what has begun goes on. */
const amended = (...files: readonly string[]): Readonly<Record<string, string>> => ({
  ...policyTexts,
  ...Object.fromEntries(
    files.flatMap((file) => [
      [file.replace('/', '/history/').replace('.yaml', '.v1.yaml'), policyTexts[file] ?? ''],
      [file, second(policyTexts[file], '2026-02-11')],
    ]),
  ),
});

const some = Object.keys(policyTexts).filter(
  (file) =>
    /^\w+\/[\w.-]+\.yaml$/.test(file) &&
    !file.includes('cases') &&
    /^kind: (tiers|formula|procedure|table)$/m.test(policyTexts[file] ?? ''),
);
const handbook = handbookOf(amended(...some));

test('the same program on every day on which something changes', async () => {
  expect(some.length).toBeGreaterThan(4);
  const bundle = await opened(await built(handbook));
  expect(bundle.changes).toContain('2026-02-11');
  for (const at of ['2022-01-01', ...bundle.changes, '2026-10-31']) {
    for (const known of ['2022-12-31', '9999-12-31'])
      expect(link(bundle, { at, known })).toEqual(link(handbook, { at, known }));
  }
  expect(linkPeriod(bundle, '2026-02')).toEqual(linkPeriod(handbook, '2026-02'));
  expect(linkPeriod(bundle, '2026-03')).toEqual(linkPeriod(handbook, '2026-03'));
});

test('the same outcomes and explanations for all cases', async () => {
  const bundle = await opened(await built(handbook));
  const told = (from: Editions): readonly string[] => {
    const found: string[] = [];
    runCases(Object.assign({ ...handbook }, from), (program, decision, facts, options) => {
      found.push(JSON.stringify(explain(program, decision, facts, options)));
      const outcome = compile(program).evaluate(decision, facts, options);
      found.push(JSON.stringify(outcome));
      return outcome;
    });
    return found;
  };
  const fromFiles = told(handbook);
  expect(fromFiles.length).toBeGreaterThan(100);
  expect(told(bundle)).toEqual(fromFiles);
});

test('what has begun goes on under the version of that day', async () => {
  const version = (number: number, from: string, steps: string): string => `policy: p
kind: procedure
version: ${String(number)}
effective: { from: ${from} }
published: 2022-12-20
title: { en: P, zh: 流程 }
because: { en: Why, zh: 原因 }
scope: shop
log: p.log
every-step: { role: { unstated: silent }, evidence: { unstated: silent }, deadline: { unstated: silent } }
steps:
${steps}gaps: [{ id: silent, says: { en: Silent., zh: 未写明。 } }]
`;
  const step = (id: string): string => `  - { id: ${id}, title: { en: ${id}, zh: 步骤 } }\n`;
  const texts = {
    'handbook.yaml': smallManifest,
    'history/p.v1.yaml': version(1, '2023-01-01', step('ask') + step('buy')),
    'p.yaml': version(2, '2026-10-01', step('ask') + step('approve') + step('buy')),
  };
  const procedure = handbookOf(texts);
  const bundle = await opened(await built(procedure));
  const program = link(bundle, { at: '2026-10-31' });
  expect(program).toEqual(link(procedure, { at: '2026-10-31' }));
  const log = [{ step: 'ask', date: '2026-09-30' }];
  const facts = readFacts(program, { 'p.log': log });
  expect(compile(program).evaluate('p.next', facts).value).toBe('[buy]');
});

test('the same input gives the same bytes, whatever the order of the files, and no byte of the machine', async () => {
  const texts = amended(...some);
  const bundle = await built(handbookOf(texts));
  // Not toBe: nobody reads a difference of a million characters.
  expect((await built(handbookOf(Object.fromEntries(Object.entries(texts).toReversed())))) === bundle).toBe(true);
  expect(bundle.includes(process.cwd())).toBe(false);
  expect(() => JSON.parse(bundle) as unknown).not.toThrow();
});

test('amounts stay the text that they are', async () => {
  const long = '0.12345678901234567890123456789012345678901';
  const texts = {
    ...policyTexts,
    'pay/long.yaml': `policy: long
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: L, zh: 长 }
scope: pay
decisions:
  number: { title: { en: N, zh: 数 }, value: ${long} }
`,
  };
  const bundle = await opened(await built(handbookOf(texts)));
  const program = link(bundle, { at: '2026-10-31' });
  expect(evaluate(program, 'long.number', readFacts(program, {})).value).toBe(long);
});

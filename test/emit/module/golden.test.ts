import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { emitModule } from '../../../engine/emit/module/module.ts';
import { supportParts } from '../../../engine/emit/module/support-parts.ts';
import { daysAround } from '../../../engine/emit/module/validity.ts';
import { moduleTypes } from '../../../engine/emit/types/module-types.ts';
import { evaluate } from '../../../engine/evaluate/evaluate.ts';
import type { Outcome } from '../../../engine/ir/outcome.ts';
import { link } from '../../../engine/program/link.ts';
import { readFacts } from '../../../engine/value/facts.ts';
import { changedTexts, handbookOf, policyTexts } from '../../support/policies.ts';

const at = '2026-10-31';
const handbook = handbookOf(policyTexts);
const program = link(handbook, { at });
const asked = ['commission.head.amount'];
const emitted = emitModule(program, asked, daysAround(handbook, at));

interface Emitted {
  readonly about: { readonly from: string; readonly to?: string; readonly decisions: readonly string[] };
  evaluate(decision: string, facts: object, options: object): Outcome;
}

/** The module as a host loads it: from a file. */
async function loaded(text: string): Promise<Emitted> {
  const dir = mkdtempSync(join(tmpdir(), 'bylaw-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  writeFileSync(join(dir, 'rules.mjs'), text);
  return (await import(pathToFileURL(join(dir, 'rules.mjs')).href)) as Emitted;
}

/** What is the decisions' own in the text; the support part has its own tests. */
const own = (text: string): string => {
  const parts = supportParts.map(({ code }) => `${code}\n\n`).filter((part) => text.includes(part));
  return parts.reduce((rest, part) => rest.replace(part, () => ''), text);
};

test('a module reads like this', async () => {
  await expect(own(emitted.text)).toMatchFileSnapshot('golden/rules.mjs.txt');
  await expect(moduleTypes(program, emitted.said, 'en')).toMatchFileSnapshot('golden/rules.d.mts.txt');
});

test('it is plain code without imports, and carries only what it uses', () => {
  expect(emitted.text).not.toMatch(/\bimport\b|\beval\(|new Function|\brequire\(/);
  expect(emitted.text).not.toContain('function lastWeekday');
  expect(emitModule(program, asked, daysAround(handbook, at)).text).toBe(emitted.text);
});

test.each([
  ['all facts', { 'sales.completion': '110%', 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' }],
  ['no facts', {}],
  ['a wrong unit', { 'sales.completion': '100 CNY' }],
  ['a number that was a float', { 'sales.completion': 0.85 }],
  [
    'a contradiction',
    { 'sales.completion': '90%', 'sales.target': '1 CNY', 'sales.ordered': '5 CNY', 'sales.returned': '0 CNY' },
  ],
])('from a file it answers as the evaluator does: %s', async (_name, facts) => {
  const rules = await loaded(emitted.text);
  for (const decision of asked) {
    const expected = evaluate(program, decision, readFacts(program, facts as never));
    expect(rules.evaluate(decision, facts, { at })).toEqual(expected);
  }
});

test('mistakes of callers are outcomes', async () => {
  const rules = await loaded(emitted.text);
  const [decision = ''] = asked;
  const codeOf = (name: string, facts: object, options: object): string | undefined =>
    rules.evaluate(name, facts, options).error?.code;
  expect(codeOf('commission.head.amuont', {}, { at })).toBe('decision/unknown');
  expect(codeOf('__proto__', {}, { at })).toBe('decision/unknown');
  expect(codeOf(decision, { 'sales.completoin': '1%' }, { at })).toBe('fact/unknown');
  expect(codeOf(decision, {}, { at, on: 'x' })).toBe('decision/argument');
  expect(codeOf(decision, {}, {})).toBe('module/other-date');
  expect(codeOf(decision, undefined as unknown as object, { at })).toBe('fact/none');
  expect(rules.evaluate(undefined as unknown as string, {}, { at })).toMatchObject({
    decision: 'undefined',
    status: 'error',
  });
  for (const [options, says] of [
    [{}, 'Say a day'],
    [{ at: 'garbage' }, 'Say a day'],
    [{ at: '1999-01-01' }, 'Build one for that day'],
  ] as const)
    expect(rules.evaluate(decision, {}, options).error?.message.en).toContain(says);
  expect(codeOf(decision, {}, { at, known: '2020-01-01' })).toBe('module/other-date');
  expect(codeOf(decision, {}, { at, period: '2026-09' })).toBe('module/other-date');
});

test('it speaks for the days between two changes of the handbook, and refuses the others', async () => {
  const changed = handbookOf(
    changedTexts({
      file: 'pay/commission.head.yaml',
      find: 'version: 1',
      replace: 'version: 1\neffective: { from: 2026-03-01, to: 2026-12-31 }\npublished: 2026-02-01',
    }),
  );
  const days = daysAround(changed, at);
  expect(days).toEqual({ from: '2026-03-01', to: '2026-12-31' });
  const rules = await loaded(emitModule(link(changed, { at }), ['commission.head.amount'], days).text);
  expect(rules.about).toMatchObject(days);
  const isRefused = (day: string): boolean =>
    rules.evaluate('commission.head.amount', {}, { at: day }).error?.code === 'module/other-date';
  expect(['2026-03-01', '2026-12-31'].map(isRefused)).toEqual([false, false]);
  expect(['2026-02-28', '2027-01-01', '2026-11-31', ''].map(isRefused)).toEqual([true, true, true, true]);
});

test('a chain that is too deep for a stack is refused, and so is what reads it', () => {
  const chain = Array.from({ length: 1_200 }, (_none, i) => i);
  const base = program.decisions['sales.net'];
  if (base?.body.is !== 'ir') throw new Error('the handbook has sales.net');
  const { ir } = base.body;
  const decisions = Object.fromEntries(
    chain.map((i) => {
      const name = `chain.d${String(i)}`;
      const read = {
        op: 'decision',
        name: `chain.d${String(i - 1)}`,
        args: [],
        type: base.type,
        origin: base.origin,
      } as const;
      return [name, { ...base, name, body: { is: 'ir', ir: i === 0 ? ir : read } } as const];
    }),
  );
  const deep = { ...program, decisions };
  const { said, refused } = emitModule(deep, ['chain.d500', 'chain.d1199'], { from: at });
  expect(said).toEqual(['chain.d500']);
  expect(refused.map(({ code }) => code)).toEqual(['module/too-deep']);
});

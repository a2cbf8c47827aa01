import { expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { handbookOf } from '../support/policies.ts';
import { readFacts } from '../../engine/value/facts.ts';

const title = 'title: { en: A, zh: 甲 }';
const head = `version: 1\neffective: { from: 2023-01-01 }\npublished: 2022-12-20\n${title}\nscope: pay\nowner: head\n`;
const texts = {
  'handbook.yaml': `handbook: h\n${title}\nrevision: 1\nlanguages: [zh]\ncurrency: CNY\ntime-zone: Asia/Shanghai\nrounding: { money: { to: 1 CNY, mode: half-up } }\nsources: {}\nscopes: { pay: { source: O, ${title} } }\n`,
  'facts.yaml': `kind: vocabulary\n${title}\nfacts:\n  sales: { type: money, range: ">= 0 CNY", ${title} }\n`,
  'limits.yaml': `policy: limits\nkind: parameters\n${head.replace(/scope.*\n/s, '')}parameters:\n  limit: { ${title}, scope: pay, owner: head, type: money, value: 5 CNY }\n`,
  'a.yaml': `policy: a\nkind: formula\n${head}decisions:\n  by-fact: { value: sales }\n`,
  'b.yaml': `policy: b\nkind: formula\n${head}decisions:\n  by-limit: { value: limit }\n`,
};

// What is read as it was probably meant may say something else: nothing is computed from it.
test.each([
  ['nothing', '', '', ['3 CNY', '5 CNY']],
  ['a parameter with a mistake that is read on', 'limit: {', 'limit : {title:{en: A, zh: 甲},', ['3 CNY', 'error']],
  ['a parameter of no type', 'type: money, value', 'type: mony, value', ['3 CNY', 'error']],
  ['a value with thousands set apart', 'value: 5 CNY', 'value: "5,000 CNY"', ['3 CNY', 'error']],
  ['a range that means nothing', '">= 0 CNY"', '">== 0 CNY"', ['error', '5 CNY']],
  ['the step of the rounding', 'to: 1 CNY', 'to: 1,0 CNY', ['error', 'error']],
] as const)('blocked by %s', (_, find, replace, expected) => {
  const changed = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text.replace(find, replace)]));
  const handbook = handbookOf(changed);
  expect(handbook.diagnostics.filter(({ blocks }) => blocks).length > 0).toBe(find !== '');
  const program = link(handbook, { at: '2026-10-31' });
  const facts = readFacts(program, { sales: '3 CNY' });
  const said = ['a.by-fact', 'b.by-limit'].map((name) => evaluate(program, name, facts));
  expect(said.map(({ status, value }) => value ?? status)).toEqual(expected);
});

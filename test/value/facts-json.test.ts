import { expect, test } from 'vitest';
import { parseFactsJson } from '../../engine/value/facts-json.ts';

test.each([
  ['{"n": 1 "m": 2}', 'cannot stand here', '此处不能是“\"”'],
  ['{"n": }', '“}” cannot stand here', '此处不能是“}”'],
  ['{"n": 1', 'ends too early', '内容提前结束'],
  ['{"n": "a', 'ends too early', '内容提前结束'],
  ["{'n': 1}", "“'” cannot stand here", "此处不能是“'”"],
])('a fault of JSON is told in both languages: %s', (text, en, zh) => {
  const parsed = parseFactsJson(text);
  const message = 'diagnostic' in parsed ? parsed.diagnostic.message : { en: '', zh: '' };
  expect(message.en).toContain(en);
  expect(message.zh).toContain(zh);
  expect(message.zh).not.toMatch(/position|token|JSON at/);
});

test.each([
  ['{"n": 0.10}', { n: { source: '0.10' } }],
  ['{"n":-1.0e2}', { n: { source: '-1.0e2' } }],
  ['{"a": "1 CNY", "n"\n:\t12345678901234567890}', { a: '1 CNY', n: { source: '12345678901234567890' } }],
  ['{"l": [ 1.50, "x" ,2.0]}', { l: [{ source: '1.50' }, 'x', { source: '2.0' }] }],
  ['{"r": {"m": {"n": 7.0}}, "t": true, "z": null}', { r: { m: { n: { source: '7.0' } } }, t: true, z: null }],
  ['{"s": "09:05, -1", "t": "a:[5", "b": false}', { s: '09:05, -1', t: 'a:[5', b: false }],
  ['{"s": "88000 CNY", "l": ["x", "7 days"], "r": {}}', { s: '88000 CNY', l: ['x', '7 days'], r: {} }],
])('numbers keep their source text, wherever they stand: %s', (text, raw) => {
  expect(parseFactsJson(text)).toEqual({ raw });
});

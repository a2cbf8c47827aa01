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

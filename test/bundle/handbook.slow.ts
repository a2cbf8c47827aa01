/** The whole handbook through its bundle: the same outcomes and explanations for every case. */
import { expect, test } from 'vitest';
import { runCases } from '../../engine/cases/run.ts';
import { compile } from '../../engine/compile/compile.ts';
import { explain } from '../../engine/evaluate/evaluate.ts';
import { loadHandbook } from '../../engine/host/load-handbook.ts';
import { link } from '../../engine/program/link.ts';
import { built, opened } from './support.ts';

const loaded = await loadHandbook('policies');
if (!('handbook' in loaded)) throw new Error('the handbook is there');
const { handbook } = loaded;
const text = await built(handbook);

test('every case has the same outcome and the same explanation', async () => {
  const bundle = await opened(text);
  const fromFiles: string[] = [];
  const fromBundle: string[] = [];
  const told =
    (found: string[]): Parameters<typeof runCases>[1] =>
    (program, decision, facts, options) => {
      found.push(JSON.stringify(explain(program, decision, facts, options)));
      return compile(program).evaluate(decision, facts, options);
    };
  const files = runCases(handbook, told(fromFiles));
  const again = runCases(Object.assign({ ...handbook }, bundle), told(fromBundle));
  expect(again.results.filter(({ differences }) => differences.length > 0)).toEqual([]);
  expect(again.results.map(({ outcome }) => outcome)).toEqual(files.results.map(({ outcome }) => outcome));
  expect(fromBundle.length).toBeGreaterThan(1000);
  expect(fromBundle.findIndex((one, i) => one !== fromFiles[i])).toBe(-1);
});

test('the same program on every day on which something changes', async () => {
  const bundle = await opened(text);
  for (const at of ['2022-01-01', ...bundle.changes, '2026-10-31'])
    expect(link(bundle, { at })).toEqual(link(handbook, { at }));
});

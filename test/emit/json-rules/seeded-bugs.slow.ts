import { afterAll, describe, expect, test } from 'vitest';
import { loadHandbook } from '../../../engine/host/load-handbook.ts';
import type { Program } from '../../../engine/ir/program.ts';
import { link } from '../../../engine/program/link.ts';
import { isUnreadable } from '../../../engine/tables/unreadable.ts';
import { randomProgram } from '../../random/programs.ts';
import { copyOf } from '../../seeded-bugs/copy.ts';
import { compareRules, opened, type MakeRules } from './agree.ts';
import { rulesBugs } from './bugs.ts';

const parts = ['source', 'diagnostic', 'ir', 'value', 'program', 'evaluate', 'emit', 'json-rules.ts'];
const outcomes = 20_000;

/** Random programs first; the handbook, where they do not tell. */
async function* programs(): AsyncIterable<Program> {
  for (let seed = 1; seed <= 400; seed += 1) yield opened(randomProgram(seed));
  const loaded = await loadHandbook('policies');
  if (isUnreadable(loaded)) throw new Error(loaded.unreadable.en);
  yield link(loaded.handbook, { at: '2026-11-22' });
}
const all: Program[] = [];
const found: string[] = [];

describe('mistakes put into the rules on purpose are found', () => {
  test.each(rulesBugs)('$file: $name', async (bug) => {
    if (all.length === 0) for await (const program of programs()) all.push(program);
    const { places, load, remove } = copyOf(parts, bug);
    try {
      expect(places).toBe(1);
      const { rulesEngineOf } = (await load('json-rules.ts')) as { readonly rulesEngineOf: MakeRules };
      const run = await compareRules(rulesEngineOf, all, { factsEach: 8, outcomes });
      expect(run.difference).toBeDefined();
      found.push(`${bug.name}: after ${String(run.outcomes)} outcomes`);
    } finally {
      remove();
    }
  });

  afterAll(() => {
    console.log([...found, `found ${String(found.length)} of ${String(rulesBugs.length)}`].join('\n'));
  });
});

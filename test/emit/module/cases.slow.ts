import { expect, test } from 'vitest';
import { runCases } from '../../../engine/cases/run.ts';
import { evaluate } from '../../../engine/evaluate/evaluate.ts';
import { loadHandbook, type LoadedHandbook } from '../../../engine/host/load-handbook.ts';
import { emitModule } from '../../../engine/emit/module/module.ts';
import type { Outcome } from '../../../engine/ir/outcome.ts';
import type { Program } from '../../../engine/ir/program.ts';
import { insideOf } from './emitted.ts';

/** One module for each program and decision that the cases ask. */
function modules(): (program: Program, decision: string) => ReturnType<typeof insideOf> {
  const known = new WeakMap<Program, Map<string, ReturnType<typeof insideOf>>>();
  return (program, decision) => {
    const ofProgram = known.get(program) ?? new Map<string, ReturnType<typeof insideOf>>();
    known.set(program, ofProgram);
    const made = ofProgram.get(decision) ?? insideOf(emitModule(program, [decision], { from: '0001-01-01' }).text);
    ofProgram.set(decision, made);
    return made;
  };
}

test('in all cases of the handbook modules say the same, to the word', { timeout: 1_800_000 }, async () => {
  const { handbook } = (await loadHandbook('policies')) as LoadedHandbook;
  const moduleOf = modules();
  const wrong: string[] = [];
  const statuses = new Map<string, number>();
  let asked = 0;
  const { results } = runCases(handbook, (program, decision, facts, { on, sourceOnly }): Outcome => {
    const { answerRead, contents, handbook: words } = moduleOf(program, decision);
    for (const source of new Set([false, true, sourceOnly])) {
      const options = on === undefined ? { sourceOnly: source } : { sourceOnly: source, on };
      const expected = evaluate(program, decision, facts, options);
      const found = answerRead(contents, { ...words, at: program.at }, decision, facts.values, on, source);
      asked += 1;
      statuses.set(expected.status, (statuses.get(expected.status) ?? 0) + 1);
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        wrong.push(`${decision}\n${JSON.stringify(expected)}\n${JSON.stringify(found)}`);
      }
    }
    return evaluate(program, decision, facts, on === undefined ? { sourceOnly } : { sourceOnly, on });
  });
  console.log(`${String(results.length)} cases, ${String(asked)} questions`, Object.fromEntries(statuses));
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(asked).toBeGreaterThan(10_000);
});

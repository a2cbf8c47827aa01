import { expect } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { oracle } from '../oracle/oracle.ts';
import { handbookOf } from '../support/policies.ts';
import { edgesOf, randomFacts } from './facts.ts';
import { randomHandbook } from './policies.ts';

const factsEach = 4;

/** Random policies are read, checked, lowered and linked; the oracle is asked about what they were written from. */
export function expectPoliciesToAgree(from: number, count: number): void {
  let outcomes = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const { program, texts } = randomHandbook(seed);
    const handbook = handbookOf(texts);
    const errors = handbook.diagnostics
      .filter(({ blocks }) => blocks)
      .map(({ message, span }) => `${message.en} ${(texts[span.file] ?? '').slice(span.start, span.end)}`);
    expect(errors, `seed ${String(seed)}\n${Object.values(texts).join('\n---\n')}`).toEqual([]);
    const linked = link(handbook, { at: '2026-10-31' });
    const compiled = compile(linked);
    const edges = edgesOf(program);
    for (let i = 0; i < factsEach; i += 1) {
      const facts = { values: randomFacts(program, edges, seed * 1000 + i), unknown: [] };
      for (const decision of Object.keys(program.decisions)) {
        for (const sourceOnly of [false, true]) {
          const right = oracle(program, decision, facts, { sourceOnly });
          for (const outcome of [
            evaluate(linked, decision, facts, { sourceOnly }),
            compiled.evaluate(decision, facts, { sourceOnly }),
          ]) {
            const { status, value, flags, error } = outcome;
            const reasons = outcome.reasons.map(({ text: _text, ...reason }) => reason);
            const found = { status, value, flags: [...flags], reasons, code: error?.code };
            const flagged = right.status === 'determined' ? [...right.flags] : [];
            const wanted = {
              status: right.status,
              value: right.value,
              flags: flagged,
              reasons: [...right.reasons],
              code: right.error?.code,
            };
            expect(found, `seed ${String(seed)} ${decision}\n${Object.values(texts).join('\n---\n')}`).toEqual(wanted);
          }
          outcomes += 1;
        }
      }
    }
  }
  console.log(`${String(outcomes)} outcomes of ${String(count)} random handbooks`);
  expect(outcomes).toBeGreaterThan(count * factsEach);
}

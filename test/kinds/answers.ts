import { expect } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { oracle, type Verdict } from '../oracle/oracle.ts';

/** Asks one handbook many times; the explaining and the compiled evaluator and the oracle must say the same, flags and reasons too. */
export function asking(handbook: Handbook): (decision: string, given: RawFacts, sourceOnly?: boolean) => Verdict {
  const program = link(handbook, { at: '2026-10-31' });
  const compiled = compile(program);
  return (decision, given, sourceOnly = false) => {
    const facts = readFacts(program, given);
    expect(facts.unknown).toEqual([]);
    const [one, ...others] = [
      oracle(program, decision, facts, { sourceOnly }),
      evaluate(program, decision, facts, { sourceOnly }),
      compiled.evaluate(decision, facts, { sourceOnly }),
    ].map(bare);
    for (const other of others) expect(other, JSON.stringify({ decision, given, sourceOnly })).toEqual(one);
    return one!;
  };
}

/** Without the wording, which is the evaluators' own. */
const bare = ({ status, value, flags, reasons, error }: Verdict): Verdict => ({
  status,
  ...(value === undefined ? {} : { value }),
  flags: status === 'determined' ? [...flags] : [],
  reasons: reasons.map(({ code, fact, gap, person, allowed, needs }) => ({
    code,
    fact,
    gap,
    person,
    allowed,
    needs,
  })) as Verdict['reasons'],
  ...(error === undefined ? {} : { error: { code: error.code } }),
});

import { expect } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { oracle, type Verdict } from '../oracle/oracle.ts';

/** What all three evaluators say of a decision, in a line: `82 [t#fills]`, `error requires/failed`. They must say the same. */
export function ask(handbook: Handbook, decision: string, given: RawFacts, at = '2026-10-31'): string {
  return told(handbook, decision, given, at, false);
}

export function askSource(handbook: Handbook, decision: string, given: RawFacts): string {
  return told(handbook, decision, given, '2026-10-31', true);
}

function told(handbook: Handbook, decision: string, given: RawFacts, at: string, sourceOnly: boolean): string {
  const program = link(handbook, { at });
  const facts = readFacts(program, given);
  expect(facts.unknown.map(({ message }) => message.en)).toEqual([]);
  const [one, ...others] = [
    evaluate(program, decision, facts, { sourceOnly }),
    compile(program).evaluate(decision, facts, { sourceOnly }),
    oracle(program, decision, facts, { sourceOnly }),
  ].map(inALine);
  for (const other of others) expect(other).toBe(one);
  return one ?? '';
}

export function inALine({ status, value, flags, reasons, error }: Verdict): string {
  const named = reasons.map(({ code, fact, gap, person, allowed, needs }) =>
    [code, fact, gap, person, allowed, needs].filter((part) => part !== undefined).join(' '),
  );
  switch (status) {
    case 'determined':
      return [value, ...(flags.length === 0 ? [] : [`[${flags.join(', ')}]`])].join(' ');
    case 'error':
      return `error ${error?.code ?? ''}`;
    default:
      return [status, named.join(', ')].filter((part) => part !== '').join(' ');
  }
}

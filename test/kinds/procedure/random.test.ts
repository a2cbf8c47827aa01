import { expect, test } from 'vitest';
import { compile } from '../../../engine/compile/compile.ts';
import { evaluate } from '../../../engine/evaluate/evaluate.ts';
import type { Program } from '../../../engine/ir/program.ts';
import { link } from '../../../engine/program/link.ts';
import { readFacts, type RawFacts } from '../../../engine/value/facts.ts';
import { oracle } from '../../oracle/oracle.ts';
import { random } from '../../random/random.ts';
import { inventedLog, inventedSteps, writtenOut } from './invented.ts';
import { judged, unknown, type Answers, type PlainEvent, type Situation } from './reference.ts';
import { procedureOf } from './world.ts';

const procedures = 40;
const logsEach = 4;
const names = ['done', 'next', 'late', 'refused', 'missing', 'complete'] as const;

const day = (days: number): string => new Date(Date.UTC(2026, 9, 1 + days)).toISOString().slice(0, 10);

function factsOf({ today, wanted }: Situation, log: readonly PlainEvent[], sendsBack: boolean): RawFacts {
  return {
    begun: day(0),
    now: `${day(today)}T12:00`,
    'a.wanted': String(wanted.a),
    'b.wanted': String(wanted.b),
    't.log': log.map(({ day: on, evidence, result, ...rest }) => ({
      ...rest,
      ...(on === undefined ? {} : { date: day(on) }),
      ...(evidence === undefined ? {} : { evidence: [...evidence] }),
      ...(result === undefined || !sendsBack ? {} : { result }),
    })),
  };
}

/** What all three evaluators say, which must be the same. */
function answersOf(program: Program, given: RawFacts): Answers {
  const facts = readFacts(program, given);
  const compiled = compile(program);
  const say = (name: (typeof names)[number]): string => {
    const decision = `t.${name}`;
    const outcomes = [
      evaluate(program, decision, facts, {}),
      compiled.evaluate(decision, facts, {}),
      oracle(program, decision, facts, {}),
    ].map(({ status, value, flags, reasons, error }) => ({
      status,
      value,
      flags,
      reasons: reasons.map(({ code, fact, gap, needs }) => ({ code, fact, gap, needs })),
      code: error?.code,
    }));
    for (const other of outcomes) expect(other).toEqual(outcomes[0]);
    const [first] = outcomes;
    if (first?.status === 'determined') return first.value ?? '';
    return first?.status === 'undetermined' ? unknown : `error ${first?.code ?? ''}`;
  };
  return Object.fromEntries(names.map((name) => [name, say(name)])) as Answers;
}

test('random logs of random procedures: engine, compiled and oracle agree with the pencil, and what is not known is not guessed', () => {
  const seen = new Map<string, number>();
  const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  for (let seed = 1; seed <= procedures; seed++) {
    const chance = random(seed);
    const starts = chance.chance(0.5);
    const steps = inventedSteps(chance, starts);
    const text = writtenOut(steps, starts);
    const { handbook } = procedureOf(text);
    expect(
      handbook.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en),
      text,
    ).toEqual([]);
    const program = link(handbook, { at: '2026-10-31' });
    const sendsBack = steps.some(({ backTo }) => backTo !== undefined);
    for (let i = 0; i < logsEach; i++) {
      const wanted = { a: chance.chance(0.5), b: chance.chance(0.5) };
      const situation = { steps, wanted, starts, today: chance.between(3, 12) };
      const log = inventedLog(situation, chance);
      const expected = judged(situation, log);
      const given = factsOf(situation, log, sendsBack);
      expect(
        answersOf(program, given),
        `seed ${String(seed)}, log ${String(i)}\n${text}${JSON.stringify(given)}`,
      ).toEqual(expected);
      for (const why of expected.refused.matchAll(/why: ([a-z-]+)/g)) count(why[1] ?? '');
      count(`complete ${expected.complete}`);
      const { 'a.wanted': _, ...without } = given;
      const unasked = answersOf(program, without);
      const otherwise = judged({ ...situation, wanted: { ...wanted, a: !wanted.a } }, log);
      for (const name of names) {
        if (unasked[name] === unknown) continue;
        expect([unasked[name], unasked[name]], `seed ${String(seed)} without a: ${name}\n${text}`).toEqual([
          expected[name],
          otherwise[name],
        ]);
        count('known without a');
      }
    }
  }
  const reached = [
    'already-done',
    'not-open',
    'in-future',
    'out-of-order',
    'too-early',
    'wrong-role',
    'no-evidence',
    'complete true',
    'complete false',
    'complete unknown',
    'known without a',
  ];
  for (const what of reached)
    expect([what, (seen.get(what) ?? 0) > 3], JSON.stringify([...seen])).toEqual([what, true]);
});

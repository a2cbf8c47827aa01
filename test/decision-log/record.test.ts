import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, linkBehind } from '../../engine/decision-log/chain.ts';
import { factsText } from '../../engine/decision-log/facts-text.ts';
import { readLine, recordText } from '../../engine/decision-log/line.ts';
import { masked } from '../../engine/decision-log/mask.ts';
import { loggedOutcome, type LogRecord } from '../../engine/decision-log/record.ts';
import { replayer } from '../../engine/decision-log/replay.ts';
import { digest } from '../../engine/host/decision-log/digest.ts';
import { parseFactsJson } from '../../engine/value/facts-json.ts';
import type { RawFact, RawFacts } from '../../engine/value/facts.ts';
import { bundle, entry, moment, rules, sales } from './support.ts';

/** A record of a decision, as the log would write it. */
function recordOf(facts: RawFacts, more: Partial<LogRecord> = {}): LogRecord {
  const { decision, outcome } = entry(facts, more.decision);
  return {
    time: '2026-11-22T09:00:00.000Z',
    decision,
    moment,
    sourceOnly: false,
    ...masked(facts, rules.program, undefined),
    bundle: bundle.sha256,
    engine: '0.1.0',
    outcome: loggedOutcome(outcome),
    ...more,
  };
}

const written = (record: LogRecord): string => {
  const { bytes } = linkBehind(beginning, recordText(record), digest);
  return new TextDecoder().decode(bytes).trimEnd();
};

test.each<[string, RawFacts, Partial<LogRecord>]>([
  ['a value', sales(88_000), {}],
  ['reasons', {}, {}],
  ['an error', { 'sales.orderd': '1 CNY' }, {}],
  ['a number by its source', { 'sales.ordered': { source: '90071992547409.930' } }, {}],
  ['an argument, a month, what was known', {}, { on: 'T-1', moment: { period: '2026-10', known: '2026-11-01' } }],
  ['the source only', {}, { sourceOnly: true }],
  ['masked facts', {}, { sealed: { source: '1'.repeat(64) }, without: ['person.name'] }],
  ['names of the language it runs in', { toString: 'x', hasOwnProperty: ['y'] }, { decision: 'constructor' }],
])('a line with %s reads back as it was', (_, facts, more) => {
  const record = recordOf(facts, more);
  expect(readLine(written(record))).toEqual({ before: beginning, record });
});

const raw = fc.letrec<{ readonly raw: RawFact }>((tie) => ({
  raw: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('0', '-1.50', '1e400', '123456789012345678901234567890.1').map((source) => ({ source })),
    fc.array(tie('raw')),
    fc.dictionary(
      fc.string().filter((name) => !['__proto__', 'constructor', 'prototype', 'source'].includes(name)),
      tie('raw'),
      { noNullPrototype: true },
    ),
  ),
})).raw;

test('facts of any form read back as they were, numbers with every digit', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).map((name) => `f.${name}`),
        raw,
        { noNullPrototype: true },
      ),
      (facts) => {
        const parsed = parseFactsJson(factsText(facts) ?? '');
        expect(parsed).toEqual({ raw: facts });
      },
    ),
  );
});

test('what no line can hold is named and left out', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  const facts = JSON.parse('{"__proto__":"x","a":{"constructor":"y"},"b":"z"}') as RawFacts;
  const given = { ...facts, c: 0.1, d: circle, e: undefined, f: 'x'.repeat(8_000_000) } as unknown as RawFacts;
  const shown = masked(given, rules.program, undefined);
  expect(shown.facts).toEqual({ b: 'z' });
  expect([...shown.without].sort()).toEqual(['__proto__', 'a', 'c', 'd', 'e', 'f']);
});

test('a masked fact is hidden under every name that it can be given by', () => {
  const [alias = ''] = rules.program.facts['sales.ordered']?.alias ?? [];
  expect(alias).not.toBe('');
  const seal = (text: string): string => `<${text}>`;
  const given = { [alias]: '1 CNY', 'sales.returned': '2 CNY', 'sales.orderd': 'a slip' };
  const without = masked(given, rules.program, { facts: ['sales.ordered'] });
  expect(without).toEqual({ facts: { 'sales.returned': '2 CNY' }, sealed: {}, without: [alias, 'sales.orderd'] });
  const sealed = masked(given, rules.program, { facts: 'all', seal });
  expect(sealed.facts).toEqual({});
  // The same value under another name of the fact is the same HMAC.
  expect(sealed.sealed).toEqual({ [alias]: '<sales.ordered\n"1 CNY">', 'sales.returned': '<sales.returned\n"2 CNY">' });
});

test('an error quotes no fact in the log', () => {
  const record = recordOf({ 'sales.ordered': 'a secret', 'sales.returned': '0 CNY' });
  expect(record.outcome).toMatchObject({ status: 'error' });
  const shown = { ...record, ...masked({ 'sales.ordered': 'a secret' }, rules.program, { facts: 'all' }) };
  expect(written(shown)).not.toContain('a secret');
});

test.each<[string, Partial<LogRecord['outcome']>, readonly string[]]>([
  ['the value', { value: '1.00 CNY' }, ['value 1.00 CNY → 80000.00 CNY']],
  ['the status', { status: 'not-applicable' }, ['status not-applicable → determined']],
  ['the flags', { flags: ['a#b'] }, ['flags a#b → –']],
  ['the reasons', { reasons: [{ code: 'gap', gap: 'a#b' }] }, ['reasons gap a#b → –']],
  ['the version', { version: 99 }, ['policy sales v99 → sales v1']],
])('replay tells that %s came out otherwise', (_, was, told) => {
  const record = recordOf(sales(88_000));
  const { replay } = replayer([bundle]);
  expect(replay(record)).toEqual({ is: 'same' });
  const changed = replay({ ...record, outcome: { ...record.outcome, ...was } });
  expect(
    changed.is === 'differs' ? changed.differences.map((one) => `${one.part} ${one.was} → ${one.is}`) : [],
  ).toEqual(told);
});

test('masked facts keep a line from being recomputed only where the decision reads them', () => {
  const { replay } = replayer([bundle]);
  const record = recordOf(sales(88_000));
  expect(replay({ ...record, without: ['sales.completion'] })).toEqual({ is: 'same' });
  expect(replay({ ...record, without: ['sales.ordered'] })).toMatchObject({ is: 'not-replayed', why: 'masked' });
  // Whoever gave a name that is no fact got an error for it.
  expect(replay({ ...record, without: ['no.fact'] })).toMatchObject({ is: 'not-replayed', why: 'masked' });
  expect(replay({ ...record, bundle: '0'.repeat(64) })).toMatchObject({ is: 'not-replayed', why: 'bundle' });
  expect(replayer([], bundle).replay({ ...record, bundle: '0'.repeat(64) })).toEqual({ is: 'same' });
  // Of decisions that read others, what those read counts.
  const head = recordOf({ ...sales(88_000), 'sales.completion': '110%' }, { decision: 'commission.head.amount' });
  expect(replay({ ...head, sealed: { 'sales.returned': '0'.repeat(64) } })).toMatchObject({ is: 'not-replayed' });
});

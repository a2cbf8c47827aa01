import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Outcome, Reason } from '../../engine/ir/outcome.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import { readFacts, type Facts, type RawFacts } from '../../engine/value/facts.ts';
import { readValue } from '../../engine/value/read.ts';
import { decisionOf, here, programWith } from '../support/ir.ts';
import { readIr, type Notation } from '../support/notation.ts';

/** What any evaluator says, as far as the tests compare it. */
export type Answer = Pick<Outcome, 'status' | 'value' | 'flags'> & {
  readonly reasons: readonly Omit<Reason, 'text'>[];
  readonly error?: { readonly code: string };
};

/** Has the signature of `evaluate`. */
export type EvaluateFunction = (
  program: Program,
  decision: string,
  facts: Facts,
  options?: { readonly sourceOnly?: boolean; readonly on?: Value },
) => Answer;

/** A value when it stands alone: determined, with no flags. */
type Expected =
  | string
  | {
      readonly status?: Outcome['status'];
      readonly value?: string;
      readonly flags?: readonly string[];
      readonly reasons?: readonly Readonly<Record<string, string>>[];
      readonly code?: string;
    };

interface Case extends Question {
  readonly expr?: Notation;
  readonly decisions?: Readonly<Record<string, DecisionNotation>>;
  /** The same with other facts. */
  readonly also?: readonly Question[];
}
interface Question {
  readonly given?: RawFacts;
  readonly is?: Expected;
  readonly 'source-only'?: Expected;
}
interface DecisionNotation {
  readonly value?: Notation;
  readonly 'applies-when'?: readonly Notation[];
  readonly requires?: readonly Notation[];
  readonly takes?: string;
  readonly body?: 'blocked' | 'no-version';
}
interface SemanticsFile {
  readonly title: string;
  readonly given?: RawFacts;
  readonly cases?: readonly Case[];
  /** A function or operator of two operands: left → right → result. */
  readonly truth?: Readonly<Record<string, Readonly<Record<string, readonly Expected[]>>>>;
}

const folder = new URL('./', import.meta.url);

/** Runs every data file of this folder on an evaluator. */
export function runSemantics(name: string, evaluate: EvaluateFunction): void {
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
    const read = parse(readFileSync(new URL(file, folder), 'utf8'), { schema: 'failsafe' }) as SemanticsFile;
    checkKeys(read, fileKeys);
    const { title, given, cases = [], truth = {} } = read;
    describe(`${name}: ${title}`, () => {
      const all = [
        ...cases.flatMap(withOthers),
        ...Object.entries(truth).flatMap(([operator, rows]) => truthCases(operator, rows)),
      ];
      test.each(all.map((each) => [JSON.stringify(each.expr ?? each.decisions), each] as const))('%s', (_, each) => {
        check(evaluate, { ...each, given: { ...given, ...each.given } });
      });
    });
  }
}

const fileKeys = ['title', 'given', 'cases', 'truth'];
const decisionKeys = ['value', 'applies-when', 'requires', 'takes', 'body'];
const questionKeys = ['given', 'is', 'source-only'];
const caseKeys = ['expr', 'decisions', 'also', ...questionKeys];
const expectedKeys = ['status', 'value', 'flags', 'reasons', 'code'];

/** A misspelt expectation would expect nothing. */
function checkKeys(written: object, known: readonly string[]): void {
  const unknown = Object.keys(written).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`unknown keys ${unknown.join(', ')} in ${JSON.stringify(written)}`);
}

function withOthers({ also = [], ...one }: Case): readonly Case[] {
  checkKeys({ also, ...one }, caseKeys);
  const { expr, decisions } = one;
  const same = { ...(expr === undefined ? {} : { expr }), ...(decisions === undefined ? {} : { decisions }) };
  for (const other of also) checkKeys(other, questionKeys);
  return [one, ...also.map((other) => ({ ...same, ...other }))];
}

/** The columns of a truth table stand in the order true, false, open, wrong; so do its rows by name. */
const operands: Readonly<Record<string, Notation>> = {
  true: 'true',
  false: 'false',
  open: { undetermined: 't#gap' },
  wrong: '$a',
};

function truthCases(operator: string, rows: Readonly<Record<string, readonly Expected[]>>): readonly Case[] {
  const results: Readonly<Record<string, Expected>> = {
    open: { status: 'undetermined', reasons: [{ code: 'gap', gap: 't#gap' }] },
    wrong: { status: 'error', code: 'fact/wrong-type' },
  };
  return Object.entries(rows).flatMap(([left, cells]) =>
    cells.map((cell, i) => ({
      expr: [operator, operands[left] ?? '', Object.values(operands)[i] ?? ''],
      given: { a: 'neither' },
      is: typeof cell === 'string' ? (results[cell] ?? cell) : cell,
    })),
  );
}

function check(evaluate: EvaluateFunction, each: Case): void {
  const program = programOf(each);
  const { on, ...given } = each.given ?? {};
  const facts = readFacts(program, given);
  expect(facts.unknown).toEqual([]);
  const taken = program.decisions['t.x']?.takes[0]?.type;
  const asked = taken === undefined || typeof on !== 'string' ? {} : { on: readValue(on, taken, program) };
  if (each.is === undefined && each['source-only'] === undefined) throw new Error('the case expects nothing');
  if (each.is !== undefined) expectAnswer(evaluate(program, 't.x', facts, asked), each.is);
  if (each['source-only'] !== undefined) {
    expectAnswer(evaluate(program, 't.x', facts, { ...asked, sourceOnly: true }), each['source-only']);
  }
}

function programOf({ expr, decisions = {} }: Case): Program {
  const all = expr === undefined ? decisions : { ...decisions, 't.x': { value: expr } };
  // Decisions are read in the order in which they stand, so that each knows the types of those before it.
  return Object.entries(all).reduce((program, [name, notation]) => {
    const decision = readDecision(name, notation, program);
    return programWith([...Object.values(program.decisions), decision]);
  }, programWith([]));
}

function readDecision(name: string, notation: DecisionNotation, program: Program): Decision {
  checkKeys(notation, decisionKeys);
  const takes =
    notation.takes === undefined ? [] : [{ id: 'arg', name: 'arg', type: program.facts[notation.takes]!.type }];
  const locals = Object.fromEntries(takes.map(({ id, type }) => [id, type]));
  const ir = (of: Notation): ReturnType<typeof readIr> => readIr(of, program, locals);
  const decision = decisionOf(name, ir(notation.value ?? 'true'), {
    takes,
    appliesWhen: (notation['applies-when'] ?? []).map(ir),
    requires: (notation.requires ?? []).map((that) => ({ that: ir(that), says: { en: 'must hold', zh: '须成立' } })),
  });
  if (notation.body === undefined) return decision;
  if (notation.body === 'no-version') return { ...decision, body: { is: 'no-version' } };
  const message = { en: 'broken', zh: '有误' };
  const blocking = { severity: 'error', blocks: true, span: here, related: [], fixes: [] } as const;
  return {
    ...decision,
    body: { is: 'blocked', diagnostic: { code: 'expression/unknown-name', message, ...blocking } },
  };
}

function expectAnswer(answer: Answer, expected: Expected): void {
  const wanted = typeof expected === 'string' ? { value: expected } : expected;
  checkKeys(wanted, expectedKeys);
  const status = wanted.status ?? 'determined';
  const shown = { status: answer.status, value: answer.value, code: answer.error?.code };
  expect(shown).toEqual({ status, value: wanted.value, code: wanted.code });
  if (status === 'determined' || wanted.flags !== undefined) expect(answer.flags).toEqual(wanted.flags ?? []);
  const texts = answer.reasons.map((reason) =>
    Object.fromEntries(Object.entries(reason).map(([key, value]) => [key, key === 'needs' ? String(value) : value])),
  );
  expect(texts.map(({ text: _, ...reason }) => reason)).toEqual((wanted.reasons ?? []).map(withCode));
}

/** Most reasons say by the name they carry which they are. */
function withCode(reason: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const code =
    'gap' in reason ? 'gap' : 'fact' in reason ? 'missing-fact' : 'parameter' in reason ? 'unset-parameter' : '';
  return { code, ...reason };
}

import { compile } from '../../engine/compile/compile.ts';
import { session } from '../../engine/evaluate/evaluate.ts';
import type { Program } from '../../engine/ir/program.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { answerOf, type Contender } from '../contender.ts';
import { decisions, facts, factsOf } from '../policy.ts';
import type { Row } from '../rows.ts';

const [amount, score, grade] = decisions;

/** Prepared decisions over rows that were read before. */
export const compiled = (program: Program): Contender => ({
  name: 'Bylaw, compiled',
  rows: Infinity,
  prepare(rows) {
    const engine = compile(program);
    const reader = engine.reader(facts);
    const cells = rows.map((row) => {
      const read: Parameters<typeof reader.read>[1] = [];
      reader.read(row, read);
      return read;
    });
    const [first, second, third] = decisions.map((decision) => engine.prepare(decision, facts)) as [
      never,
      never,
      never,
    ];
    return runPrepared([first, second, third], cells);
  },
});

type PreparedDecision = ReturnType<ReturnType<typeof compile>['prepare']>;
type Cells = Parameters<PreparedDecision['run']>[0];

function runPrepared(
  [first, second, third]: readonly [PreparedDecision, PreparedDecision, PreparedDecision],
  rows: readonly Cells[],
): ReturnType<Contender['prepare']> {
  const amounts = new Float64Array(rows.length);
  const scores = new Float64Array(rows.length);
  const grades: string[] = Array.from({ length: rows.length }, () => '');
  return {
    run() {
      for (let i = 0; i < rows.length; i += 1) {
        const row = rows[i] ?? [];
        amounts[i] = first.run(row) as number;
        scores[i] = second.run(row) as number;
        grades[i] = third.run(row) as string;
      }
    },
    answer: (i) => {
      const at = (value: number | undefined, scale: number): number => Number(BigInt(value ?? 0) * 100n) / 10 ** scale;
      return [at(amounts[i], first.scale), at(scores[i], second.scale), grades[i] ?? ''];
    },
  };
}

/** The same from the text of each row on. */
export const compiledFromText = (program: Program): Contender => ({
  name: 'Bylaw, compiled, text in',
  rows: Infinity,
  prepare(rows) {
    const engine = compile(program);
    const reader = engine.reader(facts);
    const prepared = decisions.map((decision) => engine.prepare(decision, facts)) as unknown as readonly [
      PreparedDecision,
      PreparedDecision,
      PreparedDecision,
    ];
    const cells = rows.map((): Parameters<typeof reader.read>[1] => []);
    const inner = runPrepared(prepared, cells);
    return {
      run() {
        for (let i = 0; i < rows.length; i += 1) reader.read(rows[i] ?? [], cells[i] ?? []);
        return inner.run();
      },
      answer: (i) => inner.answer(i),
    };
  },
});

/** Whole outcomes with text, status, flags and reasons, from facts that were read before. */
export const explaining = (program: Program): Contender => ({
  name: 'Bylaw, explaining (outcome)',
  rows: 10_000,
  prepare: (rows) => outcomes(rows, program, false),
});

export const explained = (program: Program): Contender => ({
  name: 'Bylaw, explaining (with explanation)',
  rows: 10_000,
  prepare: (rows) => outcomes(rows, program, true),
});

function outcomes(rows: readonly Row[], program: Program, explain: boolean): ReturnType<Contender['prepare']> {
  const read = rows.map((row) => readFacts(program, factsOf(row)));
  const values: (readonly string[])[] = [];
  return {
    run() {
      for (let i = 0; i < read.length; i += 1) {
        const asked = session(program, read[i] ?? { values: {}, unknown: [] });
        const ask = (decision: string): string =>
          (explain ? asked.explain(decision).outcome : asked.outcome(decision)).value ?? '';
        values[i] = [ask(amount), ask(score), ask(grade)];
      }
    },
    answer: (i) => answerOf(values[i] ?? []),
  };
}

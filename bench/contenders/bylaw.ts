import { compile } from '../../engine/compile/compile.ts';
import { questions } from '../../engine/telling/questions.ts';
import type { Outcome } from '../../engine/ir/outcome.ts';
import type { Program } from '../../engine/ir/program.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { answerOf, type Contender } from '../contender.ts';
import { decisions, facts, factsOf } from '../names.ts';
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
      const read: Cells = [];
      reader.read(row, read);
      return read;
    });
    return runPrepared(engine.prepareAll(decisions, facts), cells);
  },
});

type Cells = Parameters<ReturnType<ReturnType<typeof compile>['reader']>['read']>[1];
type Prepared = ReturnType<ReturnType<typeof compile>['prepareAll']>;

function runPrepared(prepared: Prepared, rows: readonly Cells[]): ReturnType<Contender['prepare']> {
  const amounts = new Float64Array(rows.length);
  const scores = new Float64Array(rows.length);
  const grades: string[] = Array.from({ length: rows.length }, () => '');
  const { columns, plain, units, words } = prepared;
  return {
    run() {
      for (let i = 0; i < rows.length; i += 1) {
        prepared.run(rows[i] ?? []);
        amounts[i] = plain[0] === 1 ? (units[0] ?? NaN) : NaN;
        scores[i] = plain[1] === 1 ? (units[1] ?? NaN) : NaN;
        grades[i] = plain[2] === 1 ? (words[2] ?? '') : '';
      }
    },
    answer: (i) => {
      const at = (value: number | undefined, scale = 0): number =>
        Number.isInteger(value) ? Number(BigInt(value ?? 0) * 100n) / 10 ** scale : NaN;
      return [at(amounts[i], columns[0]?.scale), at(scores[i], columns[1]?.scale), grades[i] ?? ''];
    },
  };
}

/** The same where the facts stand in columns. */
export const columns = (program: Program): Contender => ({
  name: 'Bylaw, columns',
  rows: Infinity,
  prepare(rows) {
    const engine = compile(program);
    const reader = engine.reader(facts);
    const cells = facts.map(() => new Float64Array(rows.length));
    for (const [i, row] of rows.entries()) {
      const read: Cells = [];
      reader.read(row, read);
      for (const [k, column] of cells.entries()) column[i] = typeof read[k] === 'number' ? read[k] : NaN;
    }
    const batch = engine.batch(decisions, facts);
    let answered: ReturnType<typeof batch.run> = [];
    return {
      run() {
        answered = batch.run(cells, rows.length);
      },
      answer: (i) => {
        const at = (output: number): number => {
          const units = answered[output]?.plain[i] === 1 ? (answered[output].units[i] ?? NaN) : NaN;
          return Number.isNaN(units) ? NaN : Number(BigInt(units) * 100n) / 10 ** (batch.outputs[output]?.scale ?? 0);
        };
        const grades = answered[2];
        return [at(0), at(1), grades?.plain[i] === 1 ? (grades.words[grades.codes[i] ?? -1] ?? '') : ''];
      },
    };
  },
});

/** The same from the text of each row on. */
export const compiledFromText = (program: Program): Contender => ({
  name: 'Bylaw, compiled, text in',
  rows: Infinity,
  prepare(rows) {
    const engine = compile(program);
    const reader = engine.reader(facts);
    const cells = rows.map((): Cells => []);
    const inner = runPrepared(engine.prepareAll(decisions, facts), cells);
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
  rows: 50_000,
  prepare: (rows) => outcomes(rows, program, true),
});

const kept = 256;

function outcomes(rows: readonly Row[], program: Program, explain: boolean): ReturnType<Contender['prepare']> {
  const read = rows.map((row) => readFacts(program, factsOf(row)));
  const values: (readonly string[])[] = [];
  // Kept for a while, as an application would that shows or writes it, and then let go.
  const lists: unknown[] = Array.from({ length: kept });
  return {
    run() {
      for (let i = 0; i < read.length; i += 1) {
        const asked = questions(program, read[i] ?? { values: {}, unknown: [] });
        const ask = (decision: string): { readonly outcome: Outcome } =>
          explain ? asked.explain(decision) : { outcome: asked.outcome(decision) };
        const answers = [ask(amount), ask(score), ask(grade)] as const;
        lists[i % kept] = answers;
        values[i] = [answers[0].outcome.value ?? '', answers[1].outcome.value ?? '', answers[2].outcome.value ?? ''];
      }
    },
    answer: (i) => answerOf(values[i] ?? []),
  };
}

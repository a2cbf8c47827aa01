import { wrongRows, type Contender } from './contender.ts';
import { integersForAuditors } from './contenders/by-hand-audit.ts';
import { integersExplained } from './contenders/by-hand-explained.ts';
import { integersWithSteps } from './contenders/by-hand-steps.ts';
import { integersOfText } from './contenders/by-hand-text.ts';
import { decimals, floats, integers } from './contenders/by-hand.ts';
import { columns, compiled, compiledFromText, explained, explaining } from './contenders/bylaw.ts';
import { emitted, emittedOfText } from './contenders/emitted.ts';
import { jsonRules } from './contenders/json-rules.ts';
import { emittedModule } from './emitted-module.ts';
import { printTable } from './growth.ts';
import { benchProgram } from './policy.ts';
import { makeRows, type Answer, type Row } from './rows.ts';
import { rightAnswer } from './truth.ts';

// Speed is a ratio of contenders in one run on one machine; the absolute rates mean nothing elsewhere. Each is warmed up and
// then timed several times in turn with the others, so that a busy moment hits all alike; the best time counts.

const count = Number(process.argv[2] ?? 100_000);
const turns = 5;
const program = benchProgram();
const module = await emittedModule(program);
const contenders: readonly Contender[] = [
  integers,
  floats,
  integersOfText,
  integersWithSteps,
  integersForAuditors,
  emitted(module),
  emittedOfText(module),
  compiled(program),
  columns(program),
  compiledFromText(program),
  decimals,
  integersExplained(program),
  explaining(program),
  explained(program),
  jsonRules,
];

const rows = makeRows(count);
const truth = new Map<number, Answer>();

/** What the oracle says of a row; asked once for each. */
function right(row: Row, i: number): Answer {
  const known = truth.get(i);
  if (known !== undefined) return known;
  const answer = rightAnswer(program, row);
  truth.set(i, answer);
  return answer;
}

interface Line {
  readonly name: string;
  readonly rate: number;
  readonly rows: number;
  readonly wrong: number;
}

async function measure(): Promise<readonly Line[]> {
  const started = contenders.map((contender) => {
    const own = rows.slice(0, Math.min(contender.rows, count));
    return { contender, own, prepared: contender.prepare(own), best: Infinity };
  });
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const one of started) {
      const from = process.hrtime.bigint();
      await one.prepared.run();
      const took = Number(process.hrtime.bigint() - from) / 1e9;
      // The first turn warms up.
      if (turn > 0) one.best = Math.min(one.best, took);
    }
  }
  return started.map(({ contender, own, prepared, best }) => ({
    name: contender.name,
    rate: own.length / best,
    rows: own.length,
    wrong: wrongRows(prepared, own.map(right)),
  }));
}

const lines = await measure();
const rateOf = (name: string): number => lines.find((line) => line.name === name)?.rate ?? NaN;
const [hand, decimal] = [rateOf(integers.name), rateOf(decimals.name)];
const table = [
  ['', 'rows/s', 'integers = 1', 'decimal.js = 1', 'wrong rows'],
  ...lines.map(({ name, rate, rows: of, wrong }) => [
    name,
    Math.round(rate).toLocaleString('en'),
    (hand / rate).toFixed(1),
    (rate / decimal).toFixed(2),
    `${wrong.toLocaleString('en')} of ${of.toLocaleString('en')}`,
  ]),
];
console.log(
  `Three decisions a row: tier of a quotient, score of four criteria, grade band; ${count.toLocaleString('en')} rows, a quarter on edges.\n`,
);
printTable(table);
console.log(
  '\n“integers = 1”: how many times slower than hand-written scaled integers. “decimal.js = 1”: how many times faster than hand-written decimal.js.',
);
const explanations = lines.at(contenders.findIndex(({ name }) => name === explained(program).name));
const times = (name: string): string => (rateOf(name) / (explanations?.rate ?? NaN)).toFixed(0);
console.log(
  `\nWith full explanation: ${times(integersForAuditors.name)} times slower than a hand-written list of steps for an auditor, ${times(integersWithSteps.name)} times slower than the shortest one, ${times(integersExplained(program).name)} times slower than the very same one by hand.`,
);

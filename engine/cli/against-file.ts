import { resolve } from 'node:path';
import { writeRows } from '../host/table/csv.ts';
import { delimiterByName } from '../tables/delimiter.ts';
import { openOutput } from '../host/write-file.ts';
import type { Compared } from '../recalculate/compare.ts';
import type { Recalculated } from '../recalculate/recalculate.ts';
import { inputChangeInWords, ruleChangeInWords } from '../recalculate/words.ts';
import type { Comparison } from './against.ts';
import { notWritten } from './refusals.ts';
import type { Call, Refusal } from './verb.ts';

interface DifferenceFile {
  write(comparison: Comparison): Promise<void>;
  abandon(): Promise<void>;
}

/** The differences as a table in the file of `--out`; undefined without one. A row for each person and decision. */
export async function openDifferences(call: Call): Promise<DifferenceFile | Refusal | undefined> {
  const { io, options } = call;
  if (options.out === undefined) return undefined;
  try {
    const output = await openOutput(resolve(io.cwd, options.out));
    return {
      write: async (comparison) => {
        const { manner } = comparison.run.table;
        const rows = writeRows([columns, ...rowsOf(comparison, call)], manner, delimiterByName(options.out ?? ''));
        await output.write((manner.mark ? '\uFEFF' : '') + rows);
        await output.finish();
      },
      abandon: output.abandon,
    };
  } catch (error) {
    return notWritten(error, options.out);
  }
}

/** `change` is same, no-value (before and after), amount, open (no number on one side), only-old, only-new or error. */
const columns: readonly string[] = [
  'key',
  'name',
  'decision',
  'change',
  'old',
  'new',
  'difference',
  'due-to-rules',
  'due-to-inputs',
  'unexplained',
  'rules',
  'inputs',
];

function rowsOf({ run, people }: Comparison, call: Call): readonly (readonly string[])[] {
  return people.flatMap((one) =>
    run.asked.map(({ written }, i) => [one.key, one.name ?? '', written, ...cellsOf(one, i, call)]),
  );
}

function cellsOf(one: Compared, i: number, call: Call): readonly string[] {
  const rest = ['', '', '', '', '', ''];
  switch (one.is) {
    case 'both': {
      const decision = one.decisions[i];
      return decision === undefined ? ['', '', '', ...rest] : comparedCells(decision, call);
    }
    case 'only-old':
      return [one.is, one.filed[i] ?? '', '', ...rest];
    case 'only-new':
      return [one.is, '', one.outcomes[i]?.value ?? one.outcomes[i]?.status ?? '', ...rest];
    case 'error':
      return [one.is, '', '', ...rest.slice(1), one.problems.map((problem) => problem[call.language]).join(' ')];
  }
}

function comparedCells(
  { was = '', is, difference, rules, inputs }: Recalculated,
  { language }: Call,
): readonly string[] {
  const amount = difference.is === 'amount' ? difference : undefined;
  const { parts } = amount ?? {};
  return [
    difference.is,
    was,
    is.value ?? is.status,
    amount?.difference ?? '',
    parts?.rules ?? '',
    parts?.inputs ?? '',
    parts?.unexplained ?? '',
    rules.map((rule) => ruleChangeInWords(rule)[language]).join('; '),
    inputs.map((input) => inputChangeInWords(input)[language]).join('; '),
  ];
}

import { answersOf } from '../../engine/compile/answers.ts';
import { emitModule } from '../../engine/emit/module/module.ts';
import type { Program } from '../../engine/ir/program.ts';
import { readFacts, type Facts } from '../../engine/value/facts.ts';
import { byUnits } from '../emit/module/by-units.ts';
import { insideOf } from '../emit/module/emitted.ts';
import { oracle, type Verdict } from '../oracle/oracle.ts';
import { inColumns } from '../random/columnar.ts';
import { evaluators, explained } from '../random/evaluators.ts';
import type { Alike, TextRow } from './handbooks.ts';

type Answer = Pick<Verdict, 'status' | 'value' | 'flags' | 'reasons' | 'error'>;

/** What one way of answering says of all decisions in all rows. */
type Way = (asked: Asked, sourceOnly: boolean) => readonly (readonly Answer[])[];

interface Asked {
  readonly program: Program;
  readonly decisions: readonly string[];
  readonly rows: readonly TextRow[];
  readonly facts: readonly Facts[];
}

/** The decisions that may be asked about a row as it is. */
export function askedOf({ program, rows }: Pick<Alike, 'program' | 'rows'>): Asked {
  const decisions = Object.values(program.decisions).flatMap(({ name, takes }) => (takes.length === 0 ? [name] : []));
  return { program, decisions, rows, facts: rows.map((row) => readFacts(program, row)) };
}

/** Where a way does not say what the oracle says, the shortest first. */
export function differences(asked: Asked, sourceOnly: boolean): readonly string[] {
  const { program, decisions, rows, facts } = asked;
  const wanted = decisions.map((name) => facts.map((given) => said(oracle(program, name, given, { sourceOnly }))));
  const found = Object.entries(ways).flatMap(([way, answers]) =>
    answers(asked, sourceOnly).flatMap((ofDecision, d) =>
      ofDecision.flatMap((answer, i) =>
        said(answer) === wanted[d]![i]
          ? []
          : [`${way}, ${decisions[d]!}, ${JSON.stringify(rows[i])}: ${said(answer)} instead of ${wanted[d]![i]!}`],
      ),
    ),
  );
  return found.toSorted((a, b) => a.length - b.length);
}

function said({ status, value, flags, reasons, error }: Answer): string {
  const why = reasons.map(({ code, fact, parameter, gap, person }) =>
    [code, fact, parameter, gap, person].filter((part) => part !== undefined).join(' '),
  );
  return [status, value, `[${flags.join(' ')}]`, ...why, error?.code].filter((part) => part !== undefined).join(', ');
}

/** One question after another. */
const oneByOne = Object.fromEntries(
  Object.entries({ ...evaluators, ...explained, 'module by units': byUnits({ asked: 0, answered: 0 }) }).map(
    ([name, evaluator]): [string, Way] => [
      name,
      ({ program, decisions, facts }, sourceOnly) => {
        const evaluate = evaluator(program);
        return decisions.map((decision) => facts.map((given) => evaluate(decision, given, { sourceOnly })));
      },
    ],
  ),
);

const ways: Readonly<Record<string, Way>> = {
  ...oneByOne,
  'columns together': ({ program, decisions, facts }, sourceOnly) => {
    const sets = facts.map(({ values }) => values);
    return sourceOnly ? [] : inColumns(program, decisions, sets).outcomes;
  },
  'columns alone': ({ program, decisions, facts }, sourceOnly) => {
    const sets = facts.map(({ values }) => values);
    return sourceOnly ? [] : decisions.flatMap((decision) => inColumns(program, [decision], sets).outcomes);
  },
  'embedded, by texts': ({ program, decisions, rows, facts }, sourceOnly) => {
    const { evaluate, plainly } = answersOf(program);
    return decisions.map((decision) =>
      rows.map((row, i) => {
        // Texts are taken as they are once the decision has been asked about facts that were read.
        const carefully = evaluate(decision, facts[i]!, { sourceOnly });
        return (sourceOnly ? undefined : plainly(decision, row)) ?? carefully;
      }),
    );
  },
  'module by texts': ({ program, decisions, rows }, sourceOnly) => {
    const { evaluate, handbook } = insideOf(emitModule(program, decisions, { from: program.at }).text);
    const known = (row: TextRow): TextRow =>
      Object.fromEntries(Object.entries(row).filter(([fact]) => fact in handbook.facts));
    return decisions.map((decision) =>
      rows.map((row) => evaluate(decision, known(row), { at: program.at, sourceOnly })),
    );
  },
};

import { everything } from '../ir/program.ts';
import { compareRows, type Compared, type NewRow } from '../recalculate/compare.ts';
import { daysOfKnowledge, knowledgeOf, programKnown, type Knowledge } from '../recalculate/knowledge.ts';
import type { Question } from '../recalculate/recalculate.ts';
import { isDay } from '../value/calendar.ts';
import { openDifferences } from './against-file.ts';
import { reportDifferences } from './against-report.ts';
import { readOldRows } from './against-rows.ts';
import type { RowRun } from './answer-rows.ts';
import { compiled } from './evaluators.ts';
import { keyedBy, personIn } from './person.ts';
import { noDate } from './refusals.ts';
import { problemsOf } from './row-wrong.ts';
import type { Sink } from './sink.ts';
import { isRefusal, type Call, type Refusal } from './verb.ts';

/** All that a comparison found. */
export interface Comparison {
  readonly run: RowRun;
  readonly knowledge: Knowledge;
  /** Joined tables as they are today, which stood in for those of the earlier result. */
  readonly borrowed: readonly string[];
  readonly people: readonly Compared[];
}

/** What is to pay beyond the earlier result of `--against`, person by person. */
export async function openAgainst(call: Call, run: RowRun, path: string): Promise<Sink | Refusal> {
  const { againstKnown, sourceOnly = false } = call.options;
  if (againstKnown !== undefined && !isDay(againstKnown)) return noDate('--against-known', againstKnown);
  const personOf = personIn(run);
  const table = await readOldRows(call, path, run.ready);
  if (isRefusal(table)) return table;
  const { rows: old, borrowed } = table;
  const file = await openDifferences(call);
  if (isRefusal(file)) return file;
  const { asked, ready } = run;
  const questions = asked.map(({ decision, on }): Question => ({
    decision,
    sourceOnly,
    ...(on === undefined ? {} : { on }),
  }));
  const now: NewRow[] = [];
  let failed = false;
  return {
    add: (answered) => {
      const { facts, outcomes, ready: there } = answered;
      const problems = problemsOf(answered, run);
      now.push({ ...keyedBy(personOf(answered)), program: there.program, facts, outcomes, problems });
      return Promise.resolve();
    },
    finish: async () => {
      const { loaded, moment } = ready;
      const { handbook } = loaded;
      const days = againstKnown === undefined ? daysOfKnowledge(handbook, moment.known ?? everything) : [againstKnown];
      const programOn = (day: string): Knowledge['program'] => programKnown(handbook, moment.at, moment.period, day);
      const knowledge = knowledgeOf(old, questions, days, programOn, (program, { decision, on }, facts) =>
        compiled(program, decision, facts, { sourceOnly, ...(on === undefined ? {} : { on }) }),
      );
      const people = compareRows(questions, old, now, {
        program: knowledge.program,
        isOwn: borrowed.length === 0,
      });
      failed = people.some(({ is }) => is === 'error');
      const comparison: Comparison = { run, knowledge, borrowed, people };
      await file?.write(comparison);
      reportDifferences(comparison, call);
    },
    hasErrors: () => failed,
    abandon: async () => {
      await file?.abandon();
    },
  };
}

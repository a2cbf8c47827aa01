import { resolve } from 'node:path';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Outcome } from '../ir/outcome.ts';
import { slipFileName } from '../slips/file-name.ts';
import { indexPage } from '../slips/index-page.ts';
import type { Person } from '../slips/slip.ts';
import { totalOf } from '../slips/totals.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { folderAt } from './folder-at.ts';
import { personIn } from './person.ts';
import { problemsOf } from './row-wrong.ts';
import type { Sink } from './sink.ts';
import { handbookTitle, slipLanguages, slipWriter, whenOf } from './slip-writer.ts';
import { isRefusal, remark, type Call, type Refusal } from './verb.ts';
import { writtenNow } from './written.ts';

/** A row of the index; only without problems it has a slip. */
interface Entry {
  readonly line: number;
  readonly person: Person;
  readonly file: string;
  readonly outcomes: readonly Outcome[];
  readonly problems: readonly Texts[];
}

/** A page for each person in the folder of `--slips`, and an index of them all. */
export async function openSlips(call: Call, run: RowRun, dir: string): Promise<Sink | Refusal> {
  const personOf = personIn(run);
  const folder = await folderAt(resolve(call.io.cwd, dir), dir);
  if (isRefusal(folder)) return folder;
  const written = writtenNow(call, run.ready);
  const pageFor = slipWriter(call, run, written);
  const entries: Entry[] = [];
  const hasSlip = ({ problems }: Entry): boolean => problems.length === 0;
  return {
    add: async (answered) => {
      const entry = entryOf(answered, personOf(answered), entries.length + 1, run);
      entries.push(entry);
      if (hasSlip(entry)) await folder.write(entry.file, pageFor(answered, entry.person));
    },
    finish: async () => {
      const people = entries.filter(hasSlip);
      const failed = entries.filter((entry) => !hasSlip(entry));
      const index = {
        program: run.ready.program,
        handbook: handbookTitle(run.ready),
        when: whenOf(call, run.ready),
        decisions: totalsOf(people, run),
        people,
        errors: failed.map(({ line, person, problems }) => ({ line, key: person.key.text, problems })),
      };
      await folder.write('index.html', indexPage(index, slipLanguages(call), written));
      await folder.finish();
      remark(call, toldAbout(people.length, failed.length, dir));
    },
    abandon: folder.abandon,
    hasErrors: () => !entries.every(hasSlip),
  };
}

function entryOf(answered: AnsweredRow, person: Person, row: number, run: RowRun): Entry {
  return {
    line: answered.row.line,
    person,
    file: slipFileName(row, person.key.text),
    outcomes: answered.outcomes,
    problems: problemsOf(answered, run),
  };
}

/** What the slips come to, decision by decision. */
function totalsOf(
  people: readonly Entry[],
  { asked, ready: { program } }: RowRun,
): Parameters<typeof indexPage>[0]['decisions'] {
  return asked.map(({ written, decision }, i) => {
    const sum = totalOf(decision, program);
    for (const { outcomes } of people) {
      const outcome = outcomes[i];
      if (outcome !== undefined) sum.add(outcome);
    }
    const title = program.decisions[decision]?.title ?? { en: written, zh: written };
    return { decision: written, title, total: sum.total() };
  });
}

function toldAbout(slips: number, failed: number, dir: string): Texts {
  const without =
    failed === 0
      ? { en: '', zh: '' }
      : { en: `; ${failed} in error without one`, zh: `；${failed} 行有错误，没有薪酬单` };
  return {
    en: `${slips} ${slips === 1 ? 'slip' : 'slips'} in ${dir}${without.en}. Begin with ${dir}/index.html.`,
    zh: `${dir} 中有 ${slips} 份薪酬单${without.zh}。请从 ${dir}/index.html 看起。`,
  };
}

import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import { session } from '../evaluate/evaluate.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import { slipPage } from '../slips/slip-page.ts';
import type { Person, When, Written } from '../slips/slip.ts';
import { slipIn } from '../slips/tell.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { clauseTitles } from './clauses.ts';
import type { Ready } from './question.ts';
import type { Call } from './verb.ts';

/** Makes the page of a person from the row that was answered. */
export function slipWriter(
  call: Call,
  run: RowRun,
  written: Written,
): (answered: AnsweredRow, person: Person) => string {
  const clauses = clauseTitles(run.ready.loaded.handbook);
  const handbook = handbookTitle(run.ready);
  return (answered, person) => {
    const { ready } = answered;
    const explanations = explained(answered, run, call.options.sourceOnly === true);
    const source = { program: ready.program, handbook, person, when: whenOf(call, ready), explanations, clauses };
    const slips = slipLanguages(call).map((language) => slipIn(source, language));
    return slipPage(slips, 'index.html', written);
  };
}

/** Each decision asked, explained. It was answered by another evaluator: should the two ever differ, nobody gets a slip. */
function explained(
  { facts, ready, outcomes }: AnsweredRow,
  { asked }: RowRun,
  sourceOnly: boolean,
): readonly Explanation[] {
  const questions = session(ready.program, facts, { sourceOnly });
  return asked.map(({ decision, on }, i) => {
    const { outcome, explanation } = questions.explain(decision, on);
    const answered = outcomes[i];
    if (outcome.status !== answered?.status || outcome.value !== answered.value) {
      throw new Error(
        `${decision}: ${outcome.value ?? outcome.status}, but ${answered?.value ?? answered?.status ?? 'nothing'}`,
      );
    }
    return explanation;
  });
}

export function handbookTitle({ loaded, program }: Ready): Texts {
  const { title } = loaded.handbook.manifest ?? {};
  return title === undefined ? { en: program.handbook, zh: program.handbook } : { en: title.en, zh: title.zh };
}

export function whenOf({ options }: Call, { moment: { at, period, known } }: Ready): When {
  return {
    at,
    ...(period === undefined ? {} : { period }),
    ...(known === undefined ? {} : { known }),
    sourceOnly: options.sourceOnly === true,
  };
}

/** A slip is for the person, not for whoever runs the command: both languages unless one is named. */
export function slipLanguages({ options }: Call): readonly Language[] {
  return options.lang === 'en' || options.lang === 'zh' ? [options.lang] : ['zh', 'en'];
}

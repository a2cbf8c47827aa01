import { isUnreadable } from '../host/host-messages.ts';
import { filesAtRevision } from '../host/git.ts';
import { readHandbook } from '../program/handbook.ts';
import { diffOf } from '../review/diff/report.ts';
import { stretchesOf, type State } from '../review/diff/states.ts';
import { renderReview } from '../review/render.ts';
import { reviewHandbooks, withEffect } from '../review/review.ts';
import { effectOn, type Tried } from './diff-effect.ts';
import { momentOf, openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { populationOptions } from './population.ts';
import { missingOption, wrongUse } from './refusals.ts';
import { tableOptions } from './table-options.ts';
import { isRefusal, type Call, type Refusal, type Verb } from './verb.ts';

export const review: Verb = {
  about: {
    en: 'Say in words what the handbook changes against another revision. Exit code 1 when it must not be merged.',
    zh: '用文字说明手册相对另一版本的变化。不应合并时退出码为 1。',
  },
  takes: {
    form: '[decisions...]',
    says: {
      en: 'decisions to try on the population (else all numbers that change)',
      zh: '在人群表上试算的决定（默认为所有改变的数值）',
    },
  },
  options: [
    { flags: '--base <revision>', says: { en: 'a branch, tag or commit of git', zh: 'git 的分支、标签或提交' } },
    ...populationOptions,
    ...tableOptions,
  ],
  examples: [
    'bylaw review --base main',
    'bylaw review --base v1.2 --lang zh > review.md',
    'bylaw review --base main commission.head.amount --population people.csv --by department > review.md',
  ],
  run: reviewChange,
};

/** Versions in force on the day (today, or `--at`) may not have changed in place. */
async function reviewChange(call: Call): Promise<number | Refusal> {
  const { base } = call.options;
  if (base === undefined)
    return missingOption('--base', { en: 'name a revision, such as main', zh: '请写明版本，例如 main' });
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const moment = momentOf(call, loaded);
  if (isRefusal(moment)) return moment;
  const files = await filesAtRevision(loaded.dir, base);
  if (isUnreadable(files)) return { exit: 2, says: files.unreadable };
  const handbook = readHandbook(files);
  const reviewed = reviewHandbooks(handbook, loaded.handbook, moment.at);
  const sides = [
    { name: base, handbook },
    { name: 'head', handbook: loaded.handbook },
  ] as const;
  const tried = await effectOfReview(call, sides);
  if (isRefusal(tried)) return tried;
  const found = tried === undefined ? reviewed : withEffect(reviewed, tried.effect);
  if (call.options.json === true) printJson(found, call);
  else call.io.out.write(renderReview(found, call.language));
  return found.refused || tried?.failed === true ? 1 : 0;
}

/** The effect on the population, where there is one. */
async function effectOfReview(
  call: Call,
  [before, after]: readonly [State, State],
): Promise<Tried | Refusal | undefined> {
  const { names, options } = call;
  if (options.population === undefined)
    return names.length === 0
      ? undefined
      : wrongUse(
          `Decisions are tried on a population: name it with --population FILE (${names.join(', ')}).`,
          `决定须在人群表上试算：请用 --population FILE 指明（${names.join('、')}）。`,
        );
  const stretches = stretchesOf(before, after, options);
  const diff = diffOf(before, after, stretches, () => true);
  return effectOn(call, stretches, diff, names);
}

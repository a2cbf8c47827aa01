import { isUnreadable } from '../host/host-messages.ts';
import { filesAtRevision } from '../host/git.ts';
import { readHandbook } from '../program/handbook.ts';
import { renderReview } from '../review/render.ts';
import { reviewHandbooks } from '../review/review.ts';
import { momentOf, openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { missingOption } from './refusals.ts';
import { isRefusal, type Call, type Refusal, type Verb } from './verb.ts';

export const review: Verb = {
  about: {
    en: 'Say in words what the handbook changes against another revision. Exit code 1 when it must not be merged.',
    zh: '用文字说明手册相对另一版本的变化。不应合并时退出码为 1。',
  },
  options: [
    { flags: '--base <revision>', says: { en: 'a branch, tag or commit of git', zh: 'git 的分支、标签或提交' } },
  ],
  examples: ['bylaw review --base main', 'bylaw review --base v1.2 --lang zh > review.md'],
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
  const found = reviewHandbooks(readHandbook(files), loaded.handbook, moment.at);
  if (call.options.json === true) printJson(found, call);
  else call.io.out.write(renderReview(found, call.language));
  return found.refused ? 1 : 0;
}

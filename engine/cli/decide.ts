import { join } from 'node:path';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { openOutput } from '../host/write-file.ts';
import type { InterpretationEntry } from '../ledger/interpretations.ts';
import { decideInterpretation } from '../review/decide.ts';
import { refusedDay, refusedPost } from '../service/inbox/who-decides.ts';
import { isDay } from '../value/calendar.ts';
import { momentOf } from './handbook.ts';
import { printJson } from './json.ts';
import { joinPath } from './paths.ts';
import { missingOption, noDate, wrongUse } from './refusals.ts';
import { placeOf } from './test-coverage.ts';
import { isRefusal, say, type Call, type Refusal } from './verb.ts';

/** Writes into the policy, or for a convention into the manifest, who decided an interpretation, and shows the change. */
export async function decideOne(
  call: Call,
  loaded: LoadedHandbook,
  all: readonly InterpretationEntry[],
): Promise<number | Refusal> {
  const [, id, more] = call.names;
  const { by, on } = call.options;
  if (id === undefined || more !== undefined) {
    return wrongUse(
      'Name one interpretation: bylaw interpretations decide pay.promoter#full-months --by POST --on DATE.',
      '请写明一项解释：bylaw interpretations decide pay.promoter#full-months --by 岗位 --on 日期。',
    );
  }
  if (by === undefined) return missingOption('--by', { en: 'name the post that decided', zh: '请写明作出决定的岗位' });
  if (on === undefined)
    return missingOption('--on', { en: 'name the day of the decision', zh: '请写明作出决定的日期' });
  const entry = all.find((one) => one.id === id);
  if (entry === undefined) {
    const known = all.map((one) => one.id);
    const near = didYouMean(suggest(id, known));
    return wrongUse(`There is no interpretation “${id}”.${near.en}`, `没有解释“${id}”。${near.zh}`);
  }
  const refused = refusal(entry, by, on, call, loaded);
  if (refused !== undefined) return refused;
  return write(entry, { by, on }, call, loaded);
}

/** Why it cannot have been decided so. */
function refusal(
  entry: InterpretationEntry,
  by: string,
  on: string,
  call: Call,
  loaded: LoadedHandbook,
): Refusal | undefined {
  const post = refusedPost(entry, by, loaded.handbook);
  if (post !== undefined) return wrongUse(post.en, post.zh);
  if (!isDay(on)) return noDate('--on', on);
  const today = momentOf({ ...call, options: {} }, loaded);
  if (isRefusal(today)) return today;
  const day = refusedDay(entry, on, today.at);
  return day && wrongUse(day.en, day.zh);
}

async function write(
  { id, interpretation: { origin, status } }: InterpretationEntry,
  { by, on }: { readonly by: string; readonly on: string },
  call: Call,
  loaded: LoadedHandbook,
): Promise<number | Refusal> {
  const file = loaded.files.get(origin.file);
  const decided = file && decideInterpretation(file, id.slice(id.indexOf('#') + 1), by, on);
  if (decided === undefined) {
    const was = status === 'proposed' ? { by: '?', date: '?' } : status;
    return wrongUse(
      `${id} is decided already, by ${was.by} on ${was.date}. Amend the policy to decide it anew.`,
      `${id} 已由 ${was.by} 于 ${was.date} 决定。如需重新决定，请修订制度。`,
    );
  }
  const output = await openOutput(join(loaded.dir, origin.file));
  await output.write(decided.text);
  await output.finish();
  const { line, column } = placeOf(decided.at, loaded);
  if (call.options.json === true)
    printJson({ id, place: { file: origin.file, line, column }, was: decided.was, is: decided.is }, call);
  else {
    const { colours } = call;
    say(call, `${joinPath(call, loaded.dir, origin.file)}:${line}:${column} ${id}`);
    if (decided.was !== '') say(call, colours.red(`- ${decided.was}`));
    say(call, colours.green(`+ ${decided.is}`));
  }
  return 0;
}

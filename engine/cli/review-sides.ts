import { distinct } from '../diagnostic/arrange.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { changesSince, type Since } from '../host/git-changes.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { readHandbook, type Handbook } from '../program/handbook.ts';
import { openHandbook } from './handbook.ts';
import { unreadableHandbook } from './refusals.ts';
import { runBoth, type Tested } from './test-run.ts';
import { isRefusal, type Call, type Refusal } from './verb.ts';

/** The two states of a handbook that a review compares. */
export interface ReviewSides {
  readonly since: Since;
  readonly base: LoadedHandbook;
  readonly head: LoadedHandbook;
}

/** The working folder, and the same folder in the commit where it parted from `revision`. */
export async function openSides(call: Call, revision: string): Promise<ReviewSides | Refusal> {
  const head = await openHandbook(call);
  if (isRefusal(head)) return head;
  const since = await changesSince(head.dir, revision);
  if (isUnreadable(since)) return { exit: 2, says: since.unreadable };
  const { files } = since;
  const base: LoadedHandbook = {
    dir: head.dir,
    handbook: readHandbook(files),
    files: new Map(files.map((file) => [file.name, file])),
    leftOut: [],
  };
  const broken =
    noManifest(head.handbook, { en: 'The handbook', zh: '手册' }) ??
    // A handbook that the base does not have yet is all new.
    (files.length === 0
      ? undefined
      : noManifest(base.handbook, { en: `The handbook in ${revision}`, zh: `${revision} 中的手册` }));
  return broken ?? { since, base, head };
}

/** Without its manifest nothing is known of a handbook. */
function noManifest(
  { manifest, diagnostics }: Handbook,
  what: { readonly en: string; readonly zh: string },
): Refusal | undefined {
  if (manifest !== undefined) return undefined;
  const why = diagnostics.find(({ blocks }) => blocks);
  return unreadableHandbook({
    en: `${what.en} has no manifest that can be read. ${why === undefined ? '' : `${why.span.file}: ${why.message.en}`}`,
    zh: `${what.zh}没有可读的清单。${why === undefined ? '' : `${why.span.file}：${why.message.zh}`}`,
  });
}

/** The cases of both sides; once where all files are the same. */
export function testSides({ base, head }: ReviewSides): { readonly before: Tested; readonly after: Tested } {
  const all = { names: [], clauses: [] };
  const after = runBoth(head, all);
  const isSame =
    base.files.size === head.files.size &&
    [...head.files].every(([name, { text }]) => base.files.get(name)?.text === text);
  return { before: isSame ? after : runBoth(base, all), after };
}

/** All that is wrong with a side: its files, and its cases where these can be judged. */
export function findingsOf({ handbook, leftOut }: LoadedHandbook, { mistakes }: Tested): readonly Diagnostic[] {
  // Cases of a policy that cannot be read would only repeat that its names are unknown.
  const ofCases = handbook.sources.broken.length > 0 ? [] : mistakes;
  return distinct([...leftOut, ...handbook.diagnostics, ...ofCases]);
}

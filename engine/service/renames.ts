import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Handbook } from '../program/handbook.ts';
import { applyEdits } from '../source/edit.ts';
import { sortWords } from './language/describe.ts';
import { rename } from './language/rename.ts';
import { thingsOf, type Thing } from './language/things.ts';
import { openWorkspace, updateFiles } from './workspace.ts';

/** A thing that is called otherwise and is the same. */
export interface Renamed {
  /** Whose it is; nothing where it is a member of a list of the vocabulary. */
  readonly policy?: string;
  readonly says: Texts;
}

interface UnderOldNames {
  /** The later handbook with the names of the earlier one. */
  readonly handbook: Handbook;
  readonly renamed: readonly Renamed[];
}

/**
 * A later state of a handbook as it would read with the names of an earlier one, for interpretations, gaps, posts, departments, scopes, sources
 * and members of lists that say the same of themselves under another name. Calling something otherwise is no other meaning, so the two states are
 * compared without it. Only what can be called back in all places is; else the state stays as it is.
 */
export function underOldNames(base: Handbook, head: Handbook): UnderOldNames {
  const pairs = pairsOf(base, head);
  if (pairs.length === 0) return { handbook: head, renamed: [] };
  let workspace = openWorkspace(head.sources.files.map(({ name, text }) => ({ path: name, text })));
  const renamed: Renamed[] = [];
  for (const [was, is] of pairs) {
    // Other names before it in a file may have moved it.
    const [at] = [...thingsOf(workspace.handbook)[is.sort]().values()].find(({ name }) => name === is.name)?.ats ?? [];
    const done = at && rename(workspace, at.file, at.start, lastName(was));
    if (done === undefined || 'refused' in done) continue;
    const files = [...Map.groupBy(done.edits, ({ span }) => span.file)].map(([path, edits]) => ({
      path,
      text: applyEdits(workspace.readings.get(path)?.file.text ?? '', edits),
    }));
    workspace = updateFiles(workspace, files);
    renamed.push(toldOf(was, is, head));
  }
  return { handbook: renamed.length === 0 ? head : workspace.handbook, renamed };
}

const sorts = ['scope', 'source', 'interpretation', 'gap', 'post', 'department', 'member'] as const;
type Named = Thing & { readonly sort: (typeof sorts)[number] };

/** Of each sort what is gone with the one new thing that says the same of itself. */
function pairsOf(base: Handbook, head: Handbook): readonly (readonly [was: Named, is: Named])[] {
  return sorts.flatMap((sort) => {
    const [old, now] = [thingsOf(base)[sort](), thingsOf(head)[sort]()];
    const only = (all: typeof old, others: typeof old): ReadonlyMap<string, readonly Named[]> => {
      // Each is of the sort that it was asked by.
      const alone = [...all].flatMap(([id, thing]) => (others.has(id) ? [] : [thing as Named]));
      return Map.groupBy(alone, sameness);
    };
    const fresh = only(now, old);
    return [...only(old, now)].flatMap(([key, gone]) => {
      const [was, is] = [gone[0], fresh.get(key)?.[0]];
      const isOnly = gone.length === 1 && fresh.get(key)?.length === 1;
      return isOnly && was !== undefined && is !== undefined ? [[was, is] as const] : [];
    });
  });
}

/** What two things that are called differently have in common if they are one. */
function sameness(thing: Named): string {
  switch (thing.sort) {
    case 'interpretation': {
      const { id, origin: _, ...says } = thing.interpretation;
      return JSON.stringify([policyOf(id), says]);
    }
    case 'gap':
      return JSON.stringify([policyOf(thing.name), thing.gap.says]);
    case 'post':
    case 'department':
      return JSON.stringify([thing.scope, thing.title]);
    case 'member':
      return JSON.stringify([thing.enumeration, thing.title]);
    case 'scope':
    case 'source':
      return JSON.stringify(thing.title);
  }
}

const policyOf = (id: string): string => id.slice(0, id.indexOf('#'));
const lastName = ({ name }: Thing): string => name.slice(name.indexOf('#') + 1);

function toldOf(was: Named, is: Named, { versions, sources }: Handbook): Renamed {
  const { en, zh } = sortWords(is.sort);
  const [old, now] = [lastName(was), lastName(is)];
  const says: Texts = {
    en: `The ${en} ${old} is now called ${now} and means the same.`,
    zh: `${zh}“${old}”改称“${now}”，含义不变。`,
  };
  const file = is.ats[0]?.file;
  const own = sources.policies.find((one) => one.file.name === file)?.policy.policy.text;
  return own !== undefined && versions.has(own) ? { policy: own, says } : { says };
}

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HistoryAnswer } from '../../../server/api.ts';
import { useDocuments } from '../../documents/hooks.ts';
import { historyOf } from '../../git/remote.ts';
import { useKept, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { Comparison } from './comparison.tsx';
import { commitEntries, versionEntries, type Entry } from './entries.ts';
import { TimeLine } from './time-line.tsx';
import { historyWords } from './words.ts';

/** What the policy said before: its versions, and what git knows of its file; any two beside each other. */
export function History(): VNode {
  const { path, outline, overview, documents } = usePage();
  const { say } = useWords(historyWords);
  const all = useDocuments(documents);
  const found = useHistoryOf(path, documents.get(path)?.saved.version ?? null);
  const policy = outline.files.find((file) => file.path === path && file.kind !== 'cases')?.policy;
  const heads = new Map((overview?.policies ?? []).flatMap(({ path: own, head }) => (head ? [[own, head]] : [])));
  const versions = policy === undefined ? [] : versionEntries(policy, outline, all, heads);
  const commits = found === undefined ? [] : commitEntries(found);
  const entries = [...versions, ...commits];
  const [chosen, choose] = useKept<readonly [string, string] | undefined>(`history/chosen ${path}`, undefined);
  const [before, after] = chosenOf(entries, versions, commits, chosen);
  const pick = (column: 'before' | 'after', { id }: Entry): void =>
    choose(column === 'before' ? [id, after?.id ?? ''] : [before?.id ?? '', id]);
  return (
    <div class="history">
      {versions.length > 0 && <h3>{say('versions')}</h3>}
      <TimeLine entries={versions} before={before} after={after} onPick={pick} />
      <h3>{say('commits')}</h3>
      {found !== undefined && commits.length === 0 && <p class="hint">{say('noCommits')}</p>}
      <TimeLine entries={commits} before={before} after={after} onPick={pick} />
      {found?.more === true && <p class="hint">{say('older')}</p>}
      <h3>{say('compared')}</h3>
      {before === undefined || after === undefined ? (
        <p class="hint">{say('choose')}</p>
      ) : (
        <Comparison path={versions[0]?.path ?? path} isPolicy={policy !== undefined} before={before} after={after} />
      )}
    </div>
  );
}

/** What was chosen; at first the newest version and the one before it, else the last commit and what stands here. */
function chosenOf(
  entries: readonly Entry[],
  versions: readonly Entry[],
  commits: readonly Entry[],
  chosen: readonly [string, string] | undefined,
): readonly [Entry | undefined, Entry | undefined] {
  const known = (id: string | undefined): Entry | undefined => entries.find((entry) => entry.id === id);
  if (chosen !== undefined) return [known(chosen[0]), known(chosen[1])];
  const after = versions[0] ?? commits[0];
  return [versions[1] ?? commits.find(({ text }) => text !== after?.text), after];
}

/** Asked again when the file gets another version on disk. */
function useHistoryOf(path: string, version: string | null): HistoryAnswer | undefined {
  const [found, setFound] = useState<{ readonly path: string; readonly answer: HistoryAnswer }>();
  useEffect(() => {
    let isLeft = false;
    void historyOf(path).then((answer) => {
      if (!isLeft) setFound({ path, answer: answer ?? { entries: [], more: false } });
    });
    return () => {
      isLeft = true;
    };
  }, [path, version]);
  return found?.path === path ? found.answer : undefined;
}

import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { FileEntry, Overview, PolicyEntry, Texts } from '../../../engine/service/index.ts';
import { useWords, type PageWord } from '../words.ts';

interface FileListProps {
  readonly overview: Overview | undefined;
  readonly chosen: string;
  /** Files whose text differs from the one on disk. */
  readonly changed: ReadonlySet<string>;
  readonly onChoose: (path: string) => void;
}

/** All files of the handbook: policies by their titles, the rest by their paths. */
export function FileList({ overview, chosen, changed, onChoose }: FileListProps): VNode {
  const { say, pick } = useWords();
  // While a text is being typed it may be unreadable; its title stays the last one that was read.
  const titles = useRef(new Map<string, Texts>());
  for (const { path, head } of overview?.policies ?? []) if (head !== undefined) titles.current.set(path, head.title);

  const item = (entry: FileEntry, title: string, note: string): VNode => (
    <li key={entry.path}>
      <button
        type="button"
        class="file"
        aria-current={entry.path === chosen ? 'true' : undefined}
        title={entry.path}
        onClick={() => onChoose(entry.path)}
      >
        <span class="file-title">{title}</span>
        {note !== '' && <span class="file-note">{note}</span>}
        {changed.has(entry.path) && <span class="dot changed" role="img" aria-label={say('unsaved')} />}
        {entry.worst !== undefined && <span class={`dot ${entry.worst}`} role="img" aria-label={say(entry.worst)} />}
      </button>
    </li>
  );
  return (
    <nav class="files" aria-label={say('policies')}>
      <h2>{say('policies')}</h2>
      <ul>
        {overview?.policies.map((entry) => {
          const title = titles.current.get(entry.path);
          return item(entry, title === undefined ? entry.policy : pick(title), noteOf(entry, say));
        })}
      </ul>
      <h2>{say('otherFiles')}</h2>
      <ul class="others">
        {overview?.otherFiles.map((entry) => item(entry, nameOf(entry.path), folderOf(entry.path)))}
      </ul>
    </nav>
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function noteOf({ head, state }: PolicyEntry, say: (word: PageWord) => string): string {
  if (head === undefined) return '';
  return state === 'in-force' ? `v${head.version}` : `v${head.version} · ${say(stateWords[state ?? 'past'])}`;
}

/** How a version stands on the date, in a word. */
export const stateWords = {
  'in-force': 'now',
  future: 'future',
  past: 'past',
  superseded: 'past',
} as const satisfies Record<NonNullable<PolicyEntry['state']>, PageWord>;

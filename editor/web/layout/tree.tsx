import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Severity } from '../../../engine/service/index.ts';
import { useStates } from '../documents/hooks.ts';
import { useKept, usePage } from '../page.ts';
import { intoSight } from '../parts/into-sight.ts';
import { useWords } from '../words.ts';
import { SearchHits } from './search-hits.tsx';
import { above, branchesOf, filtered, linesOf, type Branch, type Line } from './tree-data.ts';
import { VersionBadge } from './version-badge.tsx';
import { layoutWords } from './words.ts';
import './tree.css';

/** The handbook's files by source and rule set, to be searched. Arrow keys go from line to line, as in any tree. */
export function Tree(): VNode {
  const { outline, language, at, path: chosen, go } = usePage();
  const { say } = useWords(layoutWords);
  const [query, setQuery] = useKept('tree/query', '');
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [focus, setFocus] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const branches = useMemo(() => {
    const titles = {
      wholeHandbook: say('wholeHandbook'),
      vocabulary: say('vocabulary'),
      registers: say('registers'),
      other: say('other'),
      cases: say('cases'),
    };
    return branchesOf({ outline, language, at, titles });
  }, [outline, language, at]);
  const shown = useMemo(() => filtered(branches, query), [branches, query]);
  const upwards = useMemo(() => new Set(above(branches, chosen).map(({ id }) => id)), [branches, chosen]);
  const marks = useMarks();
  const isOpen = (branch: Branch): boolean =>
    query !== ''
      ? branch.path === undefined
      : (opened.get(branch.id) ?? (upwards.has(branch.id) || branch.id.startsWith('source ')));
  const lines = linesOf(shown, isOpen);
  const current = lines.find(({ branch }) => branch.id === (focus ?? chosen)) ?? lines[0];

  // What was opened from elsewhere is brought into sight.
  useEffect(() => {
    setFocus(undefined);
    intoSight(list.current?.querySelector('[aria-current]'), list.current?.parentElement);
  }, [chosen]);

  const toggle = (branch: Branch, open: boolean): void => setOpened((all) => new Map(all).set(branch.id, open));
  const focusOn = (line: Line | undefined): void => {
    if (line === undefined) return;
    setFocus(line.branch.id);
    list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(line.branch.id)}"]`)?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (current === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = lines.indexOf(current);
    const { branch, open, parent } = current;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusOn(lines[at + 1]),
      ArrowUp: () => focusOn(lines[at - 1]),
      Home: () => focusOn(lines[0]),
      End: () => focusOn(lines.at(-1)),
      ArrowRight: () =>
        open || branch.below.length === 0 ? focusOn(open ? lines[at + 1] : undefined) : toggle(branch, true),
      ArrowLeft: () => (open ? toggle(branch, false) : focusOn(lines.find((one) => one.branch === parent))),
      Enter: () => choose(branch, open),
      ' ': () => choose(branch, open),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const choose = (branch: Branch, open: boolean): void => {
    setFocus(branch.id);
    if (branch.path !== undefined) go(branch.path);
    else toggle(branch, !open);
  };
  // Typing into a text draws the page again, but not these lines.
  const rows = useMemo(
    () =>
      lines.map((line) => (
        <Row
          key={line.branch.id}
          line={line}
          isChosen={line.branch.path === chosen}
          isCurrent={line === current}
          mark={marks(line.branch, line.open)}
          onChoose={() => choose(line.branch, line.open)}
          onToggle={() => toggle(line.branch, !line.open)}
        />
      )),
    [shown, opened, upwards, query, current?.branch.id, chosen, marks, language],
  );
  return (
    <nav class="files" aria-label={say('policies')} id="tree" tabIndex={-1}>
      <input
        type="search"
        class="search"
        value={query}
        placeholder={say('searchHint')}
        aria-label={`${say('search')}: ${say('searchHint')}`}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setQuery('');
          const first = lines.find(({ branch }) => branch.path !== undefined);
          if (event.key === 'Enter' && query.trim() !== '' && first !== undefined) choose(first.branch, first.open);
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          focusOn(lines[0]);
        }}
      />
      <div class="files-scroll">
        {lines.length > 0 && (
          <div class="tree" role="tree" aria-label={say('policies')} ref={list} onKeyDown={press}>
            {rows}
          </div>
        )}
        {query.trim() !== '' && <SearchHits query={query} isEmpty={lines.length === 0} />}
      </div>
    </nav>
  );
}

interface Mark {
  readonly worst: Severity | undefined;
  readonly isChanged: boolean;
}

/** What is wrong or not saved in a file, or below a line that is shut. */
function useMarks(): (branch: Branch, open: boolean) => Mark {
  const { overview, documents } = usePage();
  const states = useStates(documents);
  const worst = useMemo(() => {
    const entries = [...(overview?.policies ?? []), ...(overview?.otherFiles ?? [])];
    return new Map(entries.map((one) => [one.path, one.worst]));
  }, [overview]);
  const mark = (branch: Branch, open: boolean): Mark => {
    const { path, below } = branch;
    const own: Mark = {
      worst: path === undefined ? undefined : worst.get(path),
      isChanged: path !== undefined && states.get(path) !== undefined && states.get(path) !== 'clean',
    };
    const whole = open ? [own] : [own, ...below.map((one) => mark(one, false))];
    const severities = whole.map((one) => one.worst);
    return {
      worst: severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : undefined,
      isChanged: whole.some(({ isChanged }) => isChanged),
    };
  };
  return useMemo(() => mark, [worst, states]);
}

interface RowProps {
  readonly line: Line;
  readonly isChosen: boolean;
  /** The one that Tab leads to. */
  readonly isCurrent: boolean;
  readonly mark: Mark;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}

function Row({ line, isChosen, isCurrent, mark, onChoose, onToggle }: RowProps): VNode {
  const { say } = useWords(layoutWords);
  const { branch, level, place, of, open } = line;
  const hasBelow = branch.below.length > 0;
  return (
    <div
      class={branch.path === undefined ? 'tree-row heading' : 'tree-row'}
      role="treeitem"
      data-id={branch.id}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-expanded={hasBelow ? open : undefined}
      aria-current={isChosen ? 'page' : undefined}
      aria-selected={isChosen}
      tabIndex={isCurrent ? 0 : -1}
      title={branch.path}
      style={{ '--level': level }}
      onClick={onChoose}
    >
      <span
        class={hasBelow ? `chevron${open ? ' open' : ''}` : 'chevron none'}
        aria-hidden="true"
        onClick={(event) => {
          if (!hasBelow) return;
          event.stopPropagation();
          onToggle();
        }}
      />
      <span class="tree-title">{branch.title}</span>
      {branch.path === undefined && !open && <span class="tree-count">{branch.below.length}</span>}
      {branch.version !== undefined && <VersionBadge version={branch.version} />}
      {mark.isChanged && <span class="dot changed" role="img" aria-label={say('unsaved')} />}
      {mark.worst !== undefined && <span class={`dot ${mark.worst}`} role="img" aria-label={say(mark.worst)} />}
    </div>
  );
}

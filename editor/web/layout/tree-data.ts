import type { FileHead, Language, Outline, Texts, VersionState } from '../../../engine/service/index.ts';
import { titleOf } from '../parts/title.ts';

/** A line of the list at the left, with what belongs below it. */
export interface Branch {
  readonly id: string;
  readonly title: string;
  /** The file that it opens; headings open none. */
  readonly path?: string;
  /** Of a policy: its version and how that stands on the day. */
  readonly version?: {
    readonly number: number;
    readonly state: VersionState;
    readonly from: string;
    readonly to?: string;
  };
  /** What else it may be found by. */
  readonly words: string;
  readonly below: readonly Branch[];
}

interface Titles {
  readonly wholeHandbook: string;
  readonly vocabulary: string;
  readonly registers: string;
  readonly other: string;
  readonly cases: string;
}

interface Setting {
  readonly outline: Outline;
  readonly language: Language;
  readonly at: string;
  readonly titles: Titles;
}

/** The handbook by source, rule set and policy; a policy's cases and earlier versions below it; then what is no policy. */
export function branchesOf(setting: Setting): readonly Branch[] {
  const { outline, language, titles } = setting;
  const { files, scopes, sources } = outline;
  const policies = files.filter(isPolicy);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const taken = new Set<string>();
  const newest = [...Map.groupBy(policies, ({ policy }) => policy).values()].map((versions) =>
    versions.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0)),
  );
  const branches = newest.flatMap(([head, ...older]) => {
    if (head === undefined) return [];
    const branch = policyBranch(head, older, setting);
    for (const { path } of [branch, ...branch.below]) if (path !== undefined) taken.add(path);
    return [{ scope: head.scope, branch }];
  });
  const pick = (title: Texts | undefined, id: string): string => title?.[language] ?? id;
  const scopeBranch = ({ id, title }: Outline['scopes'][number]): readonly Branch[] => {
    const below = branches.filter(({ scope }) => scope === id).map(({ branch }) => branch);
    return below.length === 0 ? [] : [{ id: `scope ${id}`, title: pick(title, id), words: '', below: sorted(below) }];
  };
  const ofSources = sources.flatMap(({ id, title }): readonly Branch[] => {
    const below = scopes.filter(({ source }) => source === id).flatMap(scopeBranch);
    const [only] = below;
    if (only === undefined) return [];
    // A source with one rule set is that rule set.
    return below.length === 1 ? [only] : [{ id: `source ${id}`, title: pick(title, id), words: '', below }];
  });
  // A handbook of one source needs no line for it.
  const [first] = ofSources;
  const top = ofSources.length === 1 && first?.id.startsWith('source ') === true ? first.below : ofSources;
  const known = new Set(scopes.filter(({ source }) => sources.some(({ id }) => id === source)).map(({ id }) => id));
  const unscoped = branches.filter(({ scope }) => scope === undefined || !known.has(scope)).map(({ branch }) => branch);
  const rest = files.filter(({ path }) => !taken.has(path));
  const group = (id: string, title: string, own: readonly FileHead[]): readonly Branch[] =>
    own.length === 0
      ? []
      : [
          {
            id: `group ${id}`,
            title,
            words: '',
            below: sorted(
              own.map((file) => ({ ...fileBranch(file, language), title: titleOf(file.path, outline, language) })),
            ),
          },
        ];
  const isRegister = ({ kind }: FileHead): boolean => kind === 'register';
  const isVocabulary = ({ kind }: FileHead): boolean => kind === 'vocabulary';
  const isWhole = ({ path, kind }: FileHead): boolean => path === 'handbook.yaml' || kind === 'parameters';
  const others = rest.filter((file) => !isRegister(file) && !isVocabulary(file) && !isWhole(file));
  const whole = rest.filter(isWhole).map((file) => fileBranch(file, language));
  return [
    ...top,
    ...(unscoped.length + whole.length === 0
      ? []
      : [{ id: 'group whole', title: titles.wholeHandbook, words: '', below: [...whole, ...sorted(unscoped)] }]),
    ...group('vocabulary', titles.vocabulary, rest.filter(isVocabulary)),
    ...group('registers', titles.registers, rest.filter(isRegister)),
    ...group('other', titles.other, others),
  ];

  function policyBranch(head: FileHead, older: readonly FileHead[], { at }: Setting): Branch {
    const holding = [head, ...older].find((one) => covers(one, at));
    const version = (one: FileHead): Pick<Branch, 'version'> =>
      one.version === undefined || one.from === undefined
        ? {}
        : {
            version: {
              number: one.version,
              state: stateOf(one, holding, at),
              from: one.from,
              ...(one.to === undefined ? {} : { to: one.to }),
            },
          };
    const cases = byPath.get(head.path.replace(/\.yaml$/, '.cases.yaml'));
    return {
      ...fileBranch(head, language),
      ...version(head),
      below: [
        ...(cases === undefined ? [] : [{ ...fileBranch(cases, language), title: titles.cases }]),
        ...older.map((one) => ({ ...fileBranch(one, language), ...version(one) })),
      ],
    };
  }
}

const isPolicy = ({ policy, kind, path }: FileHead): boolean =>
  policy !== undefined && kind !== 'cases' && kind !== 'parameters' && !path.endsWith('.cases.yaml');

function fileBranch({ path, title, policy, cites }: FileHead, language: Language): Branch {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
  return {
    id: path,
    path,
    title: title?.[language] ?? policy ?? name,
    words: [title?.en, title?.zh, policy, path, ...cites].join('\n'),
    below: [],
  };
}

const sorted = (branches: readonly Branch[]): readonly Branch[] =>
  branches.toSorted((a, b) => ((a.path ?? a.id) < (b.path ?? b.id) ? -1 : 1));

const covers = ({ from, to }: FileHead, at: string): boolean => from !== undefined && from <= at && (to ?? at) >= at;

function stateOf(head: FileHead, holding: FileHead | undefined, at: string): VersionState {
  if (head === holding) return 'in-force';
  if (head.from !== undefined && at < head.from) return 'future';
  return head.to !== undefined && head.to < at ? 'past' : 'superseded';
}

/** What holds all the words, and what leads there. */
export function filtered(branches: readonly Branch[], query: string): readonly Branch[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return branches;
  const keep = (branch: Branch): readonly Branch[] => {
    const text = plain(`${branch.title}\n${branch.words}`);
    if (words.every((word) => text.includes(word))) return [branch];
    const below = branch.below.flatMap(keep);
    return below.length === 0 ? [] : [{ ...branch, below }];
  };
  return branches.flatMap(keep);
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** The lines that are seen, from top to bottom, when these are open. */
export function linesOf(branches: readonly Branch[], isOpen: (branch: Branch) => boolean): readonly Line[] {
  const lines: Line[] = [];
  const add = (own: readonly Branch[], level: number, parent: Branch | undefined): void => {
    for (const [index, branch] of own.entries()) {
      const open = branch.below.length > 0 && isOpen(branch);
      lines.push({ branch, level, place: index + 1, of: own.length, open, parent });
      if (open) add(branch.below, level + 1, branch);
    }
  };
  add(branches, 1, undefined);
  return lines;
}

export interface Line {
  readonly branch: Branch;
  readonly level: number;
  /** Among its neighbours, from 1. */
  readonly place: number;
  readonly of: number;
  readonly open: boolean;
  readonly parent: Branch | undefined;
}

/** The headings and policies above a file. */
export function above(branches: readonly Branch[], path: string): readonly Branch[] {
  for (const branch of branches) {
    if (branch.path === path) return [];
    const found = branch.below.some((one) => one.path === path) ? [] : above(branch.below, path);
    if (found.length > 0 || branch.below.some((one) => one.path === path)) return [branch, ...found];
  }
  return [];
}

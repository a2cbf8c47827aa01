import { kinds } from '../../kinds/index.ts';
import type { Register } from '../../kinds/documents/register.ts';
import type { YamlMap, YamlNode } from '../../yaml/node.ts';
import type { Workspace } from '../workspace.ts';
import type { Choice } from './form.ts';
import { typeTitles, wordTitles } from './word-titles.ts';

/** The lists that inputs of a form refer to. */
export function choicesFor(
  names: ReadonlySet<string>,
  workspace: Workspace,
  root: YamlMap,
): Readonly<Record<string, readonly Choice[]>> {
  return Object.fromEntries([...names].map((name) => [name, listOf(name, workspace, root)]));
}

// Of amounts that follow another one the words mean something else than of rounding.
const monotone: readonly Choice[] = [
  { value: 'up', title: { en: 'never falls', zh: '只增不减' } },
  { value: 'down', title: { en: 'never rises', zh: '只减不增' } },
];

function listOf(name: string, { handbook, readings }: Workspace, root: YamlMap): readonly Choice[] {
  const [sort, rest = ''] = name.split(/:(.*)/s);
  const { sources } = handbook;
  const scope = textAt(root, 'scope');
  // What belongs to no rule set may name people of all.
  const policies = sources.policies.filter(({ policy }) => scope === undefined || policy.scope?.text === scope);
  switch (sort) {
    case 'words':
      return rest === 'up|down' ? monotone : rest.split('|').map(wordChoice);
    case 'members':
      return Object.entries(handbook.enumerations[rest] ?? {}).map(([value, title]) => ({ value, title }));
    case 'clauses': {
      const letters = new Set(clausesOf(root).map((clause) => clause.split('-')[0]));
      return sources.registers
        .filter(({ value }) => letters.size === 0 || letters.has(value.source.text))
        .flatMap(({ value }) => clauseChoices(value));
    }
    case 'interpretations':
      return [
        ...ownRows(root, 'interpretations'),
        ...handbook.conventions.map(({ id, question }) => ({
          value: `handbook#${id.replace(/^handbook#/, '')}`,
          title: question,
        })),
      ];
    case 'gaps':
      return ownRows(root, 'gaps');
    case 'steps':
      return ownRows(root, 'steps');
    case 'scopes':
      return sources.manifest?.value.scopes.map(({ key, value }) => ({ value: key.text, title: value.title })) ?? [];
    case 'people':
    case 'departments': {
      const wanted = sort === 'people' ? ['posts', 'departments'] : ['departments'];
      const files = policies.filter(({ kind }) => kind.name === 'organization').map(({ policy }) => policy as object);
      return files.flatMap((policy) => wanted.flatMap((key) => entryChoices((policy as Record<string, unknown>)[key])));
    }
    case 'types':
      return [
        ...Object.entries(typeTitles).map(([value, title]) => ({ value, title })),
        ...sources.vocabularies
          .flatMap(({ value }) => value.enumerations ?? [])
          .map(({ key }) => ({ value: key.text })),
      ];
    default:
      return readings.size === 0 ? [] : [];
  }
}

export const wordChoice = (value: string): Choice => {
  const title = Object.hasOwn(wordTitles, value) ? wordTitles[value] : kinds.find(({ name }) => name === value)?.title;
  return title === undefined ? { value } : { value, title };
};

const clauseChoices = ({ clauses }: Register): readonly Choice[] =>
  clauses.map(({ id, title }) => ({ value: id.text, title }));

function entryChoices(entries: unknown): readonly Choice[] {
  const all = (entries ?? []) as readonly {
    readonly key: { readonly text: string };
    readonly value: { readonly title: Choice['title'] };
  }[];
  return all.map(({ key, value }) =>
    value.title === undefined ? { value: key.text } : { value: key.text, title: value.title },
  );
}

function textAt(root: YamlMap, key: string): string | undefined {
  const node = valueAt(root, key);
  return node?.yaml === 'scalar' ? node.text : undefined;
}

const valueAt = (node: YamlNode | undefined, key: string): YamlNode | undefined =>
  node?.yaml === 'map' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;

/** What the file itself lists, by the ids of its rows. */
function ownRows(root: YamlMap, list: string): readonly Choice[] {
  const rows = valueAt(root, list);
  if (rows?.yaml !== 'list') return [];
  return rows.items.flatMap((row) => {
    const id = valueAt(row, 'id');
    const said = valueAt(row, 'title') ?? valueAt(row, 'says') ?? valueAt(row, 'question');
    const [en, zh] = [valueAt(said, 'en'), valueAt(said, 'zh')];
    if (id?.yaml !== 'scalar') return [];
    return [
      en?.yaml === 'scalar' && zh?.yaml === 'scalar'
        ? { value: id.text, title: { en: en.text, zh: zh.text } }
        : { value: id.text },
    ];
  });
}

/** Clauses that the head of the file cites: the registers that are meant. */
function clausesOf(root: YamlMap): readonly string[] {
  const cites = valueAt(root, 'cites');
  return cites?.yaml === 'list' ? cites.items.flatMap((item) => (item.yaml === 'scalar' ? [item.text] : [])) : [];
}

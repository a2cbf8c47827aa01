import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { YamlMap, YamlNode } from '../../yaml/node.ts';
import type { Workspace } from '../workspace.ts';
import type { Named } from './context.ts';
import { otherNames } from './other-names.ts';

/** What the rows of a file call its columns, results and measures. */
export function namedIn(workspace: Workspace, root: YamlMap): ReadonlyMap<string, Named> {
  return new Map(otherNames(root).map((name) => [name, describe(workspace, root, name)]));
}

function describe({ handbook }: Workspace, root: YamlMap, name: string): Named {
  const written = ['outputs', 'measures'].map((key) => at(at(root, key), name)).find((node) => node !== undefined);
  if (written !== undefined) {
    const type = textOf(at(written, 'type'));
    const [en, zh] = ['en', 'zh'].map((language) => textOf(at(at(written, 'title'), language)));
    const choices =
      type === 'boolean'
        ? 'words:true|false'
        : type !== undefined && type in handbook.enumerations
          ? `members:${type}`
          : undefined;
    const help = {
      en: `Result ${name}${type === undefined ? '' : ` (${type})`}.`,
      zh: `结果 ${name}${type === undefined ? '' : `（${type}）`}。`,
    };
    return {
      label: { en: en ?? name, zh: zh ?? name },
      help,
      isResult: true,
      ...(choices === undefined ? {} : { choices }),
    };
  }
  const looked = textOf(at(at(root, 'columns'), name)) ?? name;
  const fact = handbook.facts[looked];
  const choices =
    fact?.type.is === 'enumeration'
      ? `members:${fact.type.name}`
      : fact?.type.is === 'boolean'
        ? 'words:true|false'
        : undefined;
  const help = { en: `Condition on ${looked}; “any” accepts everything.`, zh: `对 ${looked} 的条件；any 表示任意。` };
  return {
    label: fact?.title ?? { en: name, zh: name },
    help,
    isResult: false,
    ...(choices === undefined ? {} : { choices }),
  };
}

/** The members of the fact that says which violation it is. */
export function violationsIn({ handbook }: Workspace, root: YamlMap): Readonly<Record<string, Texts>> {
  const fact = handbook.facts[textOf(at(root, 'violation')) ?? ''];
  return (fact?.type.is === 'enumeration' ? handbook.enumerations[fact.type.name] : undefined) ?? {};
}

const at = (node: YamlNode | undefined, key: string): YamlNode | undefined =>
  node?.yaml === 'map' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;
const textOf = (node: YamlNode | undefined): string | undefined => (node?.yaml === 'scalar' ? node.text : undefined);

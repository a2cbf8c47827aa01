import type { CasesFile } from '../kinds/documents/cases.ts';
import type { Handbook } from '../program/handbook.ts';
import type { YamlNode } from '../yaml/node.ts';
import { anchor } from './file-names.ts';

type Case = CasesFile['cases'][number];

/** A worked example beside a policy: one case, or a table or matrix of them. */
export interface Example {
  /** The policy whose page shows it: the first that its file names. */
  readonly policy: string;
  readonly place: string;
  readonly one: Case;
  /** How many cases it is. */
  readonly count: number;
}

/** The worked examples by policy and by the clause that they cite. */
export interface Examples {
  readonly ofPolicy: ReadonlyMap<string, readonly Example[]>;
  readonly ofClause: ReadonlyMap<string, readonly Example[]>;
}

export function examplesOf({ sources }: Handbook): Examples {
  const ofPolicy = new Map<string, Example[]>();
  const ofClause = new Map<string, Example[]>();
  const add = (to: Map<string, Example[]>, key: string, example: Example): void => {
    to.set(key, [...(to.get(key) ?? []), example]);
  };
  for (const { file, value } of sources.cases) {
    const policy = value['cases-of'][0]?.text ?? '';
    const stem = file.name.replace(/^.*\//, '').replace(/(\.cases)?\.yaml$/, '');
    for (const one of value.cases) {
      const example = { policy, place: anchor('case', stem, one.id.text), one, count: countOf(one) };
      for (const { text } of value['cases-of']) add(ofPolicy, text, example);
      for (const { text } of one.cites ?? []) add(ofClause, text, example);
    }
  }
  return { ofPolicy, ofClause };
}

function countOf({ rows, across, down }: Case): number {
  if (rows !== undefined) return rows.length;
  const columns = sizeOf(across?.[0]?.value);
  return down === undefined ? 1 : sizeOf(down[0]?.value) * columns;
}

function sizeOf(node: YamlNode | undefined): number {
  if (node === undefined || node.yaml === 'scalar') return 1;
  return node.yaml === 'list' ? node.items.length : node.entries.length;
}

export const totalOf = (examples: readonly Example[]): number => examples.reduce((sum, { count }) => sum + count, 0);

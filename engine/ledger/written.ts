import type { ReadPolicy, Sources } from '../program/read.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { parseYaml } from '../yaml/document.ts';
import type { YamlMap, YamlNode } from '../yaml/node.ts';

/** A place of a policy that cites a clause, and the piece of the file that it speaks for. */
export interface Citation {
  readonly clause: string;
  readonly read: ReadPolicy;
  /** The policy's whole map, where its head cites. */
  readonly part: YamlMap;
  /** The keys on the way from the head to the part. */
  readonly path: readonly string[];
  readonly span: Span;
}

/**
 * The newest readable version of each policy. A policy with a version that cannot be read has none: nobody knows on which days
 * that one holds, so an older one must not cover for it.
 */
export function newestPolicies({ policies, broken }: Sources): readonly ReadPolicy[] {
  const unknown = new Set(broken.map(({ name }) => name));
  const newest = new Map<string, ReadPolicy>();
  for (const read of policies) {
    const name = read.policy.policy.text;
    if (!unknown.has(name) && read.policy.version > (newest.get(name)?.policy.version ?? 0)) newest.set(name, read);
  }
  return [...newest.values()];
}

/**
 * Older versions that hold on the day or later, the newer ones first: what the newest changes from some day on stands in them
 * until then.
 */
export function olderStillHolding(sources: Sources, on: string): readonly ReadPolicy[] {
  return newestPolicies(sources).flatMap((newest) => {
    const versions = sources.policies
      .filter(({ policy }) => policy.policy.text === newest.policy.policy.text)
      .toSorted((a, b) => b.policy.version - a.policy.version);
    return versions.filter(({ policy: { effective } }, i) => {
      const isReplaced = versions.slice(0, i).some(({ policy }) => beginsBy(policy.effective, on));
      return i > 0 && effective !== undefined && (effective.to?.iso ?? on) >= on && !isReplaced;
    });
  });
}

const beginsBy = (effective: ReadPolicy['policy']['effective'], on: string): boolean =>
  effective === undefined || effective.from.iso <= on;

/** Every citation of a policy, by its head and by its parts at any depth. */
export function citationsOf(read: ReadPolicy): readonly Citation[] {
  const root = rootOf(read);
  return root === undefined ? [] : citationsIn(root, [], read);
}

const roots = new WeakMap<SourceFile, YamlNode | undefined>();

/** The policy's map as it is written; each file is read once however many clauses ask for it. */
export function rootOf(read: ReadPolicy): YamlNode | undefined {
  if (!roots.has(read.file)) roots.set(read.file, parseYaml(read.file).root);
  return roots.get(read.file);
}

function citationsIn(node: YamlNode, path: readonly string[], read: ReadPolicy): readonly Citation[] {
  if (node.yaml === 'scalar') return [];
  if (node.yaml === 'list') return node.items.flatMap((item) => citationsIn(item, path, read));
  return node.entries.flatMap(({ key, value }) => {
    if (key.text !== 'cites') return citationsIn(value, [...path, key.text], read);
    const cited = value.yaml === 'list' ? value.items : [value];
    return cited.flatMap((one) =>
      one.yaml === 'scalar' ? [{ clause: one.text, read, part: node, path, span: one.span }] : [],
    );
  });
}

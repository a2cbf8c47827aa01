import type { ReadPolicy, Sources } from '../program/read.ts';
import type { Span } from '../source/span.ts';
import { parseYaml } from '../yaml/document.ts';
import type { YamlMap, YamlNode } from '../yaml/node.ts';
import { amountsIn, type Amount } from './amounts.ts';

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

/** A value that a policy carries: one that is written, or how many entries a list has. */
interface Carried {
  readonly amount: Amount;
  readonly span: Span;
  readonly counted: boolean;
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

/** Every citation of a policy, by its head and by its parts at any depth. */
export function citationsOf(read: ReadPolicy): readonly Citation[] {
  const { root } = parseYaml(read.file);
  return root === undefined ? [] : citationsIn(root, [], read);
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

// Names, dates of the edition and what is said about the text rather than by it.
const aside: ReadonlySet<string> = new Set(
  'policy kind version effective published title cites scope owner because interpretations gaps id clause rests-on says zh'.split(
    ' ',
  ),
);

/** The values that a part of a policy carries. */
export function carriedBy(node: YamlNode): readonly Carried[] {
  switch (node.yaml) {
    case 'scalar':
      return [...amountsIn(node.text), ...fullPeriods(node.text)].map((amount) => ({
        amount,
        span: node.span,
        counted: false,
      }));
    case 'list':
      return [...lengthOf(node, node.items.length), ...node.items.flatMap(carriedBy)];
    case 'map': {
      const own = node.entries.filter(({ key }) => !aside.has(key.text));
      const keys = own.flatMap(({ key }) => carriedBy(key));
      return [...lengthOf(node, own.length), ...keys, ...own.flatMap(({ value }) => carriedBy(value))];
    }
  }
}

/** `full-years(joined, left) >= 1` carries one year. */
function fullPeriods(text: string): readonly Amount[] {
  const compared = text.matchAll(/full-(?<unit>years|months)\([^()]*\)\s*[<>=!]+\s*(?<number>\d+)/g);
  return [...compared].flatMap(({ groups = {} }) => amountsIn(`${groups['number'] ?? ''} ${groups['unit'] ?? ''}`));
}

const lengthOf = ({ span }: YamlNode, length: number): readonly Carried[] => [
  { amount: { number: String(length), of: 'count', text: String(length) }, span, counted: true },
];

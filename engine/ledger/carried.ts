import type { Span } from '../source/span.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node.ts';
import { amountsIn, type Amount } from './amounts.ts';

/** A value that a policy carries: one that is written, or how many entries a list has. */
interface Carried {
  readonly amount: Amount;
  readonly span: Span;
  readonly counted: boolean;
}

// Names, dates of the edition and what is said about the text rather than by it.
export const aside: ReadonlySet<string> = new Set(
  'policy kind version effective published title cites scope owner because interpretations gaps id clause rests-on says zh'.split(
    ' ',
  ),
);

const read = new WeakMap<YamlNode, readonly Carried[]>();

/** The values that a part of a policy carries. Of the part itself the keys are not counted: they are its kind's, not its author's. */
export function carriedBy(part: YamlNode): readonly Carried[] {
  const known = read.get(part);
  if (known !== undefined) return known;
  const values = part.yaml === 'map' ? entriesOf(part).flatMap(carriedByEntry) : valuesIn(part);
  read.set(part, values);
  return values;
}

function valuesIn(node: YamlNode): readonly Carried[] {
  switch (node.yaml) {
    case 'scalar':
      return [...amountsIn(node.text), ...fullPeriods(node.text)].map((amount) => ({
        amount,
        span: node.span,
        counted: false,
      }));
    case 'list':
      return [...lengthOf(node, node.items.length), ...node.items.flatMap(valuesIn)];
    case 'map': {
      const own = entriesOf(node);
      // Things with names (posts, decisions) are counted; the keys that describe one thing are not.
      const named = own.length === node.entries.length && own.every(({ value }) => value.yaml === 'map');
      return [...(named ? lengthOf(node, own.length) : []), ...own.flatMap(carriedByEntry)];
    }
  }
}

const entriesOf = ({ entries }: YamlMap): readonly YamlEntry[] => entries.filter(({ key }) => !aside.has(key.text));
const carriedByEntry = ({ key, value }: YamlEntry): readonly Carried[] => [...valuesIn(key), ...valuesIn(value)];

/** `full-years(joined, left) >= 1` carries one year. */
function fullPeriods(text: string): readonly Amount[] {
  const compared = text.matchAll(/full-(?<unit>years|months)\([^()]*\)\s*[<>=!]+\s*(?<number>\d+)/g);
  return [...compared].flatMap(({ groups = {} }) => amountsIn(`${groups['number'] ?? ''} ${groups['unit'] ?? ''}`));
}

const lengthOf = ({ span }: YamlNode, length: number): readonly Carried[] => [
  { amount: { number: String(length), of: 'count', text: String(length) }, span, counted: true },
];

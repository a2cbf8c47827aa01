import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { partsOf } from '../ir/parts.ts';
import type { Decision } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import { remembered } from '../source/remembered.ts';
import { factsReadBy } from './cycles.ts';
import { declaredMessages } from './declared-messages.ts';
import type { Version } from './handbook.ts';
import type { Symbols } from './symbols.ts';

const factNodes = remembered((decision: Decision) =>
  partsOf(decision).flatMap((ir) => [...nodes(ir)].filter((node) => node.op === 'fact')),
);

/** Facts that only older versions may still read (semantics 4.4), and whether their new names are facts. */
export function checkRenamed(versions: readonly Version[], { facts }: Symbols): readonly Diagnostic[] {
  const unknown = [...facts.values()].flatMap(({ value }) => {
    const name = value['renamed-to'];
    return name === undefined || facts.has(name.text)
      ? []
      : [declaredMessages['unknown-fact']({ name: name.text, near: suggest(name.text, facts.keys()) }, name.span)];
  });
  const old = new Map(
    [...facts].filter(([, { value }]) => value['renamed-to'] !== undefined || value.deprecated === true),
  );
  if (old.size === 0) return unknown;
  const newest = [...Map.groupBy(versions, ({ head }) => head.policy).values()].flatMap((same) =>
    same.filter(({ head }) => same.every((other) => other.head.version <= head.version)),
  );
  const read = newest
    .flatMap(({ decisions }) => decisions.filter((decision) => factsReadBy(decision).intersection(old).size > 0))
    .flatMap(factNodes)
    .flatMap((node) => {
      const fact = old.get(node.name);
      if (fact === undefined) return [];
      return [
        declaredMessages['old-fact']({ name: fact.key.text, to: fact.value['renamed-to']?.text ?? '' }, node.origin),
      ];
    });
  return [...unknown, ...read];
}

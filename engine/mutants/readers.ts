import { partsOf } from '../ir/parts.ts';
import type { Program } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';

/** Who reads each decision directly. */
export type Readers = ReadonlyMap<string, readonly string[]>;

export function readersIn({ decisions }: Program): Readers {
  const readers = new Map<string, string[]>();
  for (const decision of Object.values(decisions)) {
    const read = partsOf(decision).flatMap((part) =>
      [...nodes(part)].flatMap((node) => (node.op === 'decision' ? [node.name] : [])),
    );
    for (const name of new Set(read)) {
      const known = readers.get(name) ?? [];
      readers.set(name, known);
      known.push(decision.name);
    }
  }
  return readers;
}

/** The decisions that can be asked and see a change of these, the nearest first. */
export function seeing(names: Iterable<string>, { decisions }: Program, readers: Readers): readonly string[] {
  const seen = new Set(names);
  for (const name of seen) for (const reader of readers.get(name) ?? []) seen.add(reader);
  return [...seen].filter((name) => decisions[name]?.hidden === false);
}

import { partsOf } from '../ir/parts.ts';
import type { Program } from '../ir/program.ts';
import type { Atom } from './atom.ts';
import { factsOf, newMeanings, type Meanings } from './meaning-key.ts';
import { factAtom, worldOf } from './world.ts';

/** The facts that a decision can ask for: what a person has to give before it answers. */
export function askedAtoms(name: string, program: Program, meanings: Meanings): readonly Atom[] {
  const decision = program.decisions[name];
  if (decision === undefined) return [];
  return atomsOf(new Set(partsOf(decision).flatMap((part) => factsOf(part, program, meanings))), program);
}

/** The facts that have to be given where one is left out that follows from them. */
export function atomsBehind({ fact }: Atom, program: Program): readonly Atom[] {
  const { orFrom } = program.facts[fact ?? ''] ?? {};
  return orFrom === undefined ? [] : atomsOf(new Set(factsOf(orFrom, program, newMeanings())), program);
}

function atomsOf(names: ReadonlySet<string>, program: Program): readonly Atom[] {
  const world = worldOf(program);
  return [...names].flatMap((fact) => {
    const known = program.facts[fact];
    if (known === undefined) return [];
    const { type, origin } = known;
    return [factAtom(fact, type, { op: 'fact', name: fact, type, origin }, world)];
  });
}

import { partsOf } from '../ir/parts.ts';
import type { Program } from '../ir/program.ts';
import type { Atom } from './atom.ts';
import { factsOf, type Meanings } from './meaning-key.ts';
import { factAtom, worldOf } from './world.ts';

/** The facts that a decision can ask for: what a person has to give before it answers. */
export function askedAtoms(name: string, program: Program, meanings: Meanings): readonly Atom[] {
  const decision = program.decisions[name];
  if (decision === undefined) return [];
  const world = worldOf(program);
  const names = new Set(partsOf(decision).flatMap((part) => factsOf(part, program, meanings)));
  return [...names].flatMap((fact) => {
    const known = program.facts[fact];
    if (known === undefined) return [];
    const { type, origin } = known;
    return [factAtom(fact, type, { op: 'fact', name: fact, type, origin }, world)];
  });
}

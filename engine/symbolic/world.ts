import type { Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import { domainOf, type Domain, type World } from '../proof/domain.ts';
import { remembered } from '../source/remembered.ts';
import { sameData } from '../source/same-data.ts';
import type { Atom } from './atom.ts';

/** What proofs ask of the world, answered from a linked program. */
export const worldOf: (program: Program) => World = remembered(
  ({ facts, enumerations, organizations }: Program): World => ({
    fact: (name) => facts[name],
    members: (enumeration) => Object.keys(enumerations[enumeration] ?? {}),
    posts: (scope) => Object.keys(organizations[scope]?.posts ?? {}),
  }),
);

/** A fact is one object wherever it is read, so that what is worked out of it is worked out once. */
export function factAtom(name: string, type: Type, ir: Ir, world: World): Atom {
  const atoms = atomsIn(world);
  const known = atoms.get(name);
  if (known !== undefined && sameData(known.type, type)) return known;
  const atom: Atom = { key: name, type, fact: name, reads: [name], ...domain(ir, world) };
  atoms.set(name, atom);
  return atom;
}

const atomsIn = remembered((_world: World) => new Map<string, Atom>());

/** What is not looked into: two of one key are one. */
export function computedAtom(key: string, ir: Ir, reads: readonly string[], world: World, name?: string): Atom {
  const named = name === undefined ? {} : { name };
  return { key, type: ir.type, reads: [...new Set(reads)], ...named, ...domain(ir, world) };
}

function domain(ir: Ir, world: World): { readonly domain?: Domain } {
  const found = domainOf(ir, world);
  return 'notDecided' in found ? {} : { domain: found };
}

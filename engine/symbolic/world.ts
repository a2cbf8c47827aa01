import type { Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import { domainOf, type Domain, type World } from '../proof/domain.ts';
import type { Atom } from './atom.ts';

/** What proofs ask of the world, answered from a linked program. */
export function worldOf({ facts, enumerations, organizations }: Program): World {
  return {
    fact: (name) => facts[name],
    members: (enumeration) => Object.keys(enumerations[enumeration] ?? {}),
    posts: (scope) => Object.keys(organizations[scope]?.posts ?? {}),
  };
}

export function factAtom(name: string, type: Type, ir: Ir, world: World): Atom {
  return { key: name, type, fact: name, reads: [name], ...domain(ir, world) };
}

/** What is not looked into: two of one key are one. */
export function computedAtom(key: string, ir: Ir, reads: readonly string[], world: World, name?: string): Atom {
  const named = name === undefined ? {} : { name };
  return { key, type: ir.type, reads: [...new Set(reads)], ...named, ...domain(ir, world) };
}

function domain(ir: Ir, world: World): { readonly domain?: Domain } {
  const found = domainOf(ir, world);
  return 'notDecided' in found ? {} : { domain: found };
}

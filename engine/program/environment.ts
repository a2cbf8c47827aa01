import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Binding, Environment } from '../expression/environment.ts';
import type { Ir } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';
import type { ReadPolicy } from './read.ts';
import { withScope } from './post-scopes.ts';
import { remembered } from '../source/remembered.ts';
import type { Notes } from './notes.ts';
import { ask, anyName, postsOf } from './notes.ts';
import { ownerOf, type Symbols } from './symbols.ts';

/** What the environment of a policy asks of the lowering that it is part of. */
export interface Names {
  readonly symbols: Symbols;
  readonly conventions: ReadonlySet<string>;
  /** Parameters by name; their types are known before any value is. */
  parameter(name: string): ParameterType | undefined;
  parameterNames(): readonly string[];
  /** Facts that policies declare themselves. */
  declaredFact(name: string): Type | undefined;
  /** What an output or definition of a version is to its own policy, and to others. */
  own(version: ReadPolicy, name: string, locals: Locals): Binding | undefined;
  foreign(version: ReadPolicy, output: string): Binding | undefined;
  posts(scope: string): readonly string[];
  /** The file that these posts come from. */
  organizationFile(scope: string): string | undefined;
  /** What is told and asked on behalf of a policy, or of the handbook's own files. */
  notes(reader: ReadPolicy | undefined): Notes;
}

export interface ParameterType {
  readonly type: Type;
  readonly keys: readonly Type[];
  readonly file: string;
}

/** Names bound by the policy itself: the element of `each`, the arguments of `takes`. */
export type Locals = ReadonlyMap<string, { readonly id: string; readonly type: Type; readonly read: Ir }>;

/** The environment of a policy's expressions, or of a vocabulary's when there is no policy. */
export function environmentOf(version: ReadPolicy | undefined, names: Names, locals: Locals = new Map()): Environment {
  const { symbols } = names;
  const notes = names.notes(version);
  let counter = 0;
  const head = version?.policy;
  const scope = head?.scope?.text ?? '';
  const prefix = head === undefined ? '' : `${head.policy.text}.`;
  const { own, interpretations, gaps } = version === undefined ? noWords : wordsOf(version);
  return {
    currency: symbols.currency,
    scope,
    lookup: (name) => lookup(name, version, names, locals),
    knows: (name) => knows(name, version, names, locals),
    names: () => {
      ask(notes, anyName);
      return [
        ...locals.keys(),
        ...own,
        ...symbols.facts.keys(),
        ...symbols.aliases.keys(),
        ...names.parameterNames(),
        ...[...symbols.policies].flatMap(
          ([policy, [newest]]) => newest?.declaration.outputs.map((output) => `${policy}.${output.name.text}`) ?? [],
        ),
      ];
    },
    unit: (form) => symbols.unit(form),
    units: () => Object.keys(symbols.units),
    enumeration: (name) => symbols.enumerations.get(name),
    posts: () => {
      ask(notes, postsOf(scope));
      const file = names.organizationFile(scope);
      if (file !== undefined && file !== version?.file.name) notes.files.add(file);
      return names.posts(scope);
    },
    interpretation: (id) => {
      if (interpretations.has(id)) return `${prefix.slice(0, -1)}#${id}`;
      return names.conventions.has(id) ? `handbook#${id.replace(/^handbook#/, '')}` : undefined;
    },
    interpretations: () => [...interpretations, ...names.conventions],
    gap: (id) => (gaps.has(id) ? `${prefix.slice(0, -1)}#${id}` : undefined),
    gaps: () => [...gaps],
    report: (diagnostic: Diagnostic) => {
      notes.found.push(diagnostic);
    },
    fresh: () => ++counter,
  };
}

interface OwnWords {
  readonly own: ReadonlySet<string>;
  readonly interpretations: ReadonlySet<string>;
  readonly gaps: ReadonlySet<string>;
}
const noWords: OwnWords = { own: new Set(), interpretations: new Set(), gaps: new Set() };

/** What a version names itself. */
const wordsOf = remembered(({ policy, declaration }: ReadPolicy): OwnWords => {
  const outputs = declaration.outputs.map(({ name }) => name.text);
  return {
    own: new Set([...outputs, ...(policy.define ?? []).map(({ key }) => key.text)]),
    interpretations: new Set(policy.interpretations?.map(({ id }) => id.text)),
    gaps: new Set(policy.gaps?.map(({ id }) => id.text)),
  };
});

function knows(name: string, version: ReadPolicy | undefined, names: Names, locals: Locals): boolean {
  const { symbols } = names;
  ask(names.notes(version), name);
  return (
    locals.has(name) ||
    (version !== undefined && wordsOf(version).own.has(name)) ||
    symbols.aliases.has(name) ||
    symbols.factTypes.has(name) ||
    names.declaredFact(name) !== undefined ||
    names.parameter(name) !== undefined ||
    ownerOf(name, symbols) !== undefined
  );
}

function lookup(name: string, version: ReadPolicy | undefined, names: Names, locals: Locals): Binding | undefined {
  const { symbols } = names;
  const notes = names.notes(version);
  ask(notes, name);
  const local = locals.get(name);
  if (local !== undefined) return { binds: 'local', id: local.id, type: local.type };
  const prefix = version === undefined ? undefined : `${version.policy.policy.text}.`;
  if (version !== undefined && prefix !== undefined) {
    const own = names.own(version, name.startsWith(prefix) ? name.slice(prefix.length) : name, locals);
    if (own !== undefined) return own;
  }
  const factName = symbols.aliases.get(name) ?? name;
  const type = symbols.factTypes.get(factName) ?? names.declaredFact(factName);
  if (type !== undefined) {
    const file = symbols.facts.get(factName)?.key.span.file ?? '';
    ask(notes, factName);
    if (type.is === 'unknown') return brokenBy(file, notes);
    notes.files.add(file);
    const scope = version?.policy.scope?.text;
    if (scope !== undefined) notes.facts.add(factName);
    return { binds: 'fact', name: factName, type: withScope(type, scope ?? '') };
  }
  const parameter = names.parameter(name);
  if (parameter !== undefined) {
    const { type, keys, file } = parameter;
    if ([type, ...keys].some(({ is }) => is === 'unknown')) return brokenBy(file, notes);
    notes.files.add(file);
    return { binds: 'parameter', name, type, keys };
  }
  const owner = ownerOf(name, symbols);
  if (owner !== undefined) return names.foreign(owner.version, owner.output.name.text);
  const broken = [...symbols.broken].find(([policy]) => name.startsWith(`${policy}.`));
  return broken === undefined ? undefined : brokenBy(broken[1], notes);
}

function brokenBy(file: string, { touched }: Notes): Binding {
  touched.add(file);
  return { binds: 'broken' };
}

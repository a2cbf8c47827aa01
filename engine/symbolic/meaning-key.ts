import { asksOrganization } from '../ir/functions.ts';
import type { Call, Ir } from '../ir/ir.ts';
import { meant } from '../ir/meant.ts';
import { partsOf } from '../ir/parts.ts';
import type { Organization, Program } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';

/** What was found out about pieces of IR: programs that are compared with each other share one, so that equal meanings get equal keys. */
export interface Meanings {
  readonly numbers: Map<string, string>;
  readonly programs: Map<Program, Known>;
  /** Of pieces that mean the same in every program, since they read no decision and no parameter. */
  readonly anywhere: WeakMap<Ir, string>;
}
interface Known {
  readonly keys: WeakMap<Ir, string>;
  readonly facts: WeakMap<Ir, readonly string[]>;
  readonly decisions: Map<string, string>;
}

export function newMeanings(): Meanings {
  return { numbers: new Map(), programs: new Map(), anywhere: new WeakMap() };
}

/** Two pieces of IR with one key mean the same in their programs: decisions and parameters stand in it with all that they say. */
export function meaningKey(ir: Ir, program: Program, meanings: Meanings): string {
  const { keys } = knownOf(program, meanings);
  const known = meanings.anywhere.get(ir) ?? keys.get(ir);
  if (known !== undefined) return known;
  let isAnywhere = true;
  const text = JSON.stringify(ir, (key, value: unknown) => {
    const part = meant(key, isIr(value) ? unmarked(value) : value);
    if (!isIr(part)) return part;
    const told = toldBy(part, program, meanings);
    isAnywhere &&= told === part;
    return told;
  });
  const key = numbered(text, meanings);
  (isAnywhere ? meanings.anywhere : keys).set(ir, key);
  return key;
}

/** What a piece reads of its program, in the place of the names by which it does so. */
function toldBy(part: Ir, program: Program, meanings: Meanings): object {
  if (part.op === 'decision') return { ...part, name: decisionKey(part.name, program, meanings) };
  if (part.op === 'parameter') return { ...part, name: parameterKey(part.name, program) };
  return part.op === 'call' && asksOrganization(part.fn) ? { ...part, of: organizationOf(part, program) } : part;
}

/** All that a decision says, as a key. */
export function decisionKey(name: string, program: Program, meanings: Meanings): string {
  const { decisions } = knownOf(program, meanings);
  const known = decisions.get(name);
  if (known !== undefined) return known;
  // A decision that reads itself is refused elsewhere; here its name is enough.
  decisions.set(name, name);
  const decision = program.decisions[name];
  const { takes = [], body, type } = decision ?? {};
  const parts = decision === undefined ? [] : partsOf(decision).map((part) => meaningKey(part, program, meanings));
  const counts = [decision?.requires.length, decision?.appliesWhen.length];
  const blocked = body?.is === 'blocked' ? body.diagnostic.code : body?.is;
  const key = numbered(JSON.stringify([type, takes.length, blocked, counts, parts]), meanings);
  decisions.set(name, key);
  return key;
}

/** The facts that an expression asks for, also through decisions; not those that only compute a fact which nobody gave. */
export function factsOf(ir: Ir, program: Program, meanings: Meanings): readonly string[] {
  const { facts } = knownOf(program, meanings);
  const known = facts.get(ir);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const seen = new Set<string>();
  const look = (part: Ir): void => {
    for (const node of nodes(part)) {
      if (node.op === 'fact') found.add(node.name);
      if (node.op !== 'decision' || seen.has(node.name)) continue;
      seen.add(node.name);
      const decision = program.decisions[node.name];
      if (decision !== undefined) partsOf(decision).forEach(look);
    }
  };
  look(ir);
  facts.set(ir, [...found]);
  return [...found];
}

/** What a place says, whatever it rests on. */
function unmarked(ir: Ir): Ir {
  if (ir.op === 'mark') return unmarked(ir.value);
  return ir.op === 'reading' ? unmarked(ir.taken) : ir;
}

const isIr = (value: unknown): value is Ir => typeof value === 'object' && value !== null && 'op' in value;

function knownOf(program: Program, { programs }: Meanings): Known {
  const known = programs.get(program) ?? { keys: new WeakMap(), facts: new WeakMap(), decisions: new Map() };
  programs.set(program, known);
  return known;
}

/** A short name for a long text. */
function numbered(text: string, { numbers }: Meanings): string {
  const number = numbers.get(text) ?? `#${numbers.size + 1}`;
  numbers.set(text, number);
  return number;
}

/** The lines that a function about posts goes by; undefined where nobody lists the posts. */
export function organizationOf({ args: [post] }: Call, { organizations }: Program): Organization | undefined {
  return post?.type.is === 'post' ? organizations[post.type.scope] : undefined;
}

function parameterKey(name: string, { parameters }: Program): string {
  const { value, entries } = parameters[name] ?? {};
  return `${name}=${JSON.stringify(value ?? entries ?? 'unset')}`;
}

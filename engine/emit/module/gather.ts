import type { Ir } from '../../ir/ir.ts';
import { partsOf } from '../../ir/parts.ts';
import type { Program } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import { children, nodes } from '../../ir/walk.ts';

/** Everything that decisions read, directly and through others. */
export interface Gathered {
  readonly decisions: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly interpretations: ReadonlySet<string>;
  readonly gaps: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly enumerations: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
}

export function gather(program: Program, asked: readonly string[]): Gathered {
  const found = {
    decisions: new Set<string>(),
    facts: new Set<string>(),
    parameters: new Set<string>(),
    interpretations: new Set<string>(),
    gaps: new Set<string>(),
    units: new Set<string>(),
    enumerations: new Set<string>(),
    scopes: new Set<string>(),
  };
  const left: Ir[] = [];
  const type = (of: Type): void => {
    if (of.is === 'quantity') found.units.add(of.unit);
    else if (of.is === 'enumeration') found.enumerations.add(of.name);
    else if (of.is === 'post') found.scopes.add(of.scope);
    else if (of.is === 'list') type(of.of);
    else if (of.is === 'record') Object.values(of.fields).forEach(type);
  };
  const fact = (name: string): void => {
    const declared = program.facts[name];
    if (declared === undefined || found.facts.has(name)) return;
    found.facts.add(name);
    type(declared.type);
    if (declared.orFrom !== undefined) left.push(declared.orFrom);
  };
  const decision = (name: string): void => {
    const declared = program.decisions[name];
    if (declared === undefined || found.decisions.has(name)) return;
    found.decisions.add(name);
    for (const of of [declared.type, ...declared.takes.map((take) => take.type)]) type(of);
    left.push(...partsOf(declared));
  };
  asked.forEach(decision);
  for (let root = left.pop(); root !== undefined; root = left.pop()) {
    for (const node of nodes(root)) {
      type(node.type);
      switch (node.op) {
        case 'fact':
          fact(node.name);
          break;
        case 'parameter': {
          found.parameters.add(node.name);
          for (const of of program.parameters[node.name]?.keys ?? []) type(of);
          break;
        }
        case 'decision':
          decision(node.name);
          break;
        case 'round':
          for (const id of node.marks) found.interpretations.add(id);
          break;
        case 'reading':
          found.interpretations.add(node.interpretation);
          break;
        case 'mark':
          for (const id of node.interpretations) found.interpretations.add(id);
          break;
        case 'undetermined':
          if ('gap' in node) found.gaps.add(node.gap);
          else fact(node.fact);
          break;
        case 'left-to':
          if ('gap' in node.by) found.gaps.add(node.by.gap);
          break;
        default:
      }
    }
  }
  for (const scope of found.scopes) {
    for (const { superior } of Object.values(program.organizations[scope]?.posts ?? {})) {
      if (typeof superior === 'object' && 'gap' in superior) found.gaps.add(superior.gap);
    }
  }
  return found;
}

/** How many nodes stand one inside another when the decision is asked, through all that it reads. */
export function depths(program: Program): (decision: string) => number {
  const known = new Map<string, number>();
  const rootsOf = (key: string): readonly Ir[] => {
    const [sort = '', name = ''] = [key.slice(0, 1), key.slice(1)];
    const orFrom = sort === 'f' ? program.facts[name]?.orFrom : undefined;
    const decision = sort === 'd' ? program.decisions[name] : undefined;
    return orFrom !== undefined ? [orFrom] : decision === undefined ? [] : partsOf(decision);
  };
  const keyOf = (node: Ir): string | undefined =>
    node.op === 'decision' ? `d${node.name}` : node.op === 'fact' ? `f${node.name}` : undefined;
  const depthOf = (node: Ir): number => {
    const key = keyOf(node);
    const read = key === undefined ? 0 : (known.get(key) ?? 0);
    return Math.max(read, ...children(node).map(depthOf)) + 1;
  };
  return (asked) => {
    // What is read comes first, by a list of its own: the stack is what is being measured.
    const waiting = [`d${asked}`];
    const begun = new Set<string>();
    for (let key = waiting.at(-1); key !== undefined; key = waiting.at(-1)) {
      const roots = known.has(key) ? [] : rootsOf(key);
      const reads = roots.flatMap((root) => [...nodes(root)].flatMap((node) => keyOf(node) ?? []));
      const first = begun.has(key) ? [] : reads.filter((read) => !known.has(read) && !begun.has(read));
      begun.add(key);
      if (first.length > 0) {
        waiting.push(...first);
        continue;
      }
      if (!known.has(key)) known.set(key, Math.max(0, ...roots.map(depthOf)));
      waiting.pop();
    }
    return known.get(`d${asked}`) ?? 0;
  };
}

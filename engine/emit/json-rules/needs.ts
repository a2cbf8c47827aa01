import type { Ir } from '../../ir/ir.ts';
import type { Decision, Program } from '../../ir/program.ts';
import { nodes } from '../../ir/walk.ts';

/** A fact that the rules of a decision read, computed by the engine before the run. */
export interface Need {
  /** A name of the handbook, where it is plainly that; else numbered within its decision. */
  readonly id: string;
  readonly from: 'fact' | 'parameter' | 'decision' | 'computed';
  readonly ir: Ir;
}

/** The facts of one decision, each once however often it is read. */
export interface Needs {
  readonly all: readonly Need[];
  of(ir: Ir): Need;
}

export function needsOf({ name }: Decision): Needs {
  const all: Need[] = [];
  const byText = new Map<string, Need>();
  let computed = 0;
  const made = (ir: Ir): Need => {
    const named = handbookName(ir);
    if (named !== undefined) return { ...named, ir };
    computed += 1;
    return { id: `${name}/${computed}`, from: 'computed', ir };
  };
  return {
    all,
    of(ir) {
      const text = textOf(ir);
      const known = byText.get(text);
      if (known !== undefined) return known;
      const need = made(ir);
      byText.set(text, need);
      all.push(need);
      return need;
    },
  };
}

/** What a node says, wherever it stands. */
export function textOf(ir: Ir): string {
  return JSON.stringify(ir, (key, value: unknown) => (key === 'origin' ? undefined : value));
}

function handbookName(ir: Ir): Pick<Need, 'id' | 'from'> | undefined {
  if (ir.op === 'fact') return { id: ir.name, from: 'fact' };
  if (ir.op === 'parameter' && ir.keys.length === 0) return { id: ir.name, from: 'parameter' };
  if (ir.op === 'decision' && ir.args.length === 0 && ir.otherwise === undefined)
    return { id: ir.name, from: 'decision' };
  return undefined;
}

/** Whether the value may rest on interpretations: then rules tell when it was read. */
export function mayCarryFlags(ir: Ir, program: Program): boolean {
  for (const node of nodes(ir)) {
    if (['decision', 'reading', 'mark'].includes(node.op)) return true;
    if (node.op === 'round' && node.marks.length > 0) return true;
    if (node.op === 'fact' && program.facts[node.name]?.orFrom !== undefined) return true;
  }
  return false;
}

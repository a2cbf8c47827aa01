import { own } from '../ir/own.ts';
import { partsOf } from '../ir/parts.ts';
import type { Program } from '../ir/program.ts';
import { readsOf } from '../ir/reads.ts';

const known = new WeakMap<Program, Map<string, ReadonlySet<string>>>();

/** All facts that the outcome of a decision may come from, directly or through other decisions and computed facts. */
export function factsBehind(decision: string, program: Program): ReadonlySet<string> {
  // Callers and logs may name any number of decisions that are not there; none of them is remembered.
  if (!Object.hasOwn(program.decisions, decision)) return new Set();
  const ofProgram = known.get(program) ?? new Map<string, ReadonlySet<string>>();
  known.set(program, ofProgram);
  const before = ofProgram.get(decision);
  if (before !== undefined) return before;
  const found = collected(decision, program);
  ofProgram.set(decision, found);
  return found;
}

function collected(decision: string, { decisions, facts }: Program): ReadonlySet<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  const open = [{ is: 'decision' as 'decision' | 'fact', name: decision }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { is, name } = next;
    if (seen.has(`${is} ${name}`)) continue;
    seen.add(`${is} ${name}`);
    if (is === 'fact') found.add(name);
    const read = is === 'fact' ? own(facts, name)?.orFrom : own(decisions, name);
    if (read !== undefined) open.push(...readsOf('op' in read ? [read] : partsOf(read)));
  }
  return found;
}

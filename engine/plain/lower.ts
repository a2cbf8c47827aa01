import { expected } from '../ir/expected.ts';
import { own } from '../ir/own.ts';
import type { Program } from '../ir/program.ts';
import { isSimple, sharedAt, wrapped } from './branches.ts';
import { exactly, expression } from './expression.ts';
import { decided, fact } from './reads.ts';
import { formOf, scaleOf } from './slots.ts';
import { never, type Lowered, type Plain, type Slot } from './tree.ts';
import type { PlainUnit } from './unit.ts';

/** Nodes one in another, over all decisions on the way; beyond this the exact layer goes on, which never runs out of stack. */
const deepest = 300;
/** Bits of a number that hold flags without touching its sign. */
export const mostFlags = 30;

interface Read {
  readonly use: () => Plain;
  readonly height: number;
}

/**
 * Lowers decisions together, so that what several of them read is worked out once. They take no arguments. Where they could
 * raise more than 30 flags, none of them is plain.
 */
export function lower(program: Program, decisions: readonly string[]): Lowered {
  const slots: Slot[] = [];
  const shared: { value: Plain; uses: number }[] = [];
  const facts = new Map<string, () => Plain>();
  const reads = new Map<string, Read>();
  const flags: string[] = [];
  let depth = 0;
  let peak = 0;

  const unit: PlainUnit = {
    program,
    slot: (name) => {
      const known = slots.findIndex(({ fact: declared }) => declared.name === name);
      if (known >= 0) return known;
      const declared = declaredIn(program.facts, name);
      return slots.push({ fact: declared, form: formOf(declared.type), scale: scaleOf(declared, program) }) - 1;
    },
    fact: (name) => {
      const at = unit.slot(name);
      const slot = slots[at];
      const use = facts.get(name) ?? unit.share(slot === undefined ? never : fact(at, slot, unit));
      facts.set(name, use);
      return use();
    },
    bits: (interpretations) =>
      interpretations
        .filter((id) => program.interpretations[id]?.about !== 'convention')
        .reduce((bits, id) => {
          if (!flags.includes(id)) flags.push(id);
          return bits | (1 << flags.indexOf(id));
        }, 0),
    compile: (ir) => {
      if (depth >= deepest) return exactly(ir);
      depth += 1;
      peak = Math.max(peak, depth);
      const lowered = expression(ir, unit);
      depth -= 1;
      return lowered;
    },
    decision: (name) => {
      const known = reads.get(name);
      if (known !== undefined) {
        peak = Math.max(peak, depth + known.height);
        return depth + known.height > deepest ? undefined : known.use();
      }
      const before = peak;
      peak = depth;
      const use = unit.share(decided(declaredIn(program.decisions, name), unit));
      reads.set(name, { use, height: peak - depth });
      peak = Math.max(before, peak);
      return use();
    },
    share: (value) => {
      if (isSimple(value)) return () => value;
      // What is shared already is counted once more.
      const at = sharedAt(value) ?? shared.push({ value, uses: 0 }) - 1;
      const one = shared[at];
      return () => {
        if (one !== undefined) one.uses += 1;
        return wrapped(value, () => ({ op: 'shared', at }));
      };
    },
  };

  const values = decisions.map((name) => unit.decision(name) ?? never);
  return { asked: flags.length > mostFlags ? values.map(() => never) : values, shared, slots, flags };
}

const declaredIn = <T>(declared: Readonly<Record<string, T>>, name: string): T => expected(own(declared, name), name);

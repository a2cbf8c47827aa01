import type { Decision, Program } from '../../ir/program.ts';
import type { ExactProgram } from '../exact/program.ts';
import { kept } from '../kept.ts';
import { joined } from './branches.ts';
import { exactly } from './exactly.ts';
import { expression } from './expression.ts';
import { scaleOf, type FactSlot } from './facts.ts';
import { factsNeeded } from './needed.ts';
import { once } from './once.ts';
import { fact, lacksOneOf } from './reads.ts';
import { leave, truthOf, type Fast } from './run.ts';
import type { FastUnit } from './unit.ts';

/** A decision, with all that it reads, made ready for plain cases. */
export interface Root {
  readonly value: Fast;
  /** The facts that it reads by slot. */
  readonly slots: ReadonlyMap<string, FactSlot>;
  /** The flags that the bits of a run stand for. */
  readonly flagsOf: (bits: number) => readonly string[];
  /** A number for the next question, over all runs, by which decisions know what they have worked out for it. */
  readonly nextQuestion: () => number;
}

/** Nodes one in another, over all decisions on the way; beyond this the exact layer goes on, which never runs out of stack. */
const deepest = 300;
/** Bits of a number that hold flags without touching its sign. */
const mostFlags = 30;

/** Compiles a decision that takes no arguments. */
export function root(program: Program, name: string, exact: ExactProgram): Root {
  const slots = new Map<string, FactSlot>();
  const facts = new Map<string, Fast>();
  const decisions = new Map<string, { readonly value: Fast; readonly height: number }>();
  const flags: string[] = [];
  let tooManyFlags = false;
  let depth = 0;
  let peak = 0;
  let questions = 0;

  const bitOf = (flag: string): number => {
    const known = flags.indexOf(flag);
    if (known >= 0) return 1 << known;
    tooManyFlags ||= flags.length === mostFlags;
    return tooManyFlags ? 0 : 1 << (flags.push(flag) - 1);
  };

  const unit: FastUnit = {
    program,
    slot: (factName) =>
      kept(slots, factName, () => {
        const declared = declaredIn(program.facts, factName);
        return { fact: declared, slot: slots.size, scale: scaleOf(declared, program) };
      }),
    fact: (factName) => kept(facts, factName, () => fact(unit.slot(factName), unit)),
    bits: (interpretations) =>
      interpretations
        .filter((id) => program.interpretations[id]?.about !== 'convention')
        .reduce((bits, id) => bits | bitOf(id), 0),
    compile: (ir) => {
      if (depth >= deepest) return unit.exactly(ir);
      depth += 1;
      peak = Math.max(peak, depth);
      const compiled = expression(ir, unit);
      depth -= 1;
      return compiled;
    },
    decision: (read) => {
      const known = decisions.get(read);
      if (known !== undefined) {
        peak = Math.max(peak, depth + known.height);
        return depth + known.height > deepest ? undefined : known.value;
      }
      const before = peak;
      peak = depth;
      const value = once(decided(declaredIn(program.decisions, read), unit));
      decisions.set(read, { value, height: peak - depth });
      peak = Math.max(before, peak);
      return value;
    },
    exactly: (ir) => exactly(exact.compile(ir), ir.type, bitOf),
    lacks: (ir) => lacksOneOf(factsNeeded(ir, program).map(unit.slot)),
  };

  // The decision that is asked is worked out once anyway; only what it reads may be read twice.
  const value = decided(declaredIn(program.decisions, name), unit);
  return {
    value: value === undefined || tooManyFlags ? { is: 'never-plain' } : value,
    slots,
    nextQuestion: () => (questions += 1),
    flagsOf: (bits) => flags.filter((_flag, i) => (bits & (1 << i)) !== 0),
  };
}

/** What holds between the facts, whether the decision applies, then its body. */
function decided(decision: Decision, unit: FastUnit): Fast {
  const { body, takes } = decision;
  if (body.is !== 'ir' || takes.length > 0) return { is: 'never-plain' };
  const requires = decision.requires.map(({ that }) => truthOf(unit.compile(that)));
  const applies = decision.appliesWhen.map((condition) => truthOf(unit.compile(condition)));
  const value = unit.compile(body.ir);
  if (requires.length === 0 && applies.length === 0) return value;
  return joined([value], ([whole = leave]) => (run) => {
    const before = run.flags;
    for (const holds of requires) if (!holds(run)) leave();
    run.flags = before;
    for (const holds of applies) if (!holds(run)) leave();
    return whole(run);
  });
}

function declaredIn<T>(declared: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(declared, name) ? declared[name] : undefined;
  if (found === undefined) throw new Error(`nothing is named ${name}`);
  return found;
}

import { expected } from '../../ir/expected.ts';
import type { Decision, Program } from '../../ir/program.ts';
import type { Ir } from '../../ir/ir.ts';
import { requirementFailed, unusable } from '../../value/failures.ts';
import { noVersion } from '../../value/reasons.ts';
import { isInvalid, isList, isRecord, noDuration, valueOf, type Datum, type Invalid } from './datum.ts';
import { expression } from './expression.ts';
import { factOf } from './reads.ts';
import { isFalse, joinFlags, noFlags, undetermined, withFlags, type Result } from './result.ts';
import { fromTheBottom, remembered, type Work } from './stack.ts';
import type { Exact, Frame, Unit } from './unit.ts';

/** A program as exact functions, each compiled when it is first asked for. */
export interface ExactProgram {
  /** The result of a decision; `args` are bound to what it takes. */
  ask(decision: string, frame: Frame, args: readonly Datum[]): Result;
  /** A node by itself; where it is not determined, its place is not named. */
  compile(ir: Ir): Exact;
}

export function exactProgram(program: Program): ExactProgram {
  const decisions = new Map<string, (args: readonly Datum[]) => Work>();
  const facts = new Map<string, Exact>();
  let slots = 0;

  /** The unit of a decision, or of a fact, by what its places are told of. */
  const unitFor = (output: string): Unit & { readonly depth: () => number } => {
    const locals = new Map<string, number>();
    let [depth, deepestYet] = [0, 0];
    const unit: Unit = {
      program,
      output,
      compile: (ir) => {
        depth += 1;
        deepestYet = Math.max(deepestYet, depth);
        const compiled = expression(ir, unit);
        depth -= 1;
        return compiled;
      },
      slot: (id) => {
        const slot = locals.get(id) ?? slots++;
        locals.set(id, slot);
        return slot;
      },
      fact: (name) => (frame) => factNamed(name)(frame),
      decide,
    };
    return { ...unit, depth: () => deepestYet };
  };

  const factNamed = (name: string): Exact => {
    const known = facts.get(name);
    if (known !== undefined) return known;
    const fact = expected(program.facts[name], name);
    const unit = unitFor(name);
    const read = factOf(fact, unit);
    const compiled: Exact = (frame) => remembered(frame.readFacts, name, { depth: unit.depth(), run: read }, frame);
    facts.set(name, compiled);
    return compiled;
  };

  const decisionNamed = (name: string): ((args: readonly Datum[]) => Work) => {
    const known = decisions.get(name);
    if (known !== undefined) return known;
    const decision = expected(program.decisions[name], name);
    const unit = unitFor(outputOf(decision));
    const taken = decision.takes.map(({ id }) => unit.slot(id));
    const run = bodyOf(decision, unit);
    const compiled = (args: readonly Datum[]): Work => ({
      depth: unit.depth(),
      run: (frame) => {
        for (const [i, slot] of taken.entries()) frame.locals[slot] = args[i] ?? noDuration;
        return run(frame);
      },
    });
    decisions.set(name, compiled);
    return compiled;
  };

  const decide: Unit['decide'] = (name, frame, args) =>
    remembered(frame.answers, args.length === 0 ? name : keyOf(name, args, program), decisionNamed(name)(args), frame);

  return {
    ask: (decision, frame, args) => fromTheBottom((at) => decide(decision, at, args), frame),
    compile: (ir) => unitFor('').compile(ir),
  };
}

function outputOf({ policy, name }: Decision): string {
  return `${policy}#${name.slice(name.lastIndexOf('.') + 1)}`;
}

/** Names the question; arguments that look alike are alike, unless what they lack would be told of another place. */
function keyOf(name: string, args: readonly Datum[], program: Program): string {
  const takes = program.decisions[name]?.takes ?? [];
  const values = args.map((arg, i) => valueOf(arg, takes[i]?.type ?? { is: 'unknown' }));
  return JSON.stringify([name, ...values, ...args.flatMap(placesOf)]);
}

function placesOf(datum: Datum): readonly string[] {
  if (isList(datum)) return datum.flatMap(placesOf);
  if (!isRecord(datum)) return [];
  return [...(datum.place === undefined ? [] : [datum.place]), ...[...datum.fields.values()].flatMap(placesOf)];
}

/** What holds between the facts, whether the decision applies, then its body. */
function bodyOf(decision: Decision, unit: Unit): Exact {
  const { body } = decision;
  if (body.is === 'blocked') {
    const { code, message, span } = body.diagnostic;
    return () => ({ status: 'error', code, message, span });
  }
  if (body.is === 'no-version') {
    const result = undetermined([noVersion(unit.program, decision.policy)]);
    return () => result;
  }
  const requires = decision.requires.map(({ that, says }) => ({
    holds: unit.compile(that),
    failure: requirementFailed(says, that.origin),
  }));
  const conditions = decision.appliesWhen.map(unit.compile);
  const value = unit.compile(body.ir);
  return (frame) => {
    for (const { holds, failure } of requires) {
      const result = holds(frame);
      if (result.status === 'error') return result;
      if (isFalse(result)) return failure;
    }
    let flags = noFlags;
    for (const condition of conditions) {
      const applies = condition(frame);
      if (applies.status !== 'determined') return withFlags(flags, applies);
      flags = joinFlags(flags, applies.flags);
      if (applies.value === false) return { status: 'not-applicable', flags };
    }
    const result = withFlags(flags, value(frame));
    const spoilt = result.status === 'determined' ? invalidPart(result.value) : undefined;
    return spoilt === undefined ? result : unusable(spoilt, decision.origin);
  };
}

/** The first part of a value that was given but cannot be used. */
function invalidPart(datum: Datum): Invalid | undefined {
  if (typeof datum !== 'object') return undefined;
  if (isInvalid(datum)) return datum;
  const parts = isList(datum) ? datum : isRecord(datum) ? [...datum.fields.values()] : [];
  for (const part of parts) {
    const found = invalidPart(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

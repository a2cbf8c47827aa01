import type { Ir, Round } from '../ir/ir.ts';
import type { Decision, Program } from '../ir/program.ts';
import { askedAtoms } from '../symbolic/asked.ts';
import { everything, type Box, type Path } from '../symbolic/box.ts';
import { isOnSteps } from '../symbolic/grid.ts';
import { cutLine } from '../symbolic/cut.ts';
import { decided } from '../symbolic/explore.ts';
import { zero } from '../symbolic/form.ts';
import { factsThatMayLack } from '../symbolic/lacking.ts';
import type { Meanings } from '../symbolic/meaning-key.ts';
import { argumentsOf, walkOf } from '../symbolic/pieces.ts';
import * as quotients from '../symbolic/quotient.ts';
import type { Symbol } from '../symbolic/symbol.ts';
import type { Walk } from '../symbolic/walk.ts';
import { factsIn } from '../symbolic/witness.ts';
import { compareExact, minusExact, parseExact, type Exact } from '../value/exact.ts';
import { trusting } from './trusting.ts';
import { ask, positionIn, witnessOf, type Witness } from './replays.ts';

export type Limit = NonNullable<Decision['limits']>[number];

/** Whether a decision stays at or above (below) what another one or a formula comes to for the same facts. */
export type Limited =
  | { readonly is: 'proven' }
  /** Facts, and what the evaluator says of both for them. */
  | { readonly is: 'refuted'; readonly value: string; readonly limit: string; readonly witness: Witness }
  | { readonly is: 'not-decided'; readonly because: 'parts' | 'unseen' };

/** Holds a decision to one of its limits, as people see both values: rounded. Where one has no value nothing is compared. */
export function keptLimit(
  name: string,
  limit: Limit,
  program: Program,
  { meanings, parts }: { readonly meanings: Meanings; readonly parts: number },
): Limited {
  const decision = program.decisions[name];
  if (decision === undefined) throw new Error(`no decision ${name}`);
  const beside: Decision = {
    ...decision,
    name: `${name} ${limit.side}`,
    appliesWhen: [],
    requires: [],
    body: { is: 'ir', ir: limit.of },
  };
  const both = { ...program, decisions: { ...program.decisions, [beside.name]: beside } };
  const mayLack = factsThatMayLack(decision, both).union(factsThatMayLack(beside, both));
  const own = roundOf(decision);
  const sides = { decision, other: beside, limit, ...(own === undefined ? {} : { own }) };
  const walk = (): Walk => ({ ...walkOf(both, { meanings, parts }), mayLack });
  // By what others promise it is soon proved, if it is; who reads much would else be looked at whole for each promise.
  const trusted = compared(name, beside.name, sides, {
    ...walkOf(both, trusting(program, { meanings, parts })),
    mayLack,
  });
  if (trusted.is === 'proven') return trusted;
  const first = compared(name, beside.name, sides, walk());
  const alike = own === undefined ? undefined : roundedAlike(limit.of, own, both);
  if (first.is !== 'not-decided' || alike === undefined) return first;
  return compared(name, beside.name, { decision, other: alike, limit }, walk());
}

/** What is compared; `own` is the rounding that does not cancel out. */
interface Sides {
  readonly decision: Decision;
  readonly other: Decision;
  readonly limit: Limit;
  readonly own?: Round;
}

function compared(name: string, beside: string, { decision, other, limit, own }: Sides, walk: Walk): Limited {
  let isOpen = false;
  for (const first of decided(decision, argumentsOf(name, walk), everything, walk)) {
    if (first.value.is === 'nothing') continue;
    const args = argumentsOf(other.name, walk);
    for (const { box, value } of decided(other, args, first.box, walk)) {
      if (value.is === 'nothing') continue;
      const bad = beyond({ box, value }, first.value, limit, own);
      if (bad === undefined) return { is: 'not-decided', because: 'unseen' };
      for (const inside of bad) {
        isOpen = true;
        const found = decision.takes.length > 0 ? undefined : refuted(name, beside, limit, inside, walk);
        if (found !== undefined) return found;
      }
    }
    if (walk.budget.left < 0) return { is: 'not-decided', because: 'parts' };
  }
  if (walk.budget.left < 0) return { is: 'not-decided', because: 'parts' };
  return isOpen ? { is: 'not-decided', because: 'unseen' } : { is: 'proven' };
}

/** Another decision that is rounded in the same way: rounding keeps the order, so that what both were before it tells enough. */
function roundedAlike(of: Ir, own: Round, { decisions }: Program): Decision | undefined {
  if (of.op !== 'decision' || of.args.length > 0 || of.otherwise !== undefined) return undefined;
  const read = decisions[of.name];
  const round = read === undefined ? undefined : roundOf(read);
  return round !== undefined && round.to === own.to && round.mode === own.mode ? read : undefined;
}

function roundOf({ body }: Decision): Round | undefined {
  return body.is === 'ir' && body.ir.op === 'round' ? body.ir : undefined;
}

/**
 * The parts in which the value may lie beyond the limit. It is looked at before its own rounding: that never passes a limit which is a
 * multiple of the step, and moves by less than a step.
 */
function beyond(
  { box, value: limit }: Path<Symbol>,
  value: Symbol,
  { side }: Limit,
  own: Round | undefined,
): readonly Box[] | undefined {
  if (value.is !== 'amount' || limit.is !== 'amount') return undefined;
  const over = side === 'at-most' ? quotients.minus(value.of, limit.of) : quotients.minus(limit.of, value.of);
  const step = own === undefined ? undefined : parseExact(own.to);
  const slack: Exact = step === undefined || isOnSteps(limit.of, step) ? zero : minusExact(zero, step);
  return cutLine(box, over, [{ stretch: { low: { at: slack, open: true } }, value: true }]).map((path) => path.box);
}

function refuted(
  name: string,
  beside: string,
  { side }: Limit,
  box: Box,
  { program, meanings }: Walk,
): Limited | undefined {
  const wanted = [name, beside].flatMap((one) => askedAtoms(one, program, meanings));
  for (const facts of factsIn(box, wanted, program)) {
    const [value, limit] = [ask(name, facts, program), ask(beside, facts, program)];
    const [at, end] = [positionIn(value, program), positionIn(limit, program)];
    if (at === undefined || end === undefined) continue;
    const order = compareExact(at, end);
    if (side === 'at-most' ? order <= 0 : order >= 0) continue;
    const witness = witnessOf(facts, program);
    return { is: 'refuted', value: value.value ?? '', limit: limit.value ?? '', witness };
  }
  return undefined;
}

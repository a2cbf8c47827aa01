import type { Ir, Logic } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import type { Atom } from './atom.ts';
import { bandValues } from './bands.ts';
import type { Box, Path } from './box.ts';
import { callValues, roundValues } from './calls.ts';
import { compared, isWithin } from './compare.ts';
import { factsThatMayLack } from './lacking.ts';
import { decisionKey, factsOf } from './meaning-key.ts';
import {
  failing,
  keyOf,
  nothingOf,
  ofAtom,
  readsOf,
  truth,
  undetermined,
  type Nothing,
  type Symbol,
} from './symbol.ts';
import { factValues, knownValues, leftTo } from './presence.ts';
import { parameterValues } from './parameters.ts';
import { unseen } from './unseen.ts';
import { workedOut } from './worked-out.ts';
import { tableValues } from './table.ts';
import { heard, isTooWide, literalOf, strictly, truths, type Walk } from './walk.ts';
import { computedAtom } from './world.ts';

const deepest = 120;

/** All that an expression can come to inside a box, each with the part of the box in which it does. */
export function* values(ir: Ir, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  if (--walk.budget.left < 0) return;
  switch (ir.op) {
    case 'literal':
      return yield { box, value: literalOf(ir) };
    case 'mark':
      return yield* values(ir.value, box, walk);
    case 'reading':
      return yield* values(ir.taken, box, walk);
    case 'undetermined':
      return yield { box, value: undetermined('gap' in ir ? `gap ${ir.gap}` : `needs ${ir.needs} ${ir.fact}`) };
    case 'left-to':
      return yield* leftTo(ir, box, walk);
    case 'fact':
      return yield* factValues(ir.name, ir, box, walk);
    case 'parameter':
      return yield* parameterValues(ir, box, walk);
    case 'decision':
      for (const { box: inside, value: args } of strictly(ir.args, box, walk)) {
        if ('is' in args) yield { box: inside, value: args };
        // What stands in for one that does not apply is a value beside those that it can have.
        else if (ir.otherwise === undefined && walk.shut?.(ir.name) === true)
          yield { box: inside, value: ofAtom(closedAtom(ir, args, walk)) };
        else yield* read(ir.name, args, ir.otherwise, inside, walk);
      }
      return;
    case 'local':
      return yield { box, value: walk.locals.get(ir.id) ?? failing('local') };
    case 'list':
      for (const { box: inside, value: items } of strictly(ir.items, box, walk)) {
        yield { box: inside, value: 'is' in items ? items : { is: 'list', items } };
      }
      return;
    case 'record': {
      const fields = ir.fields.map(({ value }) => value);
      for (const { box: inside, value: items } of strictly(fields, box, walk)) {
        const named = (all: readonly Symbol[]): Symbol => ({
          is: 'record',
          fields: Object.fromEntries(ir.fields.map(({ name }, i) => [name, all[i] ?? failing(name)])),
        });
        yield { box: inside, value: 'is' in items ? items : named(items) };
      }
      return;
    }
    case 'field':
      for (const { box: inside, value: of } of values(ir.of, box, walk)) {
        const known = of.is === 'record' ? of.fields[ir.name] : of.is === 'nothing' ? of : undefined;
        const key = `${keyOf(of)}.${ir.name}`;
        const name = of.is === 'open' && of.atom.name !== undefined ? `${of.atom.name}.${ir.name}` : undefined;
        yield { box: inside, value: known ?? ofAtom(computedAtom(key, ir, readsOf(of), walk.world, name)) };
      }
      return;
    case 'known':
      return yield* knownValues(ir, box, walk);
    case 'call':
      for (const { box: inside, value: args } of strictly(ir.args, box, walk)) {
        if ('is' in args) yield { box: inside, value: args };
        else yield* callValues(ir, args, inside, walk);
      }
      return;
    case 'logic':
      return yield* logicValues(ir, box, walk);
    case 'not':
      for (const { box: inside, value } of truths(ir.operand, box, walk)) {
        yield { box: inside, value: typeof value === 'boolean' ? truth(!value) : value };
      }
      return;
    case 'compare':
      for (const { box: inside, value: sides } of strictly([ir.left, ir.right], box, walk)) {
        if ('is' in sides) yield { box: inside, value: sides };
        else yield* compared(ir.comparison, sides, ir, inside, walk);
      }
      return;
    case 'within':
      if (ir.range.range === 'any') return yield { box, value: truth(true) };
      for (const { box: inside, value } of values(ir.value, box, walk)) {
        if (value.is === 'nothing') yield { box: inside, value };
        else yield* isWithin(value, ir.range, ir, inside, walk);
      }
      return;
    case 'choose':
      if (isTooWide(ir.arms.length, walk)) return;
      return yield* chosen(ir, 0, box, walk);
    case 'bands':
      return yield* bandValues(ir, box, walk);
    case 'table':
      return yield* tableValues(ir, box, walk);
    case 'round':
      for (const { box: inside, value } of values(ir.value, box, walk)) {
        yield { box: inside, value: value.is === 'amount' ? roundValues(ir, value, walk) : value };
      }
      return;
    case 'aggregate':
    case 'fold':
      return yield { box, value: workedOut(ir, walk) ?? ofAtom(unseen(ir, walk)) };
  }
}

/** What a decision comes to: whether it can be asked and applies comes first. */
export function* decided(
  decision: Decision,
  args: readonly Symbol[],
  box: Box,
  walk: Walk,
): Generator<Path<Symbol>, void, undefined> {
  for (const { box: inside, value } of entered(decision, args, box, walk)) {
    if ('is' in value) yield { box: inside, value };
    else yield* values(value.walk.depth === 1 ? unrounded(value.body) : value.body, inside, value.walk);
  }
}

/** What a decision says where it can be asked and applies, with the walk that knows its arguments; elsewhere why it says nothing. */
interface Entered {
  readonly body: Ir;
  readonly walk: Walk;
}

export function* entered(
  decision: Decision,
  args: readonly Symbol[],
  box: Box,
  walk: Walk,
): Generator<Path<Entered | Nothing>, void, undefined> {
  const locals = new Map(decision.takes.map(({ id }, i) => [id, args[i] ?? failing('local')]));
  const mayLack = walk.mayLack ?? factsThatMayLack(decision, walk.program);
  const inside: Walk = { ...walk, locals, mayLack, depth: walk.depth + 1 };
  if (inside.depth > deepest) {
    walk.budget.left = -1;
    return;
  }
  const { body } = decision;
  if (body.is === 'blocked') return yield { box, value: failing(body.diagnostic.code) };
  if (body.is === 'no-version') return yield { box, value: undetermined(`no-version ${decision.policy}`) };
  if (decision.requires.length + decision.appliesWhen.length > 0) yield* required(decision, 0, box, inside);
  else yield { box, value: { body: body.ir, walk: inside } };
}

type Entering = Generator<Path<Entered | Nothing>, void, undefined>;

function* required(decision: Decision, i: number, box: Box, walk: Walk): Entering {
  const condition = decision.requires[i];
  if (condition === undefined) return yield* applied(decision, 0, box, walk);
  for (const { box: inside, value } of truths(condition.that, box, walk)) {
    if (value === false) yield { box: inside, value: failing('requires/failed') };
    else if (value !== true && value.status === 'error') yield { box: inside, value };
    else yield* required(decision, i + 1, inside, walk);
  }
}

function* applied(decision: Decision, i: number, box: Box, walk: Walk): Entering {
  const condition = decision.appliesWhen[i];
  if (condition === undefined) {
    if (decision.body.is === 'ir') yield { box, value: { body: decision.body.ir, walk } };
    return;
  }
  for (const { box: inside, value } of truths(condition, box, walk)) {
    if (value === false) yield { box: inside, value: { is: 'nothing', status: 'not-applicable', why: [] } };
    else if (value === true) yield* applied(decision, i + 1, inside, walk);
    else yield { box: inside, value };
  }
}

/** The decision that is asked is looked at before its own rounding, so that a difference below it is a difference. */
function unrounded(ir: Ir): Ir {
  return ir.op === 'round' ? ir.value : ir;
}

function* read(
  name: string,
  args: readonly Symbol[],
  otherwise: Ir | undefined,
  box: Box,
  walk: Walk,
): Generator<Path<Symbol>, void, undefined> {
  const decision = walk.program.decisions[name];
  if (decision === undefined) throw new Error(`no decision ${name}`);
  for (const path of decided(decision, args, box, walk)) {
    const { value } = path;
    if (value.is !== 'nothing' || value.status !== 'not-applicable') yield path;
    else if (otherwise === undefined) yield { ...path, value: failing('expression/not-applicable') };
    else yield* values(otherwise, path.box, walk);
  }
}

function* logicValues(ir: Logic, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  const decides = ir.connective === 'or';
  for (const { box: inside, value: left } of truths(ir.left, box, walk)) {
    if (left === decides) yield { box: inside, value: truth(decides) };
    else if (typeof left !== 'boolean' && left.status === 'error') yield { box: inside, value: left };
    else {
      for (const { box: further, value: right } of truths(ir.right, inside, walk)) {
        const open =
          typeof left === 'boolean'
            ? right
            : right === decides
              ? decides
              : (nothingOf([left, ...asParts(right)]) ?? right);
        yield { box: further, value: typeof open === 'boolean' ? truth(open) : open };
      }
    }
  }
}

const asParts = (value: boolean | Nothing): readonly Symbol[] => (typeof value === 'boolean' ? [] : [value]);

function* chosen(
  ir: Extract<Ir, { op: 'choose' }>,
  i: number,
  box: Box,
  walk: Walk,
): Generator<Path<Symbol>, void, undefined> {
  const arm = ir.arms[i];
  if (arm === undefined) {
    walk.hear?.(ir.otherwise, true, box);
    return yield* values(ir.otherwise, box, walk);
  }
  for (const { box: inside, value } of truths(arm.when, box, walk)) {
    walk.hear?.(arm, heard(value), inside);
    if (value === true) yield* values(arm.value, inside, walk);
    else if (value === false) yield* chosen(ir, i + 1, inside, walk);
    else yield { box: inside, value };
  }
}

/** A decision that is not looked into, known by all that it says, and by what it promises. */
function closedAtom(ir: Extract<Ir, { op: 'decision' }>, args: readonly Symbol[], walk: Walk): Atom {
  const { program, meanings, world } = walk;
  const key = `decision ${decisionKey(ir.name, program, meanings)}(${args.map(keyOf).join(', ')})`;
  const atom = computedAtom(key, ir, factsOf(ir, program, meanings), world, ir.name);
  if (atom.domain?.is !== 'line' || walk.promised === undefined) return atom;
  const { range = atom.domain.range, scale } = {
    range: walk.promised(ir.name),
    scale: decimalsOf(program.decisions[ir.name]),
  };
  return { ...atom, domain: { ...atom.domain, range, ...(scale === undefined ? {} : { scale }) } };
}

/** Of a decision that is rounded to cents: two. */
function decimalsOf(decision: Decision | undefined): number | undefined {
  if (decision?.body.is !== 'ir' || decision.body.ir.op !== 'round' || decision.type.is === 'percent') return undefined;
  const decimals = /^(?:1|0\.(0*1))$/.exec(decision.body.ir.to);
  return decimals === null ? undefined : (decimals[1] ?? '').length;
}

import type { Ir, Logic, ParameterRead } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import { bandValues } from './bands.ts';
import type { Box, Path } from './box.ts';
import { callValues, roundValues } from './calls.ts';
import { compared, isWithin } from './compare.ts';
import { cutNames, withGiven } from './cut.ts';
import { factsThatMayLack } from './lacking.ts';
import { decisionKey, factsOf, meaningKey } from './meaning-key.ts';
import {
  failing,
  keyOf,
  nothingOf,
  ofAtom,
  ofValue,
  readsOf,
  truth,
  undetermined,
  type Nothing,
  type Symbol,
} from './symbol.ts';
import { tableValues } from './table.ts';
import { heard, strictly, truths, truthsOf, type Walk } from './walk.ts';
import { computedAtom, factAtom } from './world.ts';

const deepest = 120;

/** All that an expression can come to inside a box, each with the part of the box in which it does. */
export function* values(ir: Ir, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  if (--walk.budget.left < 0) return;
  switch (ir.op) {
    case 'literal':
      return yield { box, value: ofValue(ir.value) };
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
        else if (walk.shut?.(ir.name) === true) yield { box: inside, value: ofAtom(closedAtom(ir, args, walk)) };
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
      return yield { box, value: ofAtom(unseen(ir, walk)) };
  }
}

/** What a decision comes to: whether it can be asked and applies comes first. */
export function* decided(
  decision: Decision,
  args: readonly Symbol[],
  box: Box,
  walk: Walk,
): Generator<Path<Symbol>, void, undefined> {
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
  yield* required(decision, 0, box, inside);
}

function* required(decision: Decision, i: number, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  const condition = decision.requires[i];
  if (condition === undefined) return yield* applied(decision, 0, box, walk);
  for (const { box: inside, value } of truths(condition.that, box, walk)) {
    if (value === false) yield { box: inside, value: failing('requires/failed') };
    else if (value !== true && value.status === 'error') yield { box: inside, value };
    else yield* required(decision, i + 1, inside, walk);
  }
}

function* applied(decision: Decision, i: number, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  const condition = decision.appliesWhen[i];
  if (condition === undefined) {
    if (decision.body.is === 'ir')
      yield* values(walk.depth === 1 ? unrounded(decision.body.ir) : decision.body.ir, box, walk);
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

/** Left to a person: what is proposed decides where it is allowed. */
function* leftTo(ir: Extract<Ir, { op: 'left-to' }>, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  const { proposed, allowed } = ir;
  const open = undetermined(`left-to ${meaningKey(ir, walk.program, walk.meanings)}`);
  if (proposed === undefined) return yield { box, value: open };
  for (const { box: inside, value: given } of withGiven(box, proposed.name)) {
    if (!given) {
      yield { box: inside, value: open };
      continue;
    }
    const value = ofAtom(factAtom(proposed.name, proposed.type, proposed, walk.world));
    for (const path of isWithin(value, allowed, ir, inside, walk)) {
      for (const { box: further, value: isAllowed } of truthsOf(path)) {
        if (isAllowed === true) yield { box: further, value };
        else yield { box: further, value: isAllowed === false ? undetermined('outside-allowed') : isAllowed };
      }
    }
  }
}

/** A fact of which somebody asks whether it is given may be left out wherever it is read, also before that. */
function* factValues(name: string, ir: Ir, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  const fact = walk.program.facts[name];
  const isAsked = walk.mayLack?.has(name) === true || box.columns.has(`given ${name}`);
  const paths = isAsked ? withGiven(box, name) : [{ box, value: true }];
  for (const { box: inside, value: isGiven } of paths) {
    if (isGiven) yield { box: inside, value: ofAtom(factAtom(name, ir.type, ir, walk.world)) };
    else if (fact?.closed === true) yield { box: inside, value: truth(false) };
    else if (fact?.orFrom !== undefined) yield* values(fact.orFrom, inside, walk);
    else yield { box: inside, value: undetermined(`missing ${name}`) };
  }
}

function* knownValues(
  ir: Extract<Ir, { op: 'known' }>,
  box: Box,
  walk: Walk,
): Generator<Path<Symbol>, void, undefined> {
  const { of, negated } = ir;
  if (of.op === 'fact') {
    for (const { box: inside, value } of withGiven(box, of.name))
      yield { box: inside, value: truth(value !== negated) };
    return;
  }
  for (const { box: inside, value } of values(of.of, box, walk)) {
    if (value.is === 'nothing') yield { box: inside, value };
    else if (value.is === 'record')
      yield { box: inside, value: truth((value.fields[of.name] !== undefined) !== negated) };
    else {
      const key = `${keyOf(value)}.${of.name} is ${negated ? 'not ' : ''}known`;
      yield { box: inside, value: ofAtom(computedAtom(key, ir, readsOf(value), walk.world)) };
    }
  }
}

function* parameterValues(ir: ParameterRead, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  const { value, entries } = walk.program.parameters[ir.name] ?? {};
  if (walk.openParameters) {
    for (const { box: inside, value: keys } of strictly(ir.keys, box, walk)) {
      const key = 'is' in keys ? '' : `parameter ${ir.name}(${keys.map(keyOf).join(', ')})`;
      yield {
        box: inside,
        value: 'is' in keys ? keys : ofAtom(computedAtom(key, ir, keys.flatMap(readsOf), walk.world)),
      };
    }
    return;
  }
  if (value !== undefined) return yield { box, value: ofValue(value) };
  if (entries === undefined) return yield { box, value: undetermined(`unset ${ir.name}`) };
  for (const { box: inside, value: keys } of strictly(ir.keys, box, walk)) {
    if ('is' in keys) yield { box: inside, value: keys };
    else yield* entryValues(ir, entries, keys, inside, walk);
  }
}

/** One part of the box for each entry, and what is left without one. */
function* entryValues(
  ir: ParameterRead,
  entries: readonly { readonly keys: readonly string[]; readonly value: Extract<Symbol, { is: 'value' }>['value'] }[],
  keys: readonly Symbol[],
  box: Box,
  walk: Walk,
): Generator<Path<Symbol>, void, undefined> {
  const [key, ...rest] = keys;
  if (key === undefined) {
    const [entry] = entries;
    return yield { box, value: entry === undefined ? undetermined(`missing-key ${ir.name}`) : ofValue(entry.value) };
  }
  const names = [...new Set(entries.flatMap(({ keys: [first] }) => first ?? []))];
  const under = (name: string | undefined): typeof entries =>
    entries.filter(({ keys: [first] }) => first === name).map((entry) => ({ ...entry, keys: entry.keys.slice(1) }));
  if (key.is === 'value') return yield* entryValues(ir, under(nameOf(key.value)), rest, box, walk);
  if (key.is !== 'open') return yield { box, value: ofAtom(unseen(ir, walk)) };
  const named = names.flatMap((name) => valueNamed(name, key.atom.type) ?? []);
  for (const { box: inside, value } of cutNames(box, key.atom, named)) {
    yield* entryValues(ir, value === undefined ? [] : under(nameOf(value)), rest, inside, walk);
  }
}

function nameOf(value: Extract<Symbol, { is: 'value' }>['value']): string | undefined {
  if ('name' in value) return value.name;
  return value.is === 'text' ? value.text : value.is === 'boolean' ? String(value.truth) : undefined;
}

function valueNamed(name: string, type: Ir['type']): Extract<Symbol, { is: 'value' }>['value'] | undefined {
  switch (type.is) {
    case 'enumeration':
      return { is: 'member', enumeration: type.name, name };
    case 'post':
      return { is: 'post', scope: type.scope, name };
    case 'text':
      return { is: 'text', text: name };
    case 'boolean':
      return { is: 'boolean', truth: name === 'true' };
    default:
      return undefined;
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

/** A decision that is not looked into, known by all that it says. */
function closedAtom(
  ir: Extract<Ir, { op: 'decision' }>,
  args: readonly Symbol[],
  { program, meanings, world }: Walk,
): ReturnType<typeof computedAtom> {
  const key = `decision ${decisionKey(ir.name, program, meanings)}(${args.map(keyOf).join(', ')})`;
  return computedAtom(key, ir, factsOf(ir, program, meanings), world, ir.name);
}

/** Something that is not looked into: loops over lists, and what depends on them. */
function unseen(ir: Ir, { program, world, locals, meanings }: Walk): ReturnType<typeof computedAtom> {
  const bound = [...locals].map(([id, value]) => `${id}=${keyOf(value)}`).join(', ');
  const reads = [...factsOf(ir, program, meanings), ...[...locals.values()].flatMap(readsOf)];
  return computedAtom(`${meaningKey(ir, program, meanings)}${bound === '' ? '' : ` with ${bound}`}`, ir, reads, world);
}

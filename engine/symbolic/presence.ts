import type { Ir } from '../ir/ir.ts';
import type { Fact } from '../ir/program.ts';
import type { Box, Path } from './box.ts';
import { isWithin } from './compare.ts';
import { withGiven } from './cut.ts';
import { meaningKey } from './meaning-key.ts';
import { failing, keyOf, ofAtom, ofValue, readsOf, truth, undetermined, type Symbol } from './symbol.ts';
import { truthsOf, type Walk } from './walk.ts';
import { computedAtom, factAtom } from './world.ts';

/** Left to a person: what is proposed decides where it is allowed. */
export function* leftTo(
  ir: Extract<Ir, { op: 'left-to' }>,
  box: Box,
  walk: Walk,
): Generator<Path<Symbol>, void, undefined> {
  const { proposed, allowed } = ir;
  const open = undetermined(`left-to ${meaningKey(ir, walk.program, walk.meanings)}`);
  if (proposed === undefined) return yield { box, value: open };
  for (const { box: inside, value: given } of presence(proposed.name, box, walk)) {
    if (!given) {
      yield { box: inside, value: open };
      continue;
    }
    const value = givenValue(proposed.name, proposed, walk);
    for (const path of isWithin(value, allowed, ir, inside, walk)) {
      for (const { box: further, value: isAllowed } of truthsOf(path)) {
        if (isAllowed === true) yield { box: further, value };
        else yield { box: further, value: isAllowed === false ? undetermined('outside-allowed') : isAllowed };
      }
    }
  }
}

/** A fact of which somebody asks whether it is given may be left out wherever it is read, also before that. */
export function* factValues(name: string, ir: Ir, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  const fact = walk.program.facts[name];
  const isAsked = walk.along !== undefined || walk.mayLack?.has(name) === true || box.columns.has(`given ${name}`);
  const paths = isAsked ? presence(name, box, walk) : [{ box, value: true }];
  for (const { box: inside, value: isGiven } of paths) {
    if (isGiven) yield { box: inside, value: givenValue(name, ir, walk) };
    else if (fact?.closed === true) yield { box: inside, value: truth(false) };
    else if (fact?.orFrom !== undefined) yield* computed(fact, fact.orFrom, inside, walk);
    else yield { box: inside, value: undetermined(`missing ${name}`) };
  }
}

/** What a fact comes to that follows from others: an error outside the fact's range, and missing where they do not say. */
function* computed(fact: Fact, from: Ir, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
  for (const path of walk.run(from, box, walk)) {
    const { value } = path;
    if (value.is === 'nothing') {
      const unset = value.why.filter((why) => why.startsWith('unset '));
      const why = unset.length > 0 ? unset : [`missing ${fact.name}`];
      yield value.status === 'undetermined' ? { ...path, value: undetermined(...why) } : path;
    } else if (fact.range === undefined) yield path;
    else {
      for (const tested of isWithin(value, fact.range, from, path.box, walk)) {
        for (const { box: inside, value: isAllowed } of truthsOf(tested)) {
          if (isAllowed === true) yield { box: inside, value };
          else yield { box: inside, value: isAllowed === false ? failing('fact/out-of-range') : isAllowed };
        }
      }
    }
  }
}

export function* knownValues(
  ir: Extract<Ir, { op: 'known' }>,
  box: Box,
  walk: Walk,
): Generator<Path<Symbol>, void, undefined> {
  const { of, negated } = ir;
  if (of.op === 'fact') {
    for (const { box: inside, value } of presence(of.name, box, walk))
      yield { box: inside, value: truth(value !== negated) };
    return;
  }
  for (const { box: inside, value } of walk.run(of.of, box, walk)) {
    if (value.is === 'nothing') yield { box: inside, value };
    else if (value.is === 'record')
      yield { box: inside, value: truth((value.fields[of.name] !== undefined) !== negated) };
    else {
      const key = `${keyOf(value)}.${of.name} is ${negated ? 'not ' : ''}known`;
      yield { box: inside, value: ofAtom(computedAtom(key, ir, readsOf(value), walk.world)) };
    }
  }
}

/** Whether a fact is given, in the parts of the box in which it is. */
function presence(name: string, box: Box, { along }: Walk): readonly Path<boolean>[] {
  if (along === undefined) return withGiven(box, name);
  return [{ box, value: name === along.fact || along.values[name] !== undefined }];
}

function givenValue(name: string, ir: Ir, { along, world }: Walk): Symbol {
  const known = name === along?.fact ? undefined : along?.values[name];
  if (known === undefined) return ofAtom(factAtom(name, ir.type, ir, world));
  return known.is === 'invalid' ? failing(known.code) : ofValue(known);
}

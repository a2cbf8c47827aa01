import type { Ir, ParameterRead } from '../ir/ir.ts';
import type { Box, Path } from './box.ts';
import { cutNames } from './cut.ts';
import { keyOf, ofAtom, ofValue, readsOf, undetermined, type Symbol } from './symbol.ts';
import { unseen } from './unseen.ts';
import { strictly, type Walk } from './walk.ts';
import { computedAtom } from './world.ts';

/** What the company set: one part of the box for each entry that the keys can name. */
export function* parameterValues(ir: ParameterRead, box: Box, walk: Walk): Generator<Path<Symbol>, void, undefined> {
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

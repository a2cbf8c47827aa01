import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Ir, ParameterRead } from '../../ir/ir.ts';
import type { Parameter } from '../../ir/program.ts';
import { nodes } from '../../ir/walk.ts';
import { printValue } from '../../value/print.ts';
import type { CheckContext } from '../kind.ts';
import { risksMessages as messages } from './messages.ts';

/** Parameters by key that the level reads: where one is set, every combination of keys has an entry. */
export function checkMatrix(level: Ir | undefined, context: CheckContext): readonly Diagnostic[] {
  const read = level === undefined ? [] : [...nodes(level)].filter((node) => node.op === 'parameter');
  return read
    .filter(({ keys }) => keys.length > 0)
    .flatMap((node) => context.parameters(node.name).flatMap((parameter) => holesOf(node, parameter, context)));
}

function holesOf(node: ParameterRead, parameter: Parameter, context: CheckContext): readonly Diagnostic[] {
  const { entries, name, origin } = parameter;
  if (entries === undefined) return [];
  const has = new Set(entries.map(({ keys }) => JSON.stringify(keys)));
  const axes = node.keys.map((key, place) =>
    possibleKeys(
      key,
      entries.flatMap(({ keys }) => keys[place] ?? []),
      context,
    ),
  );
  return combinations(axes)
    .filter((keys) => !has.has(JSON.stringify(keys)))
    .map((keys) => {
      const witness = node.keys.every((key) => key.op === 'fact')
        ? {
            witness: Object.fromEntries(
              node.keys.flatMap((key, i) => (key.op === 'fact' ? [[key.name, keys[i] ?? '']] : [])),
            ),
          }
        : {};
      return messages['matrix-incomplete']({ parameter: name, keys: `(${keys.join(', ')})` }, origin, witness);
    });
}

/** All values that a key can have where its type or its fact's range lists them; else those that occur somewhere in the matrix. */
function possibleKeys(key: Ir, occurring: readonly string[], context: CheckContext): readonly string[] {
  if (key.type.is === 'enumeration') return context.members(key.type.name);
  const range = key.op === 'fact' ? context.fact(key.name)?.range : undefined;
  const listed = range?.range === 'set' && !range.none ? range.items : [];
  const names = listed.flatMap((item) => (item.op === 'literal' ? [printValue(item.value, context.words)] : []));
  return names.length > 0 ? names : [...new Set(occurring)];
}

const combinations = (axes: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  axes.reduce<readonly (readonly string[])[]>(
    (made, axis) => made.flatMap((keys) => axis.map((key) => [...keys, key])),
    [[]],
  );

import { itemsOf, valuesOf } from '../../shape/forms.ts';
import type { Schema } from '../../shape/schema.ts';
import type { YamlNode } from '../../yaml/node.ts';
import type { Address, Refusal } from './form.ts';
import { skeleton, type Fresh } from './fresh.ts';
import { formAt, type Located } from './located.ts';
import { insert, placeIn } from './primitives.ts';
import { refusals } from './refusals.ts';
import { insertDeep } from './set-cell.ts';
import type { State, Step } from './state.ts';

/** Writes a row with all that it must have, still empty unless `fill` says more; with the list around it where that is missing. */
export function newRow(
  state: State,
  at: Address,
  row: number,
  key?: string,
  fill: (row: Fresh) => Fresh = (fresh) => fresh,
): Step | Refusal {
  const place = placeIn(state, at);
  const shape = place === undefined ? undefined : rowsOf(place);
  if (place === undefined || shape === undefined) return refusals.nowhere;
  const { node } = place;
  const fresh = fill(skeleton(shape.schema, likeOf(node)));
  const name = key ?? freeKey(node);
  if (shape.keyed && keysOf(node).includes(name)) return refusals.sameKey;
  if (node === undefined)
    return insertDeep(
      state,
      at,
      shape.keyed ? { is: 'map', entries: [[name, fresh]] } : { is: 'list', items: [fresh] },
    );
  return insert(state, [...at, shape.keyed ? name : row], fresh, row);
}

/** What the rows of a grid look like. */
function rowsOf({ schema, node }: Located): { readonly schema: Schema; readonly keyed: boolean } | undefined {
  const form = formAt(schema, node);
  if (form['x-bylaw'] === 'list') return { schema: itemsOf(form).item, keyed: false };
  return form['x-bylaw'] === 'entries' ? { schema: valuesOf(form).value, keyed: true } : undefined;
}

/** A row that shows which of several forms rows have here: not the last one, which may be the rest of a table. */
function likeOf(node: YamlNode | undefined): YamlNode | undefined {
  if (node?.yaml === 'list') return node.items[0];
  return node?.yaml === 'map' ? node.entries[0]?.value : undefined;
}

const keysOf = (node: YamlNode | undefined): readonly string[] =>
  node?.yaml === 'map' ? node.entries.map(({ key }) => key.text) : [];

function freeKey(node: YamlNode | undefined): string {
  const taken = keysOf(node);
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'new' : `new-${number}`;
    if (!taken.includes(name)) return name;
  }
}

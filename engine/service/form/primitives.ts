import type { RecordSchema } from '../../shape/schema.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { collectionOf, insertItem, moveItem, reachOf, removeItem } from './collection.ts';
import type { Address, Refusal } from './form.ts';
import { blockEntry, blockItem, inFlow, isInline, keyText, treeOfFresh, type Fresh } from './fresh.ts';
import { leafOf, locate, orderOf, settledFor, type Located } from './located.ts';
import { otherNames } from './other-names.ts';
import { refusals } from './refusals.ts';
import { replacedScalar } from './scalar-text.ts';
import type { State, Step } from './state.ts';
import { treeOf, withChildren } from './tree.ts';

/** The place that a step is about. */
export function placeIn({ file, root, schema }: State, at: Address): Located | undefined {
  return locate(file.text, root, schema, at);
}

/** Writes other texts in place of scalars that are there. */
export function setScalars(
  state: State,
  changes: readonly { readonly place: Located; readonly text: string }[],
): Step | Refusal {
  let says: ReturnType<typeof withChildren> = treeOf(state.root);
  const edits = [];
  for (const { place, text } of changes) {
    const { node, schema, at, between } = place;
    if (node?.yaml !== 'scalar') return refusals.noForm;
    if (node.text === text) continue;
    edits.push({ span: node.span, text: replacedScalar(state.file.text, node, text, leafOf(schema), between) });
    const [key] = at.slice(-1);
    says = says && withChildren(says, at.slice(0, -1), (all) => all.map(([k, v]) => [k, k === key ? text : v]));
  }
  return { edits, says };
}

/** Writes a list in place of the one word that stands there. */
export function replaceByList(state: State, at: Address, fresh: Fresh): Step | Refusal {
  const node = placeIn(state, at)?.node;
  const step = at.at(-1);
  if (node === undefined) return refusals.nowhere;
  return {
    edits: [{ span: node.span, text: inFlow(fresh) }],
    says: withChildren(treeOf(state.root), at.slice(0, -1), (all) =>
      all.map(([key, value]) => [key, key === step ? treeOfFresh(fresh) : value]),
    ),
  };
}

/** Writes another key in place of one that is there. */
export function setKey(state: State, at: Address, text: string): Step | Refusal {
  const parent = placeIn(state, at.slice(0, -1));
  const old = at.at(-1);
  if (parent?.node?.yaml !== 'map') return refusals.nowhere;
  if (text === '') return refusals.emptyKey;
  const entry = parent.node.entries.find(({ key }) => key.text === old);
  if (entry === undefined) return refusals.nowhere;
  if (old === text) return { edits: [], says: undefined };
  if (parent.node.entries.some(({ key }) => key.text === text)) return refusals.sameKey;
  const between = parent.between || isInlineOrFlow(state, parent.node);
  return {
    edits: [{ span: entry.key.span, text: keyText(text, between) }],
    says: withChildren(treeOf(state.root), parent.at, (all) => all.map(([k, v]) => [k === old ? text : k, v])),
  };
}

const isInlineOrFlow = ({ file }: State, node: YamlNode): boolean => /^[[{]/.test(file.text.slice(node.span.start));

/** Writes something new under a key that is not there, or into a list at a place of it. */
export function insert(state: State, at: Address, fresh: Fresh, index?: number): Step | Refusal {
  const parent = placeIn(state, at.slice(0, -1));
  const step = at.at(-1);
  if (parent === undefined || step === undefined) return refusals.nowhere;
  const { node } = parent;
  if (node === undefined || (node.yaml === 'scalar' && node.text === '')) return refusals.nowhere;
  if (node.yaml === 'scalar') return refusals.noForm;
  const count = node.yaml === 'list' ? node.items.length : node.entries.length;
  const row = index ?? (node.yaml === 'list' ? count : placeOfKey(state, parent, String(step)));
  const into = collectionOf(state.file.text, node);
  const between = into.flow || parent.between;
  const like = isInline(state.file.text, neighbour(node, row));
  const body =
    node.yaml === 'list'
      ? between
        ? inFlow(fresh)
        : blockItem(fresh, into.column, into.newline, like)
      : between
        ? `${keyText(String(step), true)}: ${inFlow(fresh)}`
        : blockEntry(
            String(step),
            fresh,
            into.column,
            into.newline,
            like && fresh.is !== 'leaf' && index !== undefined,
          );
  const said = treeOfFresh(fresh);
  return {
    edits: [insertItem(into, row, body)],
    says: withChildren(treeOf(state.root), parent.at, (all) => all.toSpliced(row, 0, [step, said])),
  };
}

function neighbour(node: Exclude<YamlNode, { yaml: 'scalar' }>, row: number): YamlNode | undefined {
  const beside = Math.max(0, row - 1);
  return node.yaml === 'list' ? node.items[beside] : node.entries[beside]?.value;
}

/** Behind the nearest of the keys that usually stand before it. */
function placeOfKey({ root }: State, { schema, node }: Located, key: string): number {
  if (node?.yaml !== 'map') return 0;
  const settled = settledFor(schema, node, key);
  if (settled?.['x-bylaw'] !== 'record' && settled?.['x-bylaw'] !== 'texts') return node.entries.length;
  const order =
    settled['x-bylaw'] === 'texts' ? ['en', 'zh'] : neededFirst(settled, orderOf(settled, otherNames(root)));
  if (!order.includes(key)) return node.entries.length;
  const before = order.slice(0, order.indexOf(key));
  return node.entries.findLastIndex((entry) => before.includes(entry.key.text)) + 1;
}

/** What every row has stands in front of what some have. */
const neededFirst = ({ required, properties }: RecordSchema, order: readonly string[]): readonly string[] => {
  const isNeeded = (key: string): boolean => required.includes(key) || !Object.hasOwn(properties, key);
  return [...order.filter(isNeeded), ...order.filter((key) => !isNeeded(key))];
};

/** A row or a key among those beside it; undefined where there is none. */
export function entryIn(
  state: State,
  at: Address,
):
  | { readonly parent: Located; readonly node: Exclude<YamlNode, { yaml: 'scalar' }>; readonly index: number }
  | undefined {
  const parent = placeIn(state, at.slice(0, -1));
  const step = at.at(-1);
  const node = parent?.node;
  if (parent === undefined || step === undefined || node === undefined || node.yaml === 'scalar') return undefined;
  const index = node.yaml === 'list' ? Number(step) : node.entries.findIndex(({ key }) => key.text === step);
  const count = node.yaml === 'list' ? node.items.length : node.entries.length;
  return index < 0 || index >= count ? undefined : { parent, node, index };
}

/** Takes a row or a key away; what is left empty by that goes with it. */
export function remove(state: State, at: Address): Step | Refusal {
  const entry = entryIn(state, at);
  if (entry === undefined) return refusals.nowhere;
  const { parent, node, index } = entry;
  const count = node.yaml === 'list' ? node.items.length : node.entries.length;
  if (count === 1) return parent.required || parent.at.length === 0 ? refusals.lastRow : remove(state, parent.at);
  const from = collectionOf(state.file.text, node);
  return {
    edits: [removeItem(from, index)],
    says: withChildren(treeOf(state.root), parent.at, (all) => all.toSpliced(index, 1)),
    losing: reachOf(from, index),
  };
}

/** Puts a row in another place. */
export function move(state: State, at: Address, from: number, to: number): Step | Refusal {
  const node = placeIn(state, at)?.node;
  if (node === undefined || node.yaml === 'scalar') return refusals.nowhere;
  const collection = collectionOf(state.file.text, node);
  if (![from, to].every((row) => row >= 0 && row < collection.items.length)) return refusals.nowhere;
  return {
    edits: from === to ? [] : moveItem(collection, from, to),
    says: withChildren(treeOf(state.root), at, (all) => {
      const moved = all.slice(from, from + 1);
      return all.toSpliced(from, 1).toSpliced(to, 0, ...moved);
    }),
  };
}

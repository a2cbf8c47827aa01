import { collectionOf } from './collection.ts';
import type { Address, FormEdit, Refusal } from './form.ts';
import { blockEntry, blockItem, inFlow, keyText, treeOfFresh, type Fresh } from './fresh.ts';
import { leafOf } from './located.ts';
import { newRow } from './new-row.ts';
import { entryIn, placeIn } from './primitives.ts';
import { refusals } from './refusals.ts';
import { insertDeep, setSteps } from './set-cell.ts';
import { standingAt } from './standing.ts';
import type { State, Step, Stepper } from './state.ts';
import { treeOf, withChildren } from './tree.ts';
import { typedText, type Typing } from './typed.ts';
import { doubtOf } from './typed-fault.ts';

type Stand = Extract<FormEdit, { edit: 'stand' }>;

/** Lets a place stand otherwise: as a value, as a gap of the source (a new one with its note), or as a person's decision. */
export function standSteps(state: State, { at: address, as }: Stand, typing: Typing): readonly Stepper[] | Refusal {
  const standing = standingAt(state, address);
  if (standing === undefined || (standing.now !== as.is && !standing.others.includes(as.is))) return refusals.oneWay;
  const { at, by } = standing;
  const schema = leafOf(placeIn(state, by === 'key' ? [...at.slice(0, -1), 'value'] : at)?.schema ?? state.schema);
  const leaf = (text: string): Fresh => ({ is: 'leaf', text, schema });
  switch (as.is) {
    case 'value': {
      if (as.text.trim() === '') return refusals.needed;
      const doubt = doubtOf(as.text, schema, typing);
      if (doubt !== undefined) return { refused: doubt.says };
      return [put(at, 'value', leaf(typedText(as.text, schema, typing)), by)];
    }
    case 'unset':
      return setSteps(state, at, 'unset', {});
    case 'gap': {
      if (as.gap.trim() === '') return refusals.emptyKey;
      const made = as.says === undefined ? [] : [newGap(as.gap, as.says)];
      const gap: Fresh =
        by === 'forms' ? { is: 'map', entries: [['unstated', wordOf(as.gap)]] } : leaf(`undetermined(${as.gap})`);
      return [put(at, 'value', gap, by), ...made];
    }
    case 'left-to': {
      if (as.by.trim() === '' || as.allowed.trim() === '') return refusals.needed;
      const range = { ...cellSchema };
      const person: Fresh = {
        is: 'map',
        entries: [
          ['by', wordOf(as.by)],
          ['allowed', { is: 'leaf', text: as.allowed.trim(), schema: range }],
          ...(as.proposed === undefined || as.proposed.trim() === ''
            ? []
            : [['proposed', wordOf(as.proposed.trim())] as const]),
        ],
      };
      return [put(at, 'left-to', by === 'forms' ? { is: 'map', entries: [['left-to', person]] } : person, by)];
    }
  }
}

const plainDoc = { description: '', 'x-zh': '' } as const;
const wordOf = (text: string): Fresh => ({
  is: 'leaf',
  text: text.trim(),
  schema: { ...plainDoc, 'x-bylaw': 'word', type: 'string', pattern: '', 'x-pattern': { en: '', zh: '' } },
});
const cellSchema = { ...plainDoc, 'x-bylaw': 'cell', type: ['string', 'number', 'boolean'] } as const;

/** Writes it in place of what stands there; where the key itself says how it stands, under that key. */
const put =
  (at: Address, key: 'value' | 'left-to', fresh: Fresh, by: 'forms' | 'key' | 'inside'): Stepper =>
  (now) =>
    placeIn(now, at)?.node === undefined
      ? insertDeep(now, at, fresh)
      : replaceEntry(now, at, fresh, by === 'key' ? key : undefined);

/** Writes another value in place of a key's or an item's, whatever both look like. */
function replaceEntry(state: State, at: Address, fresh: Fresh, newKey: string | undefined): Step | Refusal {
  const entry = entryIn(state, at);
  if (entry === undefined) return refusals.nowhere;
  const { parent, node, index } = entry;
  const within = collectionOf(state.file.text, node);
  const item = within.items[index];
  if (item === undefined) return refusals.nowhere;
  const key = newKey ?? String(at.at(-1));
  const between = within.flow || parent.between;
  const body =
    node.yaml === 'list'
      ? between
        ? inFlow(fresh)
        : blockItem(fresh, within.column, within.newline, false)
      : between
        ? `${keyText(key, true)}: ${inFlow(fresh)}`
        : blockEntry(key, fresh, within.column, within.newline, false);
  return {
    edits: [{ span: { file: state.file.name, ...item }, text: body }],
    says: withChildren(treeOf(state.root), parent.at, (all) =>
      all.with(index, [node.yaml === 'list' ? index : key, treeOfFresh(fresh)]),
    ),
  };
}

/** A row among the file's gaps. */
const newGap =
  (id: string, says: { readonly en: string; readonly zh: string }): Stepper =>
  (now) => {
    const text = (key: 'en' | 'zh'): readonly [string, Fresh] => {
      const schema = leafOf(placeIn(now, ['gaps', 0, 'says', key])?.schema ?? now.schema);
      return [key, { is: 'leaf', text: says[key].trim(), schema }];
    };
    const rows = placeIn(now, ['gaps'])?.node;
    const count = rows?.yaml === 'list' ? rows.items.length : 0;
    const row: Fresh = {
      is: 'map',
      entries: [
        ['id', wordOf(id)],
        ['says', { is: 'map', entries: [text('en'), text('zh')] }],
      ],
    };
    return newRow(now, ['gaps'], count, undefined, () => row);
  };

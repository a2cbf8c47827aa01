import { itemsOf } from '../../shape/forms.ts';
import { wordsIn } from './cells.ts';
import type { Address, Refusal } from './form.ts';
import type { Fresh } from './fresh.ts';
import { formAt, leafOf, type Located } from './located.ts';
import { insert, placeIn, remove, replaceByList, setScalars } from './primitives.ts';
import { refusals } from './refusals.ts';
import type { State, Step, Stepper } from './state.ts';
import { typedText, type Typing } from './typed.ts';

/** Steps after which a cell says another text: a list of words one by one, an empty optional cell by taking its key away. */
export function setSteps(state: State, at: Address, typed: string, typing: Typing): readonly Stepper[] | Refusal {
  const place = placeIn(state, at);
  if (place === undefined) return refusals.nowhere;
  const meant = formAt(place.schema, place.node);
  if (meant['x-bylaw'] === 'list') return listSteps(state, at, wordsIn(typed));
  const { node } = place;
  const text = typedText(typed, leafOf(place.schema), typing);
  const steps: readonly Stepper[] = [(now) => write(now, at, text), ...otherLanguage(place, text)];
  if (node === undefined) return text === '' ? [] : steps;
  if (node.yaml !== 'scalar') return refusals.noForm;
  if (node.text === text || node.text === typed) return [];
  if (text === '' && !place.required) return [(now) => remove(now, at)];
  return steps;
}

/** Writes a text over the one at a place, or where nothing stands yet. */
const write = (state: State, at: Address, text: string): Step | Refusal =>
  withPlace(state, at, (place) =>
    place.node === undefined ? insertDeep(state, at, leaf(state, at, text)) : setScalars(state, [{ place, text }]),
  );

/** A text in one language stands for both, as long as the other one is empty. */
function otherLanguage({ at, parent }: Located, text: string): readonly Stepper[] {
  const meant = parent === undefined ? undefined : formAt(parent.schema, parent.node);
  if (meant?.['x-bylaw'] !== 'texts' || text === '') return [];
  const other = [...at.slice(0, -1), at.at(-1) === 'en' ? 'zh' : 'en'];
  return [
    (now) => {
      const node = placeIn(now, other)?.node;
      const isEmpty = node === undefined || (node.yaml === 'scalar' && node.text === '');
      return isEmpty ? write(now, other, text) : { edits: [], says: undefined };
    },
  ];
}

function withPlace(state: State, at: Address, step: (place: Located) => Step | Refusal): Step | Refusal {
  const place = placeIn(state, at);
  return place === undefined ? refusals.nowhere : step(place);
}

const leaf = (state: State, at: Address, text: string): Fresh => {
  const place = placeIn(state, at);
  return { is: 'leaf', text, schema: leafOf(place?.schema ?? state.schema) };
};

/** Writes something at a place, with all that is missing around it. */
export function insertDeep(state: State, at: Address, fresh: Fresh): Step | Refusal {
  const parent = placeIn(state, at.slice(0, -1));
  if (parent === undefined) return refusals.nowhere;
  const key = at.at(-1);
  if (parent.node !== undefined || typeof key !== 'string') return insert(state, at, fresh);
  return insertDeep(state, parent.at, { is: 'map', entries: [[key, fresh]] });
}

function listSteps(state: State, at: Address, words: readonly string[]): readonly Stepper[] | Refusal {
  const place = placeIn(state, at);
  if (place === undefined) return refusals.nowhere;
  const { node, schema, required } = place;
  const meant = formAt(schema, node);
  const { orOne } = meant['x-bylaw'] === 'list' ? itemsOf(meant) : { orOne: false };
  const items: readonly Fresh[] = words.map((text) => ({ is: 'leaf', text, schema: leafOf(schema) }));
  const [first] = items;
  const whole: Fresh = orOne && items.length === 1 && first !== undefined ? first : { is: 'list', items };
  if (node === undefined) return words.length === 0 ? [] : [(now) => insertDeep(now, at, whole)];
  if (words.length === 0 && node.yaml === 'list' && node.items.length === 0) return [];
  if (words.length === 0) return required ? refusals.needed : [(now) => remove(now, at)];
  if (node.yaml === 'map') return refusals.noForm;
  if (node.yaml === 'scalar') {
    const [word = ''] = words;
    if (words.length === 1)
      return node.text === word
        ? []
        : [(now) => withPlace(now, at, (found) => setScalars(now, [{ place: found, text: word }]))];
    return [(now) => replaceByList(now, at, whole)];
  }
  const old = node.items.map((item) => (item.yaml === 'scalar' ? item.text : undefined));
  return itemSteps(at, old, words);
}

/** Keeps what both lists begin and end with, changes what lies between, and adds or removes the rest. */
function itemSteps(at: Address, old: readonly (string | undefined)[], words: readonly string[]): readonly Stepper[] {
  let first = 0;
  while (first < Math.min(old.length, words.length) && old[first] === words[first]) first++;
  let last = 0;
  while (last < Math.min(old.length, words.length) - first && old.at(-1 - last) === words.at(-1 - last)) last++;
  const [gone, come] = [old.length - first - last, words.slice(first, words.length - last)];
  const both = Math.min(gone, come.length);
  return [
    ...come.slice(0, both).map(
      (text, i): Stepper =>
        (now) =>
          withPlace(now, [...at, first + i], (place) => setScalars(now, [{ place, text }])),
    ),
    ...come.slice(both).map((text, i): Stepper => {
      const where = first + both + i;
      return (now) => insert(now, [...at, where], leaf(now, [...at, where], text), where);
    }),
    ...Array.from({ length: gone - both }, (): Stepper => (now) => remove(now, [...at, first + both])),
  ];
}

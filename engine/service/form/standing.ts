import { keyedForms, plainForm } from '../../shape/forms.ts';
import type { Schema } from '../../shape/schema.ts';
import type { YamlNode } from '../../yaml/node.ts';
import type { Workspace } from '../workspace.ts';
import { choicesFor } from './choices.ts';
import type { Address, Choice } from './form.ts';
import { leafOf } from './located.ts';
import { placeIn } from './primitives.ts';
import { stateOf, type State } from './state.ts';

/** How a place of a policy may stand: as a figure or formula, as a gap of the source, as a person's decision, as not set yet. */
export type Stance = 'value' | 'gap' | 'left-to' | 'unset';

/** Where and how something stands, and what else it may stand as. */
export interface Standing {
  /** The place as a whole, also where a cell shows only what is inside of it. */
  readonly at: Address;
  readonly now: Stance;
  readonly others: readonly Stance[];
  /** A name of a parameter or a decision may stand there as a value. */
  readonly takesNames: boolean;
  /** `key`: the key itself says it (`value:` or `left-to:`); `inside`: a word of the expression; `forms`: a map in its place. */
  readonly by: 'forms' | 'key' | 'inside';
}

/** What a person chooses from when something is to stand otherwise. */
export interface StandingChoices extends Standing {
  readonly gaps: readonly Choice[];
  readonly people: readonly Choice[];
  /** Parameters and decisions by name. */
  readonly names: readonly Choice[];
}

/** How the place of a cell stands; undefined where there is only one way. */
export function standingOf(workspace: Workspace, path: string, at: Address): StandingChoices | undefined {
  const reading = workspace.readings.get(path);
  const state = reading === undefined ? undefined : stateOf(reading.file);
  const standing = state === undefined ? undefined : standingAt(state, at);
  if (state === undefined || standing === undefined) return undefined;
  const choices = choicesFor(new Set(['gaps', 'people']), workspace, state.root);
  return {
    ...standing,
    gaps: choices['gaps'] ?? [],
    people: choices['people'] ?? [],
    names: standing.takesNames ? namesIn(workspace, state) : [],
  };
}

const inner: ReadonlySet<string | number | undefined> = new Set([
  'unstated',
  'value',
  'left-to',
  'by',
  'allowed',
  'proposed',
]);

/** The nearest place around an address that may stand in several ways. */
export function standingAt(state: State, at: Address): Standing | undefined {
  for (let length = at.length; length > 0; length--) {
    const found = formsAt(state, at.slice(0, length)) ?? keyAt(state, at.slice(0, length));
    if (found !== undefined) return found;
    if (!inner.has(at[length - 1])) break;
  }
  return insideAt(state, at);
}

function formsAt(state: State, at: Address): Standing | undefined {
  const place = placeIn(state, at);
  if (place?.schema['x-bylaw'] !== 'forms' || isCondition(state, at)) return undefined;
  const keys = keyedForms(place.schema).map(([key]) => key);
  if (!keys.includes('unstated')) return undefined;
  const written = keysOf(place.node);
  const now: Stance = written.includes('unstated') ? 'gap' : written.includes('left-to') ? 'left-to' : 'value';
  const plain = plainForm(place.schema);
  const isLeaf = plain !== undefined && !['record', 'texts', 'entries'].includes(leafOf(plain)['x-bylaw']);
  const all: readonly Stance[] = [
    ...(isLeaf ? (['value'] as const) : []),
    'gap',
    ...(keys.includes('left-to') ? (['left-to'] as const) : []),
  ];
  return {
    at,
    now,
    others: all.filter((one) => one !== now),
    takesNames: plain !== undefined && isFormula(leafOf(plain)),
    by: 'forms',
  };
}

/** A decision or an arm: what it says stands under `value`, or under `left-to`. */
function keyAt(state: State, at: Address): Standing | undefined {
  const key = at.at(-1);
  const parent = placeIn(state, at.slice(0, -1));
  if ((key !== 'value' && key !== 'left-to') || parent?.schema['x-bylaw'] !== 'forms') return undefined;
  if (!keyedForms(parent.schema).some(([one]) => one === 'left-to')) return undefined;
  if (keyedForms(parent.schema).some(([one]) => one === 'unstated')) return undefined;
  const written = keysOf(parent.node);
  if (!written.includes('value') && !written.includes('left-to')) return undefined;
  const text = textOf(placeIn(state, [...parent.at, 'value'])?.node);
  const now: Stance = written.includes('left-to') ? 'left-to' : gapIn(text) === undefined ? 'value' : 'gap';
  const all: readonly Stance[] = ['value', 'gap', 'left-to'];
  return {
    at: [...parent.at, now === 'left-to' ? 'left-to' : 'value'],
    now,
    others: all.filter((one) => one !== now),
    takesNames: true,
    by: 'key',
  };
}

function insideAt(state: State, at: Address): Standing | undefined {
  const place = placeIn(state, at);
  if (place === undefined) return undefined;
  const text = textOf(place.node);
  if (at[0] === 'parameters' && at[2] === 'value' && at.length === 3) {
    const now: Stance = text === 'unset' ? 'unset' : 'value';
    const other: Stance = now === 'unset' ? 'value' : 'unset';
    return place.node?.yaml === 'scalar' ? { at, now, others: [other], takesNames: false, by: 'inside' } : undefined;
  }
  if (leafOf(place.schema)['x-bylaw'] !== 'expression') return undefined;
  const now: Stance = gapIn(text) === undefined ? 'value' : 'gap';
  return { at, now, others: [now === 'gap' ? 'value' : 'gap'], takesNames: true, by: 'inside' };
}

/** The gap that an expression names as a whole. */
const gapIn = (text: string): string | undefined => /^undetermined\(\s*([^()\s]+)\s*\)$/.exec(text)?.[1];

const isFormula = ({ 'x-bylaw': is }: Schema): boolean => is === 'expression' || is === 'cell' || is === 'structured';
const keysOf = (node: YamlNode | undefined): readonly string[] =>
  node?.yaml === 'map' ? node.entries.map(({ key }) => key.text) : [];
const textOf = (node: YamlNode | undefined): string => (node?.yaml === 'scalar' ? node.text : '');

/** The cells of a table's columns ask; only what its outputs say can be missing. */
function isCondition({ root }: State, at: Address): boolean {
  const columns = root.entries.find(({ key }) => key.text === 'columns')?.value;
  return at[0] === 'rows' && keysOf(columns).includes(String(at.at(-1)));
}

function namesIn({ handbook }: Workspace, { root }: State): readonly Choice[] {
  const own = textOf(root.entries.find(({ key }) => key.text === 'policy')?.value);
  const newest = [...handbook.versions.values()].flatMap(([first]) => first ?? []);
  const parameters = newest.flatMap((version) => version.parameters);
  const decisions = newest
    .filter(({ head }) => head.policy !== own)
    .flatMap((version) => version.decisions.filter(({ hidden, takes }) => !hidden && takes.length === 0));
  return [...parameters, ...decisions].map(({ name, title }) => ({ value: name, title }));
}

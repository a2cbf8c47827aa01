import type { Texts } from '../../diagnostic/diagnostic.ts';
import { itemsOf, valuesOf } from '../../shape/forms.ts';
import type { Schema } from '../../shape/schema.ts';
import type { Written } from './written.ts';
import type { Workspace } from '../workspace.ts';
import type { PlacedOffer } from './complete-names.ts';
import type { Context } from './context.ts';
import { keysOf, nodesAlong, type Cursor } from './cursor.ts';
import type { Thing } from './things.ts';
import { docOfSchema, whatOf } from './schema-words.ts';

/** Where a completion is asked for. */
export interface Place {
  readonly workspace: Workspace;
  readonly path: string;
  readonly cursor: Cursor;
  readonly at: Written;
}

/** The keys that the map around the cursor may have and does not have yet; what must be there stands first. */
export function keyOffers(place: Place, context: Context): readonly PlacedOffer[] {
  const { at, cursor, path } = place;
  // Behind a colon on its line a text begins no map.
  if (at.role === 'value' && (at.scalar.style !== 'plain' || isBehindKey(place))) return [];
  const present = new Set(at.role === 'key' ? keysOf(at.map) : []);
  const entry = at.map?.entries.find(({ key }) => key === at.scalar);
  const span = { file: path, start: at.scalar.textStart, end: cursor.offset };
  return at.allowed
    .flatMap((schema) => keysFor(schema, place, context))
    .filter(({ label }) => !present.has(label))
    .map(({ label, under, required, thing, title }, index): PlacedOffer => {
      const what = whatOf(under);
      return {
        label,
        sort: 'key',
        title: title ?? docOfSchema(under),
        detail: required ? { en: `${what.en} · required`, zh: `${what.zh} · 必填` } : what,
        insert: entry?.value === undefined ? `${label}:${startOf(under, at.map?.flow === true)}` : label,
        span,
        rank: (required ? 0 : 1_000) + index,
        ...(thing === undefined ? {} : { thing }),
      };
    });
}

/** What stands behind a new key to go on from. */
function startOf(schema: Schema, isFlow: boolean): string {
  switch (schema['x-bylaw']) {
    case 'texts':
      return ' { en: $1, zh: $0 }';
    case 'list':
      return isFlow || itemsOf(schema).orOne ? ' $0' : '\n  - $0';
    case 'record':
    case 'entries':
      return isFlow ? ' { $0 }' : '\n  $0';
    default:
      return ' $0';
  }
}

function isBehindKey({ workspace, path, at }: Place): boolean {
  const text = workspace.readings.get(path)?.file.text ?? '';
  const line = text.slice(text.lastIndexOf('\n', at.scalar.start - 1) + 1, at.scalar.start);
  return !/^[\s-]*$/.test(line);
}

interface Key {
  readonly label: string;
  readonly under: Schema;
  readonly required: boolean;
  readonly title?: Texts;
  readonly thing?: Thing;
}

function keysFor(schema: Schema, place: Place, context: Context): readonly Key[] {
  switch (schema['x-bylaw']) {
    case 'record': {
      const known = Object.entries(schema.properties).map(([label, under]): Key => {
        return { label, under, required: schema.required.includes(label) };
      });
      const others = schema.additionalProperties;
      return others === false
        ? known
        : [...ownColumns(place).map((label): Key => ({ label, under: others, required: true })), ...known];
    }
    case 'texts':
      return Object.entries(schema.properties).map(([label, under]): Key => ({ label, under, required: true }));
    case 'entries':
      return namedKeys(place, context).map((thing) => ({
        label: thing.name,
        under: valuesOf(schema).value,
        required: false,
        thing,
        ...(thing.title === undefined ? {} : { title: thing.title }),
      }));
    default:
      return [];
  }
}

/** Keys that the policy itself names: columns and outputs of its rows, measures of its sanctions. */
function ownColumns({ cursor: { root } }: Place): readonly string[] {
  return ['columns', 'outputs', 'measures'].flatMap((key) => {
    const map = nodesAlong(root, [key])[1];
    return map?.yaml === 'map' ? keysOf(map) : [];
  });
}

/** Cases say `.amount` of a decision of their own policy. */
const shortened = (thing: Thing, policy: string): Thing =>
  thing.name.startsWith(`${policy}.`) ? { ...thing, name: thing.name.slice(policy.length) } : thing;

/** Keys that name things of the handbook: facts that are given, decisions that are expected, parameters that are set. */
function namedKeys({ at: { path } }: Place, { things, policy }: Context): readonly Thing[] {
  switch (path.at(-1)) {
    case 'given':
    case 'across':
    case 'down':
    case 'monotone':
      return [...things.fact().values()];
    case 'expect':
    case 'source-only':
      return [...things.decision().values()].map((thing) => shortened(thing, policy));
    case 'set':
      return [...things.parameter().values()];
    default:
      return [];
  }
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Schema } from '../../shape/schema.ts';
import type { Written } from './written.ts';
import type { Workspace } from '../workspace.ts';
import type { Completion } from './completion.ts';
import { keysOf, nodesAlong, type Cursor } from './cursor.ts';
import { docOfSchema, whatOf } from './schema-words.ts';

/** Where a completion is asked for. */
export interface Place {
  readonly workspace: Workspace;
  readonly path: string;
  readonly cursor: Cursor;
  readonly at: Written;
}

/** The keys that the map around the cursor may have and does not have yet; what must be there stands first. */
export function keyCompletions(place: Place): readonly Completion[] {
  const { at, cursor, path } = place;
  // Behind a colon on its line a text begins no map.
  if (at.role === 'value' && (at.scalar.style !== 'plain' || isBehindKey(place))) return [];
  const present = new Set(at.role === 'key' ? keysOf(at.map) : []);
  const hasColon =
    at.role === 'key' && at.map?.entries.some(({ key, value }) => key === at.scalar && value !== undefined);
  const start = at.scalar.textStart;
  const offered = new Map<string, Completion>();
  for (const schema of at.allowed) {
    for (const { key, under, required } of keysFor(schema, place)) {
      if (present.has(key) || offered.has(key)) continue;
      const doc = docOfSchema(under);
      offered.set(key, {
        label: key,
        sort: 'key',
        title: doc,
        detail: required ? { en: `${whatOf(under).en} · required`, zh: `${whatOf(under).zh} · 必填` } : whatOf(under),
        insert: hasColon === true ? key : `${key}: $0`,
        span: { file: path, start, end: cursor.offset },
        rank: (required ? 0 : 1_000) + offered.size,
      });
    }
  }
  return [...offered.values()];
}

function isBehindKey({ workspace, path, at }: Place): boolean {
  const text = workspace.readings.get(path)?.file.text ?? '';
  const line = text.slice(text.lastIndexOf('\n', at.scalar.start - 1) + 1, at.scalar.start);
  return !/^[\s-]*$/.test(line);
}

interface Key {
  readonly key: string;
  readonly under: Schema;
  readonly required: boolean;
}

function keysFor(schema: Schema, place: Place): readonly Key[] {
  switch (schema['x-bylaw']) {
    case 'record': {
      const known = Object.entries(schema.properties).map(([key, under]): Key => {
        return { key, under, required: schema.required.includes(key) };
      });
      const others = schema.additionalProperties;
      return others === false
        ? known
        : [...named(place).map((key): Key => ({ key, under: others, required: true })), ...known];
    }
    case 'texts':
      return Object.entries(schema.properties).map(([key, under]): Key => ({ key, under, required: true }));
    default:
      return [];
  }
}

/** Keys that the policy itself names: columns and outputs of its rows, measures of its sanctions. */
function named({ cursor: { root } }: Place): readonly string[] {
  return ['columns', 'outputs', 'measures'].flatMap((key) => {
    const map = nodesAlong(root, [key])[1];
    return map?.yaml === 'map' ? keysOf(map) : [];
  });
}

export const bare = (text: string): Texts => ({ en: text, zh: text });

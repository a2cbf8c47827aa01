import type { JsonSchema } from '../engine/shape/json-schema.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** A call costs about as much text as the check of a single value, so only what is longer is made a function of its own. */
const shortest = 60;

/** Keywords under which there is a map from names to schemas, and those with one schema. */
const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties']);
const single: ReadonlySet<string> = new Set(['items', 'additionalProperties', 'then', 'else']);

/**
 * The same definitions with everything that stands in them twice as a definition of its own (`part-1` …), so that each check
 * is generated once: kinds have most of their head, versions and rounding in common. Conditions stay where they are.
 */
export function withSharedParts(definitions: Schemas): Schemas {
  const counts = new Map<string, number>();
  const count = (schema: JsonSchema): void => {
    const text = JSON.stringify(schema);
    const times = (counts.get(text) ?? 0) + 1;
    counts.set(text, times);
    // What stands inside of something shared is shared with it.
    if (times === 1) eachUnder(schema, count);
  };
  for (const schema of Object.values(definitions)) count(schema);

  const names = new Map<string, string>();
  const parts: Record<string, JsonSchema> = {};
  const shared = (schema: JsonSchema): JsonSchema => {
    const text = JSON.stringify(schema);
    if (text.length < shortest || (counts.get(text) ?? 0) < 2) return mapUnder(schema, shared);
    const known = names.get(text);
    const name = known ?? `part-${names.size + 1}`;
    if (known === undefined) {
      names.set(text, name);
      parts[name] = mapUnder(schema, shared);
    }
    return { $ref: `#/$defs/${name}` };
  };
  const own = Object.entries(definitions).map(([name, schema]) => [name, mapUnder(schema, shared)] as const);
  return { ...Object.fromEntries(own), ...parts };
}

function eachUnder(schema: JsonSchema, visit: (under: JsonSchema) => void): void {
  mapUnder(schema, (under) => {
    visit(under);
    return under;
  });
}

function mapUnder(schema: JsonSchema, change: (under: JsonSchema) => JsonSchema): JsonSchema {
  const entries = Object.entries(schema).map(([key, value]): readonly [string, unknown] => {
    if (single.has(key) && isSchema(value)) return [key, change(value)];
    if (!maps.has(key) || !isSchema(value)) return [key, value];
    const under = Object.entries(value).map(([name, one]) => [name, isSchema(one) ? change(one) : one]);
    return [key, Object.fromEntries(under)];
  });
  return Object.fromEntries(entries);
}

/** `additionalProperties` may also be `false`. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

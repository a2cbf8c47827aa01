import type { TSchema } from 'typebox';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A shape as plain JSON Schema; what is shared stands once, in `definitions`, and is referred to as `#/$defs/name`. */
export interface Emitted {
  readonly schema: JsonSchema;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** Writes a shape down as JSON Schema, which other tools read from `schemas/`. */
export function jsonSchema(shape: TSchema): Emitted {
  const definitions: Record<string, JsonSchema> = {};
  return { schema: emitObject(shape, definitions), definitions };
}

function emitObject(value: object, definitions: Record<string, JsonSchema>): JsonSchema {
  const emitted = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emit(part, definitions)]));
  const { 'x-shared': name, ...schema } = emitted;
  if (typeof name !== 'string') return schema;
  // Each place keeps its own words about what stands there.
  const { description, 'x-zh': zh, ...definition } = schema;
  const known = definitions[name];
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition))
    throw new Error(`Two different shapes are shared as "${name}".`);
  definitions[name] = definition;
  return { description, 'x-zh': zh, $ref: `#/$defs/${name}` };
}

function emit(value: unknown, definitions: Record<string, JsonSchema>): unknown {
  if (Array.isArray(value)) return value.map((item) => emit(item, definitions));
  return typeof value === 'object' && value !== null ? emitObject(value, definitions) : value;
}

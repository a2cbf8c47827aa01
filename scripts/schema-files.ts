import { Ajv } from 'ajv/dist/ajv.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { TSchema } from 'typebox';
import { jsonSchema, type JsonSchema } from '../engine/shape/json-schema.ts';
import { isSchema, withSharedParts } from './shared-parts.ts';
import { slimmed } from './slim-validators.ts';

/** A kind of file and the shape of what stands in it. */
export interface Described {
  readonly name: string;
  readonly schema: TSchema;
}

/** The JSON Schema of each kind: path below the repository → text. */
export function schemaFiles(kinds: readonly Described[]): ReadonlyMap<string, string> {
  return new Map(
    kinds.map(({ name, schema }) => {
      const { schema: root, definitions } = jsonSchema(schema);
      const $defs = Object.keys(definitions).length === 0 ? {} : { $defs: definitions };
      const file = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: `Bylaw: ${name}`,
        ...root,
        ...$defs,
      };
      return [`schemas/${name}.schema.json`, `${JSON.stringify(file, undefined, 2)}\n`];
    }),
  );
}

/** An ajv that knows all kinds, and the reference by which it knows each; also what makes a validator at once, in tests. */
export function compiler(kinds: readonly Described[]): {
  readonly ajv: Ajv;
  readonly reference: (name: string) => string;
} {
  const definitions: Record<string, JsonSchema> = {};
  for (const { name, schema } of kinds) {
    const emitted = jsonSchema(schema);
    const both = { ...emitted.definitions, [`kind-${name}`]: emitted.schema };
    for (const [key, documented] of Object.entries(both)) {
      const definition = withoutWords(documented);
      // What kinds share becomes one function, therefore one name means one shape throughout.
      if (JSON.stringify(definitions[key] ?? definition) !== JSON.stringify(definition))
        throw new Error(`Two different shapes are shared as "${key}".`);
      definitions[key] = definition;
    }
  }
  // What schemas may say since 2019 (`unevaluatedProperties`) would cost a third of the generated code, and no kind says it.
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true },
  });
  ajv.addSchema({ $id: 'bylaw', $defs: withSharedParts(definitions) });
  return { ajv, reference: (name) => `bylaw#/$defs/kind-${name}` };
}

/** The validators of all kinds as one module, so that no code is made from schemas at run time: browsers forbid it here. */
export function validatorsModule(kinds: readonly Described[]): string {
  const { ajv, reference } = compiler(kinds);
  const names = kinds.map(({ name }, index) => ({ name, exported: `kind${index}` }));
  const references = names.map(({ name, exported }) => [exported, reference(name)]);
  const code = standalone.default(ajv, Object.fromEntries(references) as Record<string, string>);
  if (code.includes('require(')) throw new Error('The validators must stand alone: a keyword needs a file of ajv.');
  const table = names.map(({ name, exported }) => `  ${JSON.stringify(name)}: ${exported},`).join('\n');
  const functions = slimmed(code.replace('"use strict";', '').replaceAll(/export const (kind\d+) =/g, 'const $1 ='));
  return `// Written by \`npm run schemas\` from engine/kinds, never by hand.
${functions}

export const validators = {
${table}
};
`;
}

/** What TypeScript is to know of that module. */
export const validatorsTypes = `import type { Validator } from '../engine/shape/validate.ts';
/** The validator of each kind of file, by its name. */
export declare const validators: Readonly<Record<string, Validator>>;
`;

/** What only people and decoding read; a key of an author with such a name holds no text but a schema. */
const words = ['description', 'x-zh', 'x-bylaw', 'x-names'];

function withoutWords(schema: JsonSchema): JsonSchema {
  const kept = Object.entries(schema).filter(
    ([key, value]) => key !== 'x-pattern' && !(words.includes(key) && typeof value === 'string'),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, isSchema(value) ? withoutWords(value) : value]));
}

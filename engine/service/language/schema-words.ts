import type { Texts } from '../../diagnostic/diagnostic.ts';
import { expected } from '../../shape/expected.ts';
import type { Schema } from '../../shape/schema.ts';

/** What the schema says about its place. */
export const docOfSchema = (schema: Schema): Texts => ({ en: schema.description, zh: schema['x-zh'] });

/** What should stand there, in a line. */
export const whatOf = (schema: Schema): Texts => expected(schema);

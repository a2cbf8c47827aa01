import type { TSchema } from 'typebox';
import { validators } from '../../schemas/validators.js';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { validate } from '../shape/validate.ts';
import type { YamlNode } from '../yaml/node.ts';

/** What ajv finds wrong with the structure of a file of this kind; a kind without a validator is a bug of the build. */
export function validated(kind: string, schema: TSchema, root: YamlNode, text: string): readonly Diagnostic[] {
  const validator = validators[kind];
  if (validator === undefined) throw new Error(`No validator for "${kind}": run npm run schemas.`);
  return validate(validator, schema, root, text);
}

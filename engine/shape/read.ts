import type { Static, TSchema } from 'typebox';
import type { YamlNode } from '../yaml/node.ts';
import { decode, type Decoded } from './decode.ts';
import { validate, type Validator } from './validate.ts';

/**
 * Validates a file against its kind and decodes it: all structural mistakes and all syntax mistakes of its expressions at
 * once. With structural mistakes there may still be a value, for an editor; it is blocked by its diagnostics.
 */
export function read<S extends TSchema>(
  shape: S,
  validator: Validator,
  node: YamlNode,
  text: string,
): Decoded<Static<S>> {
  const structure = validate(validator, shape, node, text);
  const { value, diagnostics } = decode(shape, node, text);
  // What validation has said of a place, decoding need not repeat.
  const said = new Set(structure.map(({ code, span }) => `${code} ${span.start}`));
  const more = diagnostics.filter(({ code, span }) => !said.has(`${code} ${span.start}`));
  return { value, diagnostics: [...structure, ...more].toSorted((a, b) => a.span.start - b.span.start) };
}

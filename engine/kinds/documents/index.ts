import type { TSchema } from 'typebox';
import { cases } from './cases.ts';
import { manifest } from './manifest.ts';
import { register } from './register.ts';
import { vocabulary } from './vocabulary.ts';

/** Files of a handbook that are no policies; what they are stands in their first key. */
export const documents = [
  { name: 'handbook', schema: manifest },
  { name: 'vocabulary', schema: vocabulary },
  { name: 'register', schema: register },
  { name: 'cases', schema: cases },
] as const satisfies readonly { readonly name: string; readonly schema: TSchema }[];

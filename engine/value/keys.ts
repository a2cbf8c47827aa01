import type { Type } from '../ir/type.ts';
import type { Invalid, ReadWords } from './invalid.ts';
import { printValue } from './print.ts';
import { readValue } from './read.ts';

/** A key of a parameter as evaluators print what they look up, so that `500 CNY` finds `500.00 CNY`; or why it is none. */
export function keyText(written: string, type: Type, words: ReadWords): string | Invalid {
  // Without an organization nobody knows which posts there are.
  if (type.is === 'post' && words.organizations[type.scope] === undefined) return written.normalize('NFKC').trim();
  const value = readValue(written, type, words);
  return value.is === 'invalid' ? value : printValue(value, words);
}

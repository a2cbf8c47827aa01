import { wordRange, wording } from '../../evaluate/wording.ts';
import type { Ir, Range } from '../../ir/ir.ts';
import type { PrintWords } from '../../value/print.ts';

/** An expression as the policy's author wrote it: under `each` a name is the element's own. */
export function worded(ir: Ir, words: PrintWords, policy: string): string {
  return asWritten(wording(ir, words, policy));
}

/** A range in the same words. */
export function wordedRange(range: Range, words: PrintWords, policy = ''): string {
  return asWritten(wordRange(range, words, policy));
}

const asWritten = (text: string): string => text.replaceAll(/\/each on [\p{L}\p{N}.-]+/gu, '');

import { isUtf8 } from 'node:buffer';
import { noCounts } from '../row-counts.ts';
import type { AnsweredBlock, Block } from './plan.ts';

export type BlockAnswerer = (block: Block) => AnsweredBlock;

export const nothing = { bytes: new Uint8Array(), lines: 0, counts: noCounts(), percents: [] };
export const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The block's text; undefined where its bytes are not in the encoding. */
export function inUtf8(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Block['encoding'],
): Uint8Array<ArrayBuffer> | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes : undefined;
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

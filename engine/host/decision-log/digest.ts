import { createHash } from 'node:crypto';
import type { Digest } from '../../decision-log/chain.ts';

/** SHA-256 of bytes. */
export const digest: Digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

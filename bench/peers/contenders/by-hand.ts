import { integersForAuditors } from '../../contenders/by-hand-audit.ts';
import { integersInColumns } from '../../contenders/by-hand-columns.ts';
import { integersWithSteps } from '../../contenders/by-hand-steps.ts';
import { integersOfText } from '../../contenders/by-hand-text.ts';
import { decimals, floats, integers } from '../../contenders/by-hand.ts';
import type { Peer } from '../peer.ts';

/** Code that was written for this policy alone has nothing to load. */
export const peers: readonly Peer[] = [
  integers,
  floats,
  decimals,
  integersWithSteps,
  integersForAuditors,
  integersOfText,
  integersInColumns,
].map(({ name, rows, prepare }) => ({ name, rows, build: () => prepare }));

import { compiled } from '../../contenders/bylaw.ts';
import { benchProgram } from '../../policy.ts';
import type { Peer } from '../peer.ts';

/** From the files as people write them: read, checked and linked first. */
export const peers: readonly Peer[] = [
  { name: 'Bylaw, from its files', rows: Infinity, build: () => compiled(benchProgram()).prepare },
];

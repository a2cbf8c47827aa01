import { jsonRules } from '../../contenders/json-rules.ts';
import type { Peer } from '../peer.ts';

/** Its rules are made anew for each list of rows, so making them counts as loading. */
export const peers: readonly Peer[] = [{ name: jsonRules.name, rows: jsonRules.rows, build: () => jsonRules.prepare }];

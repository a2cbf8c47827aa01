import { controls } from './controls/index.ts';
import { formula } from './formula/index.ts';
import { grades } from './grades/index.ts';
import type { Kind } from './kind.ts';
import { organization } from './organization/index.ts';
import { parameters } from './parameters/index.ts';
import { procedure } from './procedure/index.ts';
import { provisions } from './provisions/index.ts';
import { risks } from './risks/index.ts';
import { sanctions } from './sanctions/index.ts';
import { schedule } from './schedule/index.ts';
import { scorecard } from './scorecard/index.ts';
import { table } from './table/index.ts';
import { tiers } from './tiers/index.ts';

/** All kinds of policy, in the order in which documentation and completion list them. */
export const kinds: readonly Kind[] = [
  parameters,
  organization,
  provisions,
  formula,
  tiers,
  table,
  scorecard,
  grades,
  controls,
  sanctions,
  risks,
  procedure,
  schedule,
];

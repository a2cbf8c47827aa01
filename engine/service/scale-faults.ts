import type { Bands } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import { domainOf } from '../proof/domain.ts';
import { gaps } from '../proof/gaps.ts';
import { layOut } from '../proof/grid.ts';
import { overlaps } from '../proof/rows.ts';
import type { Part } from '../proof/part.ts';
import type { Reach } from './chart.ts';

/** Parts of a scale that no tier holds, and that two do. */
interface ScaleFaults {
  readonly holes: readonly Reach[];
  readonly overlaps: readonly Reach[];
}

/** What is wrong with a scale, as the checks see it; nothing where they cannot decide. */
export function faultsOf(bands: Bands, program: Program): ScaleFaults {
  const none = { holes: [], overlaps: [] };
  const domain = domainOf(bands.by, {
    fact: (name) => program.facts[name],
    members: (enumeration) => Object.keys(program.enumerations[enumeration] ?? {}),
    posts: (scope) => Object.keys(program.organizations[scope]?.posts ?? {}),
  });
  if ('notDecided' in domain) return none;
  const grid = layOut(
    [domain],
    bands.bands.map(({ range }) => [range]),
  );
  if ('notDecided' in grid) return none;
  const found = gaps(grid);
  return {
    holes: 'notDecided' in found ? [] : found.flatMap(([part]) => reachOf(part)),
    overlaps: overlaps(grid).flatMap(({ box: [part] }) => reachOf(part)),
  };
}

function reachOf(part: Part | undefined): readonly Reach[] {
  if (part === undefined) return [];
  return [part.covers.is === 'interval' ? { low: part.covers.low, high: part.covers.high } : {}];
}

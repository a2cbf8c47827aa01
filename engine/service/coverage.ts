import type { Bands } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import { domainOf } from '../proof/domain.ts';
import { gaps } from '../proof/gaps.ts';
import { layOut } from '../proof/grid.ts';
import { printPart } from '../proof/print-part.ts';
import { overlaps } from '../proof/rows.ts';
import type { Part } from '../proof/part.ts';
import type { Reach } from './chart.ts';

/** A part of the scale that no tier holds, or that two do; in words, and as ends for a chart. */
export interface Fault {
  readonly text: string;
  readonly reach: Reach;
  /** Of an overlap: the later of the two tiers. */
  readonly tier?: number;
}

/** What is wrong with a scale, as the checks see it; nothing where they cannot decide. */
export function faultsOf(bands: Bands, program: Program): { holes: readonly Fault[]; overlaps: readonly Fault[] } {
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
  const fault = (part: Part | undefined): readonly Fault[] =>
    part === undefined ? [] : [{ text: printPart(part, program), reach: reachOf(part) }];
  return {
    holes: 'notDecided' in found ? [] : found.flatMap(([part]) => fault(part)),
    overlaps: overlaps(grid).flatMap(({ rows: [, tier], box: [part] }) => fault(part).map((one) => ({ ...one, tier }))),
  };
}

function reachOf({ covers }: Part): Reach {
  return covers.is === 'interval' ? { low: covers.low, high: covers.high } : {};
}

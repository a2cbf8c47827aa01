import type { Ir } from '../../engine/ir/ir.ts';
import type { Program } from '../../engine/ir/program.ts';
import { random, type Random } from '../random/random.ts';
import { round } from './random-parts.ts';

/** The program with one or two small changes: a figure, a comparison, an end, a row, an arm, a rounding. */
export function variantOf(program: Program, seed: number): Program {
  // Another stream than the one that the program came from.
  const chance = random(seed + 500_000);
  const changes = chance.pick([1, 2, 3]);
  return Array.from({ length: changes }).reduce<Program>((now) => {
    const sites = countOf(now);
    return sites === 0 ? now : changed(now, chance.below(sites), chance);
  }, program);
}

function countOf(program: Program): number {
  let count = 0;
  rewritten(program.decisions, () => {
    count += 1;
    return undefined;
  });
  return count;
}

function changed(program: Program, site: number, chance: Random): Program {
  let left = site;
  const decisions = rewritten(program.decisions, (part) => (left-- === 0 ? change(part, chance) : undefined));
  return { ...program, decisions: decisions as Program['decisions'] };
}

type Part = Readonly<Record<string, unknown>>;

/** A copy in which `change` may replace each part that can be changed. */
function rewritten(data: unknown, change: (part: Part) => Part | undefined, within = false): unknown {
  if (Array.isArray(data)) return data.map((each) => rewritten(each, change, within));
  if (typeof data !== 'object' || data === null) return data;
  const part = data as Part;
  // Tiers that add up keep their ends: the kinds refuse those that overlap.
  const adds = part['op'] === 'bands' ? part['mode'] !== 'slab' : within && !('op' in part);
  const other = isSite(part) ? change(part) : undefined;
  return Object.fromEntries(
    Object.entries(other ?? part).map(([key, each]) => [
      key,
      key === 'type' || key === 'origin' || (key === 'range' && adds) ? each : rewritten(each, change, adds),
    ]),
  );
}

function isSite(part: Part): boolean {
  if ('open' in part && 'at' in part) return true;
  return ['literal', 'compare', 'table', 'choose', 'round', 'logic', 'bands'].includes(String(part['op']));
}

function change(part: Part, chance: Random): Part {
  if ('open' in part) return { ...part, open: part['open'] !== true };
  const ir = part as unknown as Ir;
  const without = <T>(all: readonly T[]): readonly T[] =>
    all.length > 1 ? all.toSpliced(chance.below(all.length), 1) : all;
  const other = ((): Ir => {
    switch (ir.op) {
      case 'literal':
        return { ...ir, value: round(ir.type, chance) };
      case 'compare': {
        const isEquality = ['=', '!='].includes(ir.comparison);
        return {
          ...ir,
          comparison: chance.pick(isEquality ? (['=', '!='] as const) : (['<', '<=', '>', '>='] as const)),
        };
      }
      case 'table':
        return { ...ir, rows: without(ir.rows) };
      case 'choose':
        return { ...ir, arms: without(ir.arms) };
      case 'bands':
        return { ...ir, bands: without(ir.bands) };
      case 'round':
        return {
          ...ir,
          to: chance.pick(['1', '0.1', '0.01', '5']),
          mode: chance.pick(['half-up', 'half-even', 'up', 'down']),
        };
      case 'logic':
        return { ...ir, connective: ir.connective === 'and' ? 'or' : 'and' };
      default:
        return ir;
    }
  })();
  return { ...other };
}

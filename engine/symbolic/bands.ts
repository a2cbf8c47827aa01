import type { Bands } from '../ir/ir.ts';
import { rangeParts } from '../ir/walk.ts';
import type { Box, Path } from './box.ts';
import { between } from './compare.ts';
import { summed, type Tier } from './sums.ts';
import { failing, undetermined, type Symbol } from './symbol.ts';
import { heard, isTooWide, strictly, truthsOf, type Walk } from './walk.ts';

type Values = Generator<Path<Symbol>, void, undefined>;

/** A scale cut into tiers: one part of the box for each tier, and those where none holds. */
export function* bandValues(ir: Bands, box: Box, walk: Walk): Values {
  if (isTooWide(ir.bands.length, walk)) return;
  const parts = [ir.by, ...ir.bands.flatMap(({ range }) => rangeParts(range))];
  for (const { box: inside, value } of strictly(parts, box, walk)) {
    if ('is' in value) yield { box: inside, value };
    else yield* tiers(ir, value, inside, walk);
  }
}

function* tiers(ir: Bands, [by, ...ends]: readonly Symbol[], box: Box, walk: Walk): Values {
  if (by === undefined) return;
  let next = 0;
  const all = ir.bands.map((band): Tier => ({ band, ends: ends.slice(next, (next += rangeParts(band.range).length)) }));
  const isPlain = by.is === 'amount' && ends.every(({ is }) => is === 'amount');
  if (!isPlain) return yield { box, value: undetermined('no-duration') };
  for (const { box: inside, value: reached } of reaching(ir, by, all, 0, box, walk)) {
    if (reached.length > 1 && ir.mode === 'slab') yield { box: inside, value: failing('tiers/overlap') };
    else if (reached[0] === undefined) yield { box: inside, value: undetermined('gap') };
    else if (ir.mode === 'slab') yield* walk.run(reached[0].band.value, inside, walk);
    else yield* summed(ir, by, all, reached[0], inside, walk);
  }
}

/** Which tiers hold the value. */
function* reaching(
  ir: Bands,
  by: Symbol,
  all: readonly Tier[],
  i: number,
  box: Box,
  walk: Walk,
): Generator<Path<readonly Tier[]>, void, undefined> {
  const tier = all[i];
  if (tier === undefined) return yield { box, value: [] };
  for (const path of between(by, tier.band.range, tier.ends, ir, box, walk)) {
    for (const { box: inside, value: holds } of truthsOf(path)) {
      walk.hear?.(tier.band, heard(holds), inside);
      for (const { box: further, value: more } of reaching(ir, by, all, i + 1, inside, walk)) {
        yield { box: further, value: holds === true ? [tier, ...more] : more };
      }
    }
  }
}

import { expect, test } from 'vitest';
import type { Fact, Program } from '../../engine/ir/program.ts';
import { isIn } from '../../engine/symbolic/at.ts';
import { regionsOf } from '../../engine/symbolic/difference.ts';
import type { Value } from '../../engine/ir/value.ts';
import { differingFacts } from '../../engine/symbolic/differing-facts.ts';
import { factsThatMayLack } from '../../engine/symbolic/lacking.ts';
import { newMeanings } from '../../engine/symbolic/meaning-key.ts';
import { piecesOf, walkOf } from '../../engine/symbolic/pieces.ts';
import { isInside } from '../../engine/value/compare.ts';
import { randomFormula } from '../judge/random-formulas.ts';
import { round } from '../judge/random-parts.ts';
import { variantOf } from '../judge/variants.ts';
import { random } from '../random/random.ts';
import { said, told, type Facts } from './at-facts.ts';

const asked = 't.d';
const seeds = Array.from({ length: 150 }, (_, i) => i + 100_000);

test('for random facts exactly one piece holds, and says what the evaluator says', () => {
  const wrong = seeds.flatMap((seed) => {
    const program = randomFormula(seed);
    const pieces = piecesOf(asked, walkOf(program));
    if ('notDecided' in pieces) return [];
    return factsFor(program, seed).flatMap((facts) => {
      const [piece, evaluator] = [said(asked, pieces, facts, program), told(asked, facts, program)];
      return piece === evaluator
        ? []
        : [`seed ${seed}: ${piece}, the evaluator ${evaluator} for ${JSON.stringify(facts)}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('outside the regions random facts agree, inside each the witness differs', () => {
  let witnesses = 0;
  const wrong = seeds.flatMap((seed) => {
    const before = randomFormula(seed);
    const sides = { before, after: variantOf(before, seed), meanings: newMeanings() };
    const regions = regionsOf(asked, sides);
    if ('notDecided' in regions) return [];
    const outside = factsFor(before, seed).flatMap((facts) => {
      if (regions.some(({ box }) => isIn(box, { facts, program: before }) !== false)) return [];
      const [was, is] = [told(asked, facts, before), told(asked, facts, sides.after)];
      return was === is ? [] : [`seed ${seed}: outside ${was} became ${is} for ${JSON.stringify(facts)}`];
    });
    const inside = regions.flatMap((region) => {
      const shown = differingFacts(asked, region, sides);
      if (shown === undefined) return [];
      witnesses += 1;
      return isIn(region.box, { facts: shown.facts, program: before }) === true
        ? []
        : [`seed ${seed}: a witness outside`];
    });
    return [...outside, ...inside];
  });
  expect(wrong).toEqual([]);
  expect(witnesses).toBeGreaterThan(40);
});

/** Facts as a caller may give them; those of which somebody asks whether they are given are now and then left out. */
function factsFor(program: Program, seed: number): readonly Facts[] {
  const chance = random(seed);
  const mayLack = factsThatMayLack(program.decisions[asked]!, program);
  return Array.from({ length: 8 }, () => {
    const given = Object.values(program.facts).flatMap((fact) => {
      const value = [1, 2, 3, 4, 5, 6, 7, 8].map(() => round(fact.type, chance)).find((one) => fits(one, fact));
      return mayLack.has(fact.name) && chance.chance(0.3) ? [] : [[fact.name, value] as const];
    });
    return given.some(([, value]) => value === undefined) ? [] : [Object.fromEntries(given) as Facts];
  }).flat();
}

/** A value off the fact's steps is refused at input. */
function fits(value: Value, { range, scale, type }: Fact): boolean {
  const decimals = 'digits' in value ? (value.digits.split('.')[1]?.length ?? 0) - (type.is === 'percent' ? 2 : 0) : 0;
  return (range === undefined || isInside(value, range)) && (scale === undefined || decimals <= scale);
}

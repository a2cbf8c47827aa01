import { lookupOf } from '../../plain/lookup.ts';
import type { Branching, Never, Plain } from '../../plain/tree.ts';
import { foundByWord } from './by-word.ts';
import { choice, holding, type Choice } from './choices.ts';
import { found } from './found.ts';
import { gathered, leaving } from './gathered.ts';
import { blockLength, type Building, type Vector } from './vectors.ts';

/** What stands alike for numbers, truth and words: of each row one of the branches. */
export function picked<Of extends Exclude<Plain, Never>, Column extends Vector>(
  node: Of,
  does: Branching<Of>,
  to: Building,
  print: (of: Of | Never) => Column,
): Column {
  switch (does.op) {
    case 'shared':
      return print(to.shared(does.at) as Of);
    case 'exactly':
      return leaving(node) as Column;
    case 'first':
    case 'unique':
    case 'bands': {
      const lookup = lookupOf<Of>(does);
      if (lookup !== undefined)
        return gathered(node, [...lookup.branches, lookup.otherwise], found(lookup, to), to, print);
      const byWord = foundByWord<Of>(does, to);
      if (byWord !== undefined) return gathered(node, byWord.branches, byWord.chosen, to, print);
      if (does.op === 'bands') throw new Error('a scale is looked up');
      return gathered(node, does.branches, choice(does.op, does.when.map(to.truth), node, to), to, print);
    }
    case 'marked': {
      const of = print(does.of);
      const flags = to.flagsFor(node);
      const { bits } = does;
      to.then((length) => {
        if (flags !== undefined) for (let i = 0; i < length; i += 1) flags[i] = (of.flags?.[i] ?? 0) | bits;
      });
      return { ...of, flags };
    }
    case 'reading': {
      const differs = to.truth(does.differs);
      const { bits } = does;
      const chosen = chosenBy(
        to,
        node,
        (i) => (differs.held[i] === 2 ? 1 : 0),
        (i) => (differs.held[i] === 1 ? bits : 0),
      );
      return gathered(node, [does.of], chosen, to, print);
    }
    case 'decided':
      return gathered(
        node,
        [does.of],
        holding(does.requires.map(to.truth), does.applies.map(to.truth), node, to),
        to,
        print,
      );
    case 'given': {
      const [agrees, fits] = [to.truth(does.agrees), to.truth(does.fits)];
      const isGiven = presence(does.slot, to);
      const needed = [...to.needed(does.follows)].map((slot) => presence(slot, to));
      const chosen = chosenBy(
        to,
        node,
        (i) => {
          if (!isGiven(i)) return fits.held[i] === 1 ? 1 : 2;
          return agrees.held[i] === 1 || needed.some((isThere) => !isThere(i)) ? 0 : 2;
        },
        () => 0,
      );
      return gathered(node, [does.given, does.follows], chosen, to, print);
    }
  }
}

/** Was the fact given in the row? */
function presence(slot: number, to: Building): (row: number) => boolean {
  const { given, codes, slot: declared } = to.slot(slot);
  const numbers = given();
  return declared.form === 'word' ? (row) => (codes[row] ?? -1) >= 0 : (row) => !Number.isNaN(numbers[row] ?? NaN);
}

/** The number of a branch for each row and the flags of what chose it. */
function chosenBy(
  to: Building,
  node: Plain,
  branchOf: (row: number) => number,
  flagsOf: (row: number) => number,
): Choice {
  const at = new Int32Array(blockLength);
  const flags = to.flagsFor(node);
  to.then((length) => {
    for (let i = 0; i < length; i += 1) {
      at[i] = branchOf(i);
      if (flags !== undefined) flags[i] = flagsOf(i);
    }
  });
  return { at, flags };
}

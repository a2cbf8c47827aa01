import type { Plain } from '../../plain/tree.ts';
import { blockLength, joinFlags, type Building, type TruthVector } from './vectors.ts';

/**
 * For each row the number of the branch that it takes, and the flags of what chose it. The branch behind the last condition is for
 * where none holds; the number behind that one stands for a row that is not plain.
 */
export interface Choice {
  readonly at: Int32Array;
  readonly flags: Int32Array | undefined;
}

/** The first condition that holds, or the only one. */
export function choice(op: 'first' | 'unique', when: readonly TruthVector[], node: Plain, to: Building): Choice {
  const at = new Int32Array(blockLength);
  const flags = when.some((condition) => condition.flags !== undefined) ? to.flagsFor(node) : undefined;
  if (op === 'first') firstOf(when, at, to.then);
  else onlyOf(when, at, to.then);
  if (flags !== undefined)
    to.then((length) => {
      for (let i = 0; i < length; i += 1) flags[i] = flagsOf(op, when, at[i] ?? 0, i);
    });
  return { at, flags };
}

/** Backwards: what does not hold leaves what the later ones said. */
function firstOf(when: readonly TruthVector[], at: Int32Array, then: Building['then']): void {
  const [none, away] = [when.length, when.length + 1];
  then((length) => void at.fill(none, 0, length));
  for (const [k, { held }] of [...when.entries()].reverse()) {
    const taken = Int32Array.of(0, k, away);
    then((length) => {
      for (let i = 0; i < length; i += 1) {
        const one = held[i] ?? 2;
        at[i] = ((at[i] ?? 0) & -Number(one === 0)) | (taken[one] ?? away);
      }
    });
  }
}

/** More than any number of a condition: sums tell how many hold. */
const once = 2 ** 16;

function onlyOf(when: readonly TruthVector[], at: Int32Array, then: Building['then']): void {
  const [none, away] = [when.length, when.length + 1];
  then((length) => void at.fill(0, 0, length));
  for (const [k, { held }] of when.entries()) {
    const adds = Int32Array.of(0, once + k, 2 * once);
    then((length) => {
      for (let i = 0; i < length; i += 1) at[i] = (at[i] ?? 0) + (adds[held[i] ?? 2] ?? 0);
    });
  }
  then((length) => {
    for (let i = 0; i < length; i += 1) {
      const sum = at[i] ?? 0;
      at[i] = sum === 0 ? none : sum < 2 * once ? sum - once : away;
    }
  });
}

/** The only branch where all conditions hold; flags of those that apply. */
export function holding(
  requires: readonly TruthVector[],
  applies: readonly TruthVector[],
  node: Plain,
  to: Building,
): Choice {
  const at = new Int32Array(blockLength);
  to.then((length) => void at.fill(0, 0, length));
  for (const { held } of [...requires, ...applies])
    to.then((length) => {
      for (let i = 0; i < length; i += 1) at[i] = (at[i] ?? 0) | Number(held[i] !== 1);
    });
  const flags = to.flagsFor(node);
  joinFlags(flags, applies, to.then);
  return { at, flags };
}

/** `first`: of all conditions so far; `unique`: of the one that holds, or of all where none does. */
function flagsOf(op: 'first' | 'unique', when: readonly TruthVector[], met: number, row: number): number {
  if (met > when.length) return 0;
  if (op === 'unique' && met < when.length) return when[met]?.flags?.[row] ?? 0;
  let bits = 0;
  for (let i = 0; i < when.length && i <= met; i += 1) bits |= when[i]?.flags?.[row] ?? 0;
  return bits;
}

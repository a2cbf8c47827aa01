import { held, isKnown, leaveIf, put, type At, type Before, type Block, type Js } from './block.ts';
import type { Ratio } from './ratio.ts';

/** Where shared values were read, in the order of the code. */
export type SharedReads = ReadonlyMap<number, readonly Block[]>;

/** A shared value that has a name where it is read; undefined for one that is to be worked out there. */
export function sharedName(number: number, at: At): Before | undefined {
  at.shared.reads.set(number, [...(at.shared.reads.get(number) ?? []), at.block]);
  const before = at.shared.before.get(number);
  if (before === undefined) return at.shared.here.get(number);
  const { name, ratio, flags } = before;
  // Where it left, whoever reads it leaves.
  if (!isKnown(name, at)) leaveIf(ratio === undefined ? `${name} === undefined` : `${name} !== ${name}`, at);
  if (flags !== undefined && !isKnown(`${name} in ${at.flags}`, at)) put(at, `${at.flags} |= ${flags};`);
  return before;
}

/** A number that was worked out where it is read first, by a name if it is read again. */
export function rememberedNumber(number: number, ratio: Ratio, at: At): Ratio {
  if (!at.shared.once.has(number)) return ratio;
  const named = { ...ratio, units: held(ratio.units, at), below: held(ratio.below, at) };
  at.shared.here.set(number, { name: named.units.text, ratio: named, flags: undefined });
  return named;
}

/** The same for truth and words. */
export function remembered(number: number, value: Js, at: At): Js {
  if (!at.shared.once.has(number)) return value;
  const named = held(value, at, 'is');
  at.shared.here.set(number, { name: named.text, ratio: undefined, flags: undefined });
  return named;
}

/** Is everything that reads it reached only through the place that reads it first? */
export function isReadFirst(reads: readonly Block[]): boolean {
  const [first, ...others] = reads;
  return others.every((other) => {
    for (let one: Block | undefined = other; one !== undefined; one = one.around) if (one === first) return true;
    return false;
  });
}

import { pick, whole, type Branch, type Term } from './term.ts';
import type { Desk } from './whole.ts';

/** Flags as bits, sixty to a whole number. Masks are never NULL. */
export interface Flags {
  readonly ids: ReadonlySet<string>;
  readonly words: ReadonlyMap<number, Term>;
}

/** Each flag's bit, in the order in which they are met. */
export type FlagBits = Map<string, number>;

const bitsOfWord = 60;
export const noFlags: Flags = { ids: new Set(), words: new Map() };

export function flagged(id: string, bits: FlagBits): Flags {
  const { word, mask } = placeOf(id, bits);
  return { ids: new Set([id]), words: new Map([[word, whole(mask)]]) };
}

export function placeOf(id: string, bits: FlagBits): { readonly word: number; readonly mask: bigint } {
  const bit = bits.get(id) ?? bits.size;
  bits.set(id, bit);
  return { word: Math.floor(bit / bitsOfWord), mask: 1n << BigInt(bit % bitsOfWord) };
}

export function union(a: Flags, b: Flags, { syntax }: Pick<Desk, 'syntax'>): Flags {
  if (a.words.size === 0) return b;
  if (b.words.size === 0) return a;
  const words = new Map(a.words);
  for (const [word, mask] of b.words) {
    const mine = words.get(word);
    words.set(word, mine === undefined ? mask : both(mine, mask, syntax));
  }
  return { ids: new Set([...a.ids, ...b.ids]), words };
}

function both(a: Term, b: Term, syntax: Desk['syntax']): Term {
  if (a.text === b.text || b.always === 0n) return a;
  if (a.always === 0n) return b;
  if (typeof a.always === 'bigint' && typeof b.always === 'bigint') return whole(a.always | b.always);
  return syntax.bitOr(a, b);
}

/** The first flags whose condition is true. */
export function pickFlags(branches: readonly { readonly when: Term; readonly then: Flags }[], otherwise: Flags): Flags {
  const all = [...branches.map(({ then }) => then), otherwise];
  const ids = new Set(all.flatMap((flags) => [...flags.ids]));
  if (ids.size === 0) return noFlags;
  const words = new Set(all.flatMap((flags) => [...flags.words.keys()]));
  const maskOf = (flags: Flags, word: number): Term => flags.words.get(word) ?? whole(0n);
  return {
    ids,
    words: new Map(
      [...words].map((word) => {
        const masks: Branch[] = branches.map(({ when, then }) => ({ when, then: maskOf(then, word) }));
        return [word, pick(masks, maskOf(otherwise, word))];
      }),
    ),
  };
}

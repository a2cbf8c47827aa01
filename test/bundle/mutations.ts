/** Changes of a bundle at random that leave it JSON: what somebody makes who knows the format and has no key. */
import { rewritten } from './support.ts';

/** Numbers from 0 on and below 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A place in a section: what holds it, and the key that it stands under. */
interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

const odd: readonly unknown[] = [null, 0, -1, 4_000_000_000, '', '__proto__', 'constructor', [], {}, true, '1/3', '-0'];

/** One to three changes, each in one section; the hash is made anew. */
export function mutated(bundle: string, random: () => number): string {
  return rewritten(bundle, (content) => {
    const lines = content.split('\n');
    // The last two are the end of the bundle.
    const sections = lines.length - 2;
    for (let left = 1 + below(3, random); left > 0; left -= 1) {
      const at = below(sections, random);
      const line = lines[at] ?? '';
      const section: unknown = JSON.parse(line.replace(/,$/, ''));
      change(section, random);
      lines[at] = JSON.stringify(section) + (line.endsWith(',') ? ',' : '');
    }
    return lines.join('\n');
  });
}

function change(section: unknown, random: () => number): void {
  const place = placeIn(section, random);
  if (place === undefined) return;
  const { holder, key } = place;
  const there = holder[key];
  switch (below(12, random)) {
    case 0:
      holder[key] = typeof there === 'number' ? there + (random() < 0.5 ? 1 : -1) : odd[below(odd.length, random)];
      return;
    case 1:
      holder[key] = odd[below(odd.length, random)];
      return;
    case 2:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      return;
    case 3:
      if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(there));
      else holder[`${key}2`] = there;
      return;
    default: {
      // Something that fits elsewhere in the same section: well-formed, and of another type or meaning.
      const others = Array.from({ length: 30 }, () => placeIn(section, random)).map((one) => one?.holder[one.key]);
      holder[key] = structuredClone(others.find((other) => isAlike(other, there) && other !== there) ?? there);
    }
  }
}

/** Whether a reader takes both for the same kind of thing, as far as a glance tells. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && typeof one[0] === typeof other[0];
  return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}

/** Goes down at random, mostly to the leaves. */
function placeIn(section: unknown, random: () => number): Place | undefined {
  let place: Place | undefined;
  for (let here = section; isHolder(here);) {
    const keys = Object.keys(here);
    const key = keys[below(keys.length, random)];
    if (key === undefined || (place !== undefined && random() < 0.1)) return place;
    place = { holder: here, key };
    here = here[key];
  }
  return place;
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const below = (limit: number, random: () => number): number => Math.floor(random() * limit);

/** Stands for a row, tier, arm or item that is taken out of its list. */
export const dropped: unique symbol = Symbol('dropped');

/** Objects of the IR by what stands in their place. */
export type Replacements = ReadonlyMap<object, unknown>;

const plain = new Set(['origin', 'type', 'cites', 'label', 'says', 'title']);

/** A copy of a part of the IR with some of its objects replaced; the very same part where none of them is in it. */
export function replaced<T>(part: T, by: Replacements): T {
  if (typeof part !== 'object' || part === null) return part;
  if (by.has(part)) return by.get(part) as T;
  if (Array.isArray(part)) return replacedItems(part as readonly unknown[], by) as T;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(part);
  let copy: Record<string, unknown> | undefined;
  for (const [key, value] of entries) {
    if (plain.has(key)) continue;
    const next = replaced(value, by);
    if (next === value) continue;
    copy ??= Object.fromEntries(entries);
    if (next === dropped) Reflect.deleteProperty(copy, key);
    else copy[key] = next;
  }
  return (copy ?? part) as T;
}

function replacedItems(items: readonly unknown[], by: Replacements): readonly unknown[] {
  const next = items.map((item) => replaced(item, by));
  if (next.every((item, i) => item === items[i])) return items;
  return next.filter((item) => item !== dropped);
}

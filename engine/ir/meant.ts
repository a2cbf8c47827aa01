/**
 * For JSON.stringify: a piece of IR without what only describes it. Names that authors give stand there as values and not as
 * keys, so that a field called `title` is not taken for one.
 */
export function meant(key: string, value: unknown): unknown {
  if (describing.has(key)) return undefined;
  return byName.has(key) && isMap(value) ? Object.entries(value) : value;
}

const describing = new Set(['origin', 'cites', 'label', 'title', 'span', 'says']);
const byName = new Set(['fields', 'posts']);
const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

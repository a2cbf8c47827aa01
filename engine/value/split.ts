/** The parts of `[a, b]` or `{a: 1}` between commas that stand in no quotes and no inner brackets; undefined when malformed. */
export function bracketed(text: string, open: string, close: string): readonly string[] | undefined {
  if (!text.startsWith(open) || !text.endsWith(close) || text.length < 2) return undefined;
  const inner = text.slice(1, -1);
  if (inner.trim() === '') return [];
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { sign, at } of signs(inner)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === ',' && depth === 0) {
      parts.push(inner.slice(start, at));
      start = at + 1;
    }
    if (depth < 0 || sign === '"') return undefined;
  }
  return depth === 0 ? [...parts, inner.slice(start)] : undefined;
}

/** `name: value` as a pair. */
export function entryOf(part: string): [string, string] | undefined {
  const colon = part.indexOf(':');
  return colon < 0 ? undefined : [part.slice(0, colon).trim(), part.slice(colon + 1)];
}

/** Brackets and commas outside quoted texts; a `"` only where a quoted text never ends. */
function* signs(text: string): Generator<{ readonly sign: string; readonly at: number }> {
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},"]/gsu)) {
    const [sign] = match;
    if (sign.length === 1) yield { sign, at: match.index };
  }
}

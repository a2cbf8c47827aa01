/** Something that an author wrote under a key, at any depth of a file as it was read. */
interface Written {
  readonly key: string;
  readonly value: unknown;
}

/** All keys of a file as it was read, with what stands under them; expressions are not entered, they have checks of their own. */
export function writtenIn(part: unknown): readonly Written[] {
  const found: Written[] = [];
  collect(part, found);
  return found;
}

function collect(part: unknown, found: Written[]): void {
  if (Array.isArray(part)) {
    for (const item of part) collect(item, found);
    return;
  }
  if (typeof part !== 'object' || part === null || 'syntax' in part) return;
  for (const [key, value] of Object.entries(part) as readonly (readonly [string, unknown])[]) {
    found.push({ key, value });
    collect(value, found);
  }
}

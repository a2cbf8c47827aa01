/** How many entries a printed list has (`[{completion: 80%}, {completion: 26%}]`: 2); undefined where the text is no list. */
export function entriesIn(text: string): number | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const inside = text.slice(1, -1).replace(/"(?:[^"\\]|\\.)*"/g, '""');
  // A range begins and ends like one.
  if (inside.includes(' .. ')) return undefined;
  if (inside.trim() === '') return 0;
  let depth = 0;
  let entries = 1;
  for (const sign of inside) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === ',' && depth === 0) entries += 1;
  }
  return entries;
}

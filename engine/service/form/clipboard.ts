/** Cells as a spreadsheet puts them on the clipboard: tabs and lines, or commas; quoted where they hold such signs themselves. */
export function cellsFrom(text: string): readonly (readonly string[])[] {
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (whole.includes('\t')) return split(whole, '\t') ?? [[whole]];
  const byCommas = split(whole, ',');
  // Commas also stand in amounts and in words: they divide only where they divide every line alike, and no amount.
  const isTable =
    byCommas !== undefined &&
    byCommas.length > 1 &&
    byCommas.every((row) => row.length > 1 && row.length === byCommas[0]?.length) &&
    !whole.split('\n').every((line) => /^[^\p{L}]*\d{1,3}(?:,\d{3})+(?:\.\d+)?[^,]*$/u.test(line));
  if (isTable) return byCommas;
  return split(whole, undefined) ?? [[whole]];
}

/** Undefined where quotes do not close. */
function split(text: string, separator: '\t' | ',' | undefined): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { cell, end } = readCell(text, at, separator);
    if (end === undefined) return undefined;
    rows.at(-1)?.push(cell);
    if (end >= text.length) return rows;
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
}

function readCell(
  text: string,
  start: number,
  separator: string | undefined,
): { readonly cell: string; readonly end: number | undefined } {
  const isEnd = (at: number): boolean => at >= text.length || text[at] === '\n' || text[at] === separator;
  if (text[start] === '"') {
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(start));
    if (quoted !== null && isEnd(start + quoted[0].length))
      return { cell: (quoted[1] ?? '').replaceAll('""', '"'), end: start + quoted[0].length };
    if (quoted === null && separator !== undefined) return { cell: '', end: undefined };
  }
  let end = start;
  while (!isEnd(end)) end++;
  return { cell: text.slice(start, end), end };
}

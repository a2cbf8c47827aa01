const begin = (part: string): string => `<!-- ${part}: written by \`npm run docs\` -->`;
const end = '<!-- end -->';

/** A page with its generated part replaced; the rest of it is written by hand. */
export function between(page: string, part: string, text: string): string {
  const start = page.indexOf(begin(part));
  const stop = page.indexOf(end, start);
  if (start < 0 || stop < 0) throw new Error(`The page has no part “${part}”.`);
  return `${page.slice(0, start)}${begin(part)}\n${text.trimEnd()}\n${page.slice(stop)}`;
}

/** A table's cell: one line, with nothing in it that would end the cell. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |\n`).join('');

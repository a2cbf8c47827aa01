import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Word } from '../../shape/schema.ts';
import type { ColumnUse } from './check-mapping.ts';
import { mappingMessages } from './messages.ts';

/** Names of columns are the same in full width and with blanks around them. */
export function plainHeader(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Where a column of the mapping stands in a table; undefined where it does not. With a diagnostic then, and where it stands twice. */
export function placeOf(
  { text, span }: Word,
  header: readonly string[],
  table: string,
  found: Diagnostic[],
): number | undefined {
  const [index, other] = header.flatMap((name, i) => (plainHeader(name) === plainHeader(text) ? [i] : []));
  if (other !== undefined) found.push(mappingMessages['column-twice']({ name: text, table }, span));
  if (index !== undefined) return index;
  const near = suggest(text, header);
  found.push(mappingMessages['unknown-column']({ name: text, table, near }, span, { fixes: writeInstead(near, span) }));
  return undefined;
}

/** The columns of a mapping at their places in a table. A result has lost those that are ignored: in it they may be missing. */
export function placed(
  uses: readonly ColumnUse[],
  header: readonly string[],
  table: string,
  found: Diagnostic[],
  isResult = false,
): ReadonlyMap<number, ColumnUse> {
  return new Map(
    uses.flatMap((use) => {
      const isThere = header.some((name) => plainHeader(name) === plainHeader(use.header.text));
      if (isResult && use.use === 'ignore' && !isThere) return [];
      const index = placeOf(use.header, header, table, found);
      return index === undefined ? [] : [[index, use] as const];
    }),
  );
}

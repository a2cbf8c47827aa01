import type { Range, Row } from '../../ir/ir.ts';
import { fixedTier, overlapsNone } from './holes.ts';

/** Can no two rows hold at once? Sure where one column keeps them apart, by words that differ or intervals that do not meet. */
export function areExclusive(rows: readonly Row[]): boolean {
  return (rows[0]?.cells ?? []).some((_, column) => {
    const ranges = rows.flatMap(({ cells }): readonly Range[] => cells.slice(column, column + 1));
    return wordsDiffer(ranges) || intervalsAreApart(ranges);
  });
}

function wordsDiffer(ranges: readonly Range[]): boolean {
  const words = ranges.flatMap((range): readonly (string | undefined)[] =>
    range.range === 'set' && !range.none ? range.items.map(wordOf) : [undefined],
  );
  return words.every((word) => word !== undefined) && new Set(words).size === words.length;
}

function wordOf(item: Extract<Range, { range: 'set' }>['items'][number]): string | undefined {
  if (item.op !== 'literal') return undefined;
  const { value } = item;
  return value.is === 'text' ? value.text : value.is === 'member' || value.is === 'post' ? value.name : undefined;
}

function intervalsAreApart(ranges: readonly Range[]): boolean {
  const tiers = ranges.map((range) => (range.range === 'interval' ? fixedTier(range) : undefined));
  return tiers.every((tier) => tier !== undefined) && overlapsNone(tiers);
}

import type { Cell, Part, Row } from '../../../engine/service/form/form.ts';
import type { Span } from '../../../engine/service/index.ts';

/** What tells a cell from all others of its file. */
export const cellId = ({ at, key }: Pick<Cell, 'at' | 'key'>): string => JSON.stringify([at, key]);

/** The cell that a place of the text belongs to: the smallest around it, else the first in it; what has no form is left out. */
export function cellOf(parts: readonly Part[], { start, end }: Span): Cell | undefined {
  const cells = parts.flatMap(cellsOf).flatMap((cell) => {
    const { span, input } = cell;
    return span === undefined || input.is === 'yaml' ? [] : [{ cell, span }];
  });
  const size = ({ span }: { readonly span: Span }): number => span.end - span.start;
  const [around] = cells
    .filter(({ span }) => span.start <= start && end <= span.end)
    .toSorted((a, b) => size(a) - size(b));
  const [inside] = cells
    .filter(({ span }) => start <= span.start && span.end <= end)
    .toSorted((a, b) => a.span.start - b.span.start);
  return (around ?? inside)?.cell;
}

/** Whether a row's details have the cell. */
export const holds = ({ details }: Row, id: string): boolean =>
  details.flatMap(cellsOf).some((cell) => cellId(cell) === id);

function cellsOf(part: Part): readonly Cell[] {
  switch (part.is) {
    case 'fields':
      return part.fields;
    case 'grid':
      return part.rows.flatMap(({ cells, details }) => [
        ...cells.filter((cell) => cell !== undefined),
        ...details.flatMap(cellsOf),
      ]);
    case 'group':
      return part.parts.flatMap(cellsOf);
  }
}

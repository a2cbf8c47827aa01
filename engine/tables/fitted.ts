import { wrongCells } from './messages.ts';
import type { Row } from './table.ts';

/** A record of a text table, as it stands there. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A blank line is no row; a row of another length stays, but nobody may read its cells. */
export function fitted({ line, cells }: Line, width: number): Row {
  const blanks = Array.from({ length: Math.max(0, width - cells.length) }, () => '');
  const extra = cells.slice(width);
  return {
    line,
    cells: [...cells.slice(0, width), ...blanks],
    ...(extra.length === 0 ? {} : { extra }),
    problem: wrongCells(cells.length, width),
  };
}

import { emitSql } from '../../../engine/emit/sql/sql.ts';
import type { Emit } from './judge.ts';

/** Numbers as whole counts, such as cents. */
export const wholeColumns: Emit = (program, names, dialect, options) =>
  emitSql(program, names, dialect, { ...options, columns: 'whole' });

/** Columns of more digits than it takes, which DuckDB reads in 128 bits. */
export const wideColumns: Emit = (...asked) => {
  const emitted = emitSql(...asked);
  const inputs = emitted.inputs.map((input) => ({
    ...input,
    sqlType: input.sqlType.replace(/\(18, (\d+)\)/, (_all, scale: string) => `(38, ${Number(scale) + 4})`),
  }));
  return { ...emitted, inputs };
};

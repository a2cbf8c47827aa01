import type { Bands, Choose, Ir, Table } from '../ir/ir.ts';
import type { Span } from '../source/span.ts';
import type { Change, Context } from './change.ts';
import { dropped } from './replace.ts';
import { rewritten } from './written.ts';

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end && a.file === b.file;

/** Each row taken out; nothing is left of a table without rows, so the last one stays. */
export function tableChanges(ir: Table, context: Context): readonly Change[] {
  const rows = ir.rows.filter(({ origin }) => !isSame(origin, ir.origin));
  const others = ir.otherwise === undefined || isSame(ir.otherwise.origin, ir.origin) ? [] : [ir.otherwise];
  return [
    ...rows.flatMap((row) => takenOut(row, row.origin, ir, context)),
    ...others.flatMap((row) => takenOut(row, row.origin, ir, context)),
  ];
}

export function bandChanges(ir: Bands, context: Context): readonly Change[] {
  return ir.bands.flatMap((band) => (isSame(band.origin, ir.origin) ? [] : takenOut(band, band.origin, ir, context)));
}

/** Each branch taken out, so that what stands behind it decides. */
export function branchChanges(ir: Choose, context: Context): readonly Change[] {
  return ir.arms.flatMap((arm) => {
    const { when, value } = arm;
    // What a kind puts together for its own sake has no text of its own.
    if (isSame(value.origin, ir.origin) || isSame(value.origin, when.origin) || isSame(when.origin, ir.origin))
      return [];
    const { file, start, end } = when.origin;
    if (file !== value.origin.file || !joint.test(context.text.slice(end, value.origin.start))) return [];
    return takenOut(arm, { file, start, end: value.origin.end }, ir, context);
  });
}

/** What stands between a branch's condition and its value where an author wrote both. */
const joint = /^["']?,?\s*(?:then\s|则|value:|left-to:|["']?$)/u;

function takenOut(part: object, span: Span, ir: Ir, { text }: Context): readonly Change[] {
  return [{ ...rewritten(span, text, ''), sort: 'row', of: part, by: dropped, through: [ir] }];
}

import { byWord, type Rows } from '../../plain/by-word.ts';
import { lookupOf } from '../../plain/lookup.ts';
import { remembering } from '../../plain/parts.ts';
import type { Branching, Never, Plain } from '../../plain/tree.ts';
import { branching } from '../fast/branches.ts';
import type { Runs } from '../fast/run.ts';
import { lookedUp } from './lookups.ts';
import type { RowPrinting } from './numbers.ts';

/** What picks a branch without looking at all rows: by halves of intervals, or by a word; undefined where that cannot be. */
export function picked<Of extends Plain, T>(
  does: Branching<Of> | { readonly op: string },
  print: (of: Of | Never) => Runs<T>,
  to: RowPrinting,
): Runs<T> | undefined {
  const lookup = lookupOf<Of>(does);
  if (lookup !== undefined) return lookedUp(lookup, print, to);
  const words = byWord<Of>(does, to.raises);
  if (words === undefined) return undefined;
  // A row may stand in the tables of several words.
  const once: RowPrinting = { ...to, truth: remembering(to.truth) };
  const branch = remembering(print);
  const run = (rows: Rows<Of>): Runs<T> => tableOf(rows, branch, once);
  const word = to.word(words.by);
  const tables = new Map([...words.tables].map(([one, rows]) => [one, run(rows)]));
  const others = run(words.others);
  return (at) => (tables.get(word(at)) ?? others)(at);
}

/** The rows that are left for a word. */
function tableOf<Of extends Plain, T>(rows: Rows<Of>, print: (of: Of | Never) => Runs<T>, to: RowPrinting): Runs<T> {
  const [first, ...more] = rows.when;
  const [branch] = rows.branches;
  if (first?.does.op === 'truth' && first.does.truth && more.length === 0 && branch !== undefined) return print(branch);
  return picked(rows, print, to) ?? branching<Of, T>(rows, print, to);
}

import type { Row, Table } from '../../engine/ir/ir.ts';
import { either, failing, hasError, isFalse, isTrue, strict, undetermined, valued, type Outcome } from './outcome.ts';
import { and, ite, no, not, or, twoOf, yes, type Term } from './smt.ts';
import { accepts, hears, inside, translate, withoutValue, type Place } from './translate.ts';

/** A decision table by each of its hit policies. */
export function table(ir: Table, place: Place): Outcome {
  const { script } = place;
  if (ir.hit === 'first') return first(ir, 0, place);
  const rows = ir.rows.map((row) => holds(ir, row, 0, place));
  ir.rows.forEach((row, i) => {
    hears(row, rows[i]!, place);
  });
  const truths = rows.map((row) => script.define('Bool', isTrue(row)));
  const some = script.define('Bool', or(...truths));
  const failed = script.define('Bool', or(...rows.map(hasError)));
  // All rows are looked at: the leftmost error of all comes before everything else.
  const nothing = strict(rows, failing('never'), script);
  const isOpen = script.define('Bool', or(...rows.map(({ ok }) => not(ok))));
  if (ir.hit === 'unique') {
    const several = script.define('Bool', twoOf(truths));
    const values = ir.rows.map(({ value }, i) =>
      translate(value, inside(place, truths[i]!, not(several), not(failed))),
    );
    const rest = either(isOpen, nothing, otherwise(ir, inside(place, not(some), not(isOpen))), script);
    const one = values.reduceRight<Outcome>((other, value, i) => either(truths[i]!, value, other, script), rest);
    return either(failed, nothing, either(several, failing('table/overlap'), one, script), script);
  }
  const from = inside(place, not(isOpen));
  const values = ir.rows.map(({ value }, i) => translate(value, inside(from, truths[i]!)));
  const made = collected(ir, values, truths, from);
  const all = ir.otherwise === undefined ? made : either(some, made, otherwise(ir, inside(from, not(some))), script);
  return either(isOpen, nothing, all, script);
}

function otherwise({ otherwise: ir }: Table, place: Place): Outcome {
  if (ir === undefined) return undetermined('gap');
  place.hear(ir, true, place.reach);
  return translate(ir, place);
}

function first(ir: Table, i: number, place: Place): Outcome {
  const row = ir.rows[i];
  if (row === undefined) return otherwise(ir, place);
  const found = holds(ir, row, 0, place);
  hears(row, found, place);
  const value = translate(row.value, inside(place, isTrue(found)));
  const rest = first(ir, i + 1, inside(place, isFalse(found)));
  return either(isTrue(found), value, either(isFalse(found), rest, withoutValue(found), place.script), place.script);
}

/** The row's cells, as `and` joins them. */
function holds(ir: Table, row: Row, i: number, place: Place): Outcome {
  const { script } = place;
  const [cell, column] = [row.cells[i], ir.columns[i]];
  if (cell === undefined || column === undefined) return valued(yes);
  if (cell.range === 'any') return holds(ir, row, i + 1, place);
  const own = accepts(translate(column.value, place), cell, place);
  const stops = script.define('Bool', or(isFalse(own), hasError(own)));
  const rest = holds(ir, row, i + 1, inside(place, not(stops)));
  const open = either(
    hasError(rest),
    withoutValue(rest),
    either(isFalse(rest), rest, strict([own, rest], failing('never'), script), script),
    script,
  );
  return either(stops, own, either(own.ok, rest, open, script), script);
}

function collected(
  { collect = 'list' }: Table,
  values: readonly Outcome[],
  truths: readonly Term[],
  { script }: Place,
): Outcome {
  const zero = valued('0.0');
  const counted = values.map((value, i) => either(truths[i]!, value, zero, script));
  const terms = counted.map(({ value }) => (value === '' ? '0.0' : value));
  switch (collect) {
    case 'count':
      return strict(counted, valued(sum(truths.map((truth) => ite(truth, '1.0', '0.0')))), script);
    case 'sum':
      return strict(counted, valued(script.define('Real', sum(terms))), script);
    case 'min':
    case 'max': {
      const how = collect === 'min' ? '<' : '>';
      let [best, some]: [Term, Term] = ['0.0', no];
      terms.forEach((term, i) => {
        const better = and(truths[i]!, or(not(some), `(${how} ${term} ${best})`));
        best = script.define('Real', ite(better, term, best));
        some = script.define('Bool', or(some, truths[i]!));
      });
      return strict(counted, either(some, valued(best), undetermined('empty-list'), script), script);
    }
    case 'list':
      throw new Error('lists are not judged');
  }
}

const sum = (terms: readonly Term[]): Term => `(+ 0.0 ${terms.join(' ')})`;

import type { RowStep, Step, Worded } from '../evaluate/explanation.ts';
import { partsOf } from '../evaluate/known.ts';
import { policyOf } from '../evaluate/words.ts';
import { wordRange } from '../evaluate/wording.ts';
import type { Row, Table } from '../ir/ir.ts';
import { always, truth } from '../plain/truth.ts';
import { never, type PlainNumber, type PlainTruth } from '../plain/tree.ts';
import { within } from '../plain/within.ts';
import { arithmetic, type Arithmetic } from './arithmetic.ts';
import { alwaysAlike, numbered, picked } from './picked.ts';
import { apart, tell, type Asked, type Told, type Unit } from './told.ts';
import { inWords, worded, type InWords } from './worded.ts';

/** A column that a cell has asked for. */
interface Looked {
  readonly words: Worded;
  readonly steps: readonly Step[];
}
type Taken = RowStep['taken'][number];

/** A decision table whose cells hold literals. */
export function table(ir: Table, unit: Unit): Told | undefined {
  const { asked } = unit;
  const { hit } = ir;
  if (hit === 'collect' || !ir.rows.every(isFixed)) return undefined;
  let looked: Looked[] = [];
  const named = ir.columns.map(({ value }) => inWords(value, unit));
  const columns = named.map((of) => of && column(of, asked, (one) => looked.push(one)));
  const values = [...ir.rows.map(({ value }) => value), ...(ir.otherwise === undefined ? [] : [ir.otherwise])];
  const branches = values.map((value) => unit.told(value));
  const one = picked(branches);
  const at = columns.every((told) => told !== undefined) ? rowOf(ir, hit, columns, unit) : undefined;
  if (at === undefined || one === undefined) return undefined;
  const taken = values.map(({ origin }, i) => {
    const row = ir.rows[i];
    const number = row === undefined ? 'otherwise' : i + 1;
    const cells = row === undefined ? [] : cellsOf(row, ir, unit);
    const { cites, origin: span } = row ?? { cites: [], origin };
    const told = (value: string, steps: readonly Step[]): Taken => ({ number, cells, value, cites, span, steps });
    return alwaysAlike(branches[i], told);
  });
  const { form, cell, take } = one;
  const of = ir.rows.length;
  return {
    form,
    cell,
    work: () => {
      looked = [];
      const met = at();
      const branch = branches[met];
      const steps = branch === undefined ? [] : apart(asked, branch.work);
      take(met);
      const value = cell.text;
      const reached = taken[met]?.(value, steps);
      const [only] = looked;
      tell(asked, {
        step: 'row',
        hit,
        columns: looked.map(({ words }) => words),
        before: looked.length === 1 && only !== undefined ? only.steps : looked.flatMap(({ steps: own }) => own),
        of,
        taken: reached === undefined ? [] : [reached],
        value,
      });
    },
  };
}

function isFixed({ cells }: Row): boolean {
  return cells.every((cell) => partsOf(cell).every(({ op }) => op === 'literal'));
}

/** Worked out when the first cell asks for it, and once. */
function column(of: InWords, asked: Asked, tell: (looked: Looked) => void): Told {
  const { form, cell, work } = of.told;
  let question = 0;
  let flags = 0;
  return {
    form,
    cell,
    work: () => {
      if (question !== asked.question) {
        const before = asked.flags;
        asked.flags = 0;
        const steps = apart(asked, work);
        tell({ words: worded(of), steps });
        flags = asked.flags;
        asked.flags = before;
        question = asked.question;
      }
      asked.flags |= flags;
    },
  };
}

/** Which row holds, one more than there are for none; leaves where that is an error, or there is nothing otherwise. */
function rowOf(ir: Table, op: 'unique' | 'first', columns: readonly Told[], unit: Unit): (() => number) | undefined {
  const between = arithmetic(unit);
  const when = ir.rows.map((row) => condition(row, columns, between));
  if (!when.every((test) => test !== undefined)) return undefined;
  const rows = numbered(ir.rows.length + 1);
  const branches = ir.otherwise === undefined ? [...rows.slice(0, -1), never] : rows;
  const plain: PlainNumber = { is: 'number', scale: 0, quotient: false, does: { op, when, branches } };
  const value = between.print(plain)?.number(plain);
  return value && (() => value(unit.asked));
}

function condition({ cells }: Row, columns: readonly Told[], between: Arithmetic): PlainTruth | undefined {
  const tests = cells.flatMap((cell, i) => {
    const of = columns[i];
    return cell.range === 'any' || of === undefined ? [] : [within(() => between.read(of), cell, between.lower)];
  });
  if (!tests.every((test) => test !== undefined)) return undefined;
  return tests.length === 0 ? always(true) : tests.reduceRight((right, left) => truth({ op: 'and', left, right }));
}

/** What the row asks of each column that it speaks about. */
function cellsOf(row: Row, { columns }: Table, { program, output }: Unit): Taken['cells'] {
  return row.cells.flatMap((cell, i) =>
    cell.range === 'any' ? [] : [{ column: columns[i]?.name ?? '', cell: wordRange(cell, program, policyOf(output)) }],
  );
}

import type { Logic, Mark, Reading, Round } from '../../ir/ir.ts';
import {
  boundCell,
  equal,
  fine,
  numberIn,
  open,
  pickCell,
  strictly,
  tooLarge,
  truthIn,
  worst,
  type Cell,
} from './cell.ts';
import type { Say } from './expression.ts';
import { flagged, noFlags, pickFlags, union, type Flags } from './flags.ts';
import { numberOf } from './ratio.ts';
import { roundedTo } from './round.ts';
import { pick, sql, type Term } from './term.ts';
import { and, isOpen, or, surely, surelyNot } from './truth.ts';
import { exactOf } from './literal.ts';
import type { Writing } from './writing.ts';

export function logic(ir: Logic, say: Say, here: Writing): Cell {
  return connected(ir.connective, say(ir.left, here), say(ir.right, here), here);
}

/** Left to right: a left side that decides does so alone, an undetermined one lets the right decide. */
export function connected(connective: 'and' | 'or', a: Cell, b: Cell, here: Writing): Cell {
  const simple = isFine(a) && isFine(b) && a.flags.ids.size === 0 && b.flags.ids.size === 0;
  const joined = connective === 'and' ? and : or;
  if (simple) return { ...a, worth: { is: 'truth', term: joined(truthIn(a), truthIn(b)) } };
  const [left, right] = [boundCell(a, here), boundCell(b, here)];
  const [x, y] = [truthIn(left), truthIn(right)];
  const decides = connective === 'and' ? surelyNot(x) : surely(x);
  return {
    worth: { is: 'truth', term: joined(x, y) },
    failed: isFine(right)
      ? left.failed
      : pick(
          [
            { when: failing(left), then: left.failed },
            { when: decides, then: fine },
          ],
          right.failed,
        ),
    flags: pickFlags(
      [
        { when: decides, then: left.flags },
        { when: isOpen(x), then: right.flags },
      ],
      union(left.flags, right.flags, here),
    ),
  };
}

function isFine({ failed }: Cell): boolean {
  return failed.always === 0n;
}

export function failing({ failed }: Pick<Cell, 'failed'>): Term {
  return failed.always === 0n ? { ...failed, text: 'FALSE', always: false } : sql`${failed} <> 0`;
}

function about(id: string, { program }: Writing): string | undefined {
  return program.interpretations[id]?.about;
}

/** Flags of what a place rests on; undefined where the source alone does not say it. */
function restsOn(ids: readonly string[], own: boolean, here: Writing): Flags | undefined {
  const leftOpen = own || ids.some((id) => ['fills', 'chooses'].includes(about(id, here) ?? ''));
  if (here.sourceOnly && leftOpen) return undefined;
  return ids
    .filter((id) => about(id, here) !== 'convention')
    .reduce((flags, id) => union(flags, flagged(id, here.bits), here), noFlags);
}

export function mark(ir: Mark, say: Say, here: Writing): Cell {
  const flags = restsOn(ir.interpretations, ir.own, here);
  if (flags === undefined) return open;
  const value = say(ir.value, here);
  return { ...value, flags: union(flags, value.flags, here) };
}

/** Rests on its interpretation where the two readings differ; a doubt always does, a convention never. */
export function reading(ir: Reading, say: Say, here: Writing): Cell {
  const taken = say(ir.taken, here);
  const sort = about(ir.interpretation, here);
  const flags = restsOn([ir.interpretation], false, here);
  if (sort === 'convention') return taken;
  if (sort === 'doubt') return { ...taken, flags: union(taken.flags, flags ?? noFlags, here) };
  const [mine, other] = [boundCell(taken, here), boundCell(say(ir.otherwise, here), here)];
  const same = here.sheet.bind(and(surely(equal(mine, other, here)), surelyNot(failing(other))));
  // Where the other reading outgrows the numbers here, nobody knows whether it differs.
  const failed = worst(mine.failed, doubtful(other));
  const differing: Cell = flags === undefined ? open : { ...mine, flags: union(mine.flags, flags, here) };
  const differs: Cell = { ...differing, failed: mine.failed };
  return { ...pickCell([{ when: same, then: mine }], differs, here), failed };
}

/** Failures that are none in the evaluator. */
function doubtful({ failed }: Cell): Term {
  if (failed.always === 0n || failed.always === 3n) return fine;
  return pick([{ when: sql`${failed} = ${tooLarge}`, then: tooLarge }], fine);
}

export function round(ir: Round, say: Say, here: Writing): Cell {
  const value = say(ir.value, here);
  if (value.worth.is === 'nothing') return value;
  const rounded = roundedTo(numberIn(value), numberOf(exactOf(ir.to).top, exactOf(ir.to).bottom), ir.mode, here);
  const flags = restsOn(ir.marks, false, here);
  const cell = strictly([value], { is: 'number', number: rounded.value }, here);
  if (flags !== undefined && flags.ids.size === 0) return cell;
  const changed = here.sheet.bind(rounded.changed);
  const marked: Cell =
    flags === undefined ? { ...open, failed: cell.failed } : { ...cell, flags: union(cell.flags, flags, here) };
  return pickCell([{ when: changed, then: marked }], cell, here);
}

import type { Choose, Ir, LeftTo } from '../../ir/ir.ts';
import { rangeParts } from '../../ir/walk.ts';
import { bandsCell } from './bands.ts';
import { callCell } from './calls.ts';
import {
  boundCell,
  determined,
  fine,
  open,
  mainTerm,
  pickCell,
  strictly,
  tooLarge,
  truthIn,
  worst,
  type Cell,
  type CellBranch,
} from './cell.ts';
import { noFlags, union } from './flags.ts';
import { literal } from './literal.ts';
import { failing, logic, mark, reading, round } from './logic.ts';
import { decisionRead, factRead, given, parameterRead } from './reads.ts';
import { tableCell } from './table.ts';
import { pick } from './term.ts';
import { and, isKnown, isOpen, not, or } from './truth.ts';
import { compareCells, isIn, within } from './within.ts';
import type { Writing } from './writing.ts';

export type Say = (ir: Ir, here: Writing) => Cell;

/** A node as SQL. Only nodes that have a form (`form.ts`) come here. Numbers that outgrow the dialect make it `tooLarge`. */
export function say(ir: Ir, here: Writing): Cell {
  const outside = here.beyond;
  here.beyond = [];
  const cell = node(ir, here);
  const { beyond } = here;
  here.beyond = outside;
  if (beyond.length === 0) return cell;
  return { ...cell, failed: worst(pick([{ when: or(...beyond), then: tooLarge }], fine), cell.failed) };
}

function node(ir: Ir, here: Writing): Cell {
  switch (ir.op) {
    case 'literal':
      return literal(ir.value, here);
    case 'fact':
      return factRead(ir.name, say, here);
    case 'parameter':
      return parameterRead(ir, say, here);
    case 'decision':
      return decisionRead(ir, say, here);
    case 'known': {
      if (ir.of.op !== 'fact') throw new Error('a field has no form in SQL');
      const is = given(ir.of.name, here).given;
      return determined({ is: 'truth', term: ir.negated ? not(is) : is });
    }
    case 'call':
      return callCell(ir, say, here);
    case 'logic':
      return logic(ir, say, here);
    case 'not': {
      const operand = say(ir.operand, here);
      return strictly([operand], { is: 'truth', term: not(truthIn(operand)) }, here);
    }
    case 'compare':
      return compareCells(ir.comparison, say(ir.left, here), say(ir.right, here), here);
    case 'within':
      return within(ir.range, () => say(ir.value, here), say, here);
    case 'choose':
      return choose(ir, here);
    case 'bands':
      return bandsCell(ir, say, here);
    case 'table':
      return tableCell(ir, say, here);
    case 'round':
      return round(ir, say, here);
    case 'reading':
      return reading(ir, say, here);
    case 'mark':
      return mark(ir, say, here);
    case 'undetermined':
      return open;
    case 'left-to':
      return leftTo(ir, here);
    case 'list':
    case 'record':
    case 'local':
    case 'field':
    case 'aggregate':
    case 'fold':
      throw new Error(`${ir.op} has no form in SQL`);
  }
}

/** The first arm whose condition is true; one that fails or is open ends the search. */
function choose(ir: Choose, here: Writing): Cell {
  const branches: CellBranch[] = [];
  let flags = noFlags;
  for (const { when, value } of ir.arms) {
    const condition = boundCell(say(when, here), here);
    const truth = truthIn(condition);
    flags = union(flags, condition.flags, here);
    branches.push(
      { when: failing(condition), then: { ...open, failed: condition.failed } },
      { when: isOpen(truth), then: open },
      { when: truth, then: withFlags(flags, say(value, here), here) },
    );
  }
  return pickCell(branches, withFlags(flags, say(ir.otherwise, here), here), here);
}

function withFlags(flags: Cell['flags'], cell: Cell, here: Writing): Cell {
  return { ...cell, flags: union(flags, cell.flags, here) };
}

/** A proposal inside what is allowed decides; the bounds come first. */
function leftTo(ir: LeftTo, here: Writing): Cell {
  const ends = rangeParts(ir.allowed).map((part) => boundCell(say(part, here), here));
  const bounds = strictly(ends, { is: 'nothing' }, here);
  if (ir.proposed === undefined) return { ...open, failed: bounds.failed };
  const proposed = boundCell(say(ir.proposed, here), here);
  const inside = isIn(proposed, ir.allowed, ends, here);
  const isGiven = given(ir.proposed.name, here).given;
  const settled = and(...ends.map(({ worth }) => isKnown(mainTerm(worth))));
  return {
    worth: pickCell([{ when: and(isGiven, truthIn(inside)), then: proposed }], open, here).worth,
    failed: worst(bounds.failed, pick([{ when: and(isGiven, settled), then: proposed.failed }], fine)),
    flags: union(bounds.flags, proposed.flags, here),
  };
}

import type { Choose, Ir, Table } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import { everything, type Box } from './box.ts';
import { entered, values } from './explore.ts';
import { argumentsOf } from './pieces.ts';
import { rowConditions } from './table.ts';
import { heard, isTooWide, truths, type Walk } from './walk.ts';

/**
 * Lets a walk hear all that parts of a decision answer, without putting together what it comes to: operands are evaluated whatever
 * the others come to, so each is gone through by itself. A list of ten entries has twenty answers, and a thousand values. Of
 * other policies' decisions nothing is heard unless a condition reads them. False where even that takes too many parts.
 */
export function listen(name: string, walk: Walk): boolean {
  const decision = walk.program.decisions[name];
  if (decision === undefined) throw new Error(`no decision ${name}`);
  enter(decision, argumentsOf(name, walk), everything, walk, decision.policy);
  return walk.budget.left >= 0;
}

function enter(decision: Decision, args: Parameters<typeof entered>[1], box: Box, walk: Walk, own: string): void {
  for (const { box: inside, value } of entered(decision, args, box, walk)) {
    if (!('is' in value)) gone(value.body, inside, value.walk, own);
  }
}

function gone(ir: Ir, box: Box, walk: Walk, own: string): void {
  if (--walk.budget.left < 0) return;
  const each = (parts: readonly Ir[]): void => {
    for (const part of parts) gone(part, box, walk, own);
  };
  switch (ir.op) {
    case 'mark':
    case 'round':
      return gone(ir.value, box, walk, own);
    case 'reading':
      return gone(ir.taken, box, walk, own);
    case 'list':
      return each(ir.items);
    case 'record':
      return each(ir.fields.map(({ value }) => value));
    case 'field':
      return gone(ir.of, box, walk, own);
    case 'call':
      // Whether a denominator can be zero is an answer as well.
      return ir.fn === 'divide' ? whole(ir, box, walk) : each(ir.args);
    case 'decision': {
      const read = walk.program.decisions[ir.name];
      const isPlain = ir.args.length === 0 && ir.otherwise === undefined;
      if (read === undefined || !isPlain) return whole(ir, box, walk);
      return read.hidden && read.policy === own ? enter(read, [], box, walk, own) : undefined;
    }
    case 'choose':
      return isTooWide(ir.arms.length, walk) ? undefined : arms(ir, 0, box, walk, own);
    case 'table':
      return rows(ir, box, walk, own);
    default:
      return whole(ir, box, walk);
  }
}

/** All that it can come to, since one answer depends on another. */
function whole(ir: Ir, box: Box, walk: Walk): void {
  for (const _path of values(ir, box, walk)) if (walk.budget.left < 0) return;
}

function arms(ir: Choose, i: number, box: Box, walk: Walk, own: string): void {
  const arm = ir.arms[i];
  if (arm === undefined) {
    walk.hear?.(ir.otherwise, true, box);
    return gone(ir.otherwise, box, walk, own);
  }
  for (const { box: inside, value } of truths(arm.when, box, walk)) {
    walk.hear?.(arm, heard(value), inside);
    if (value === true) gone(arm.value, inside, walk, own);
    else if (value === false) arms(ir, i + 1, inside, walk, own);
  }
}

/** All rows are looked at where they are collected; elsewhere one hides another. */
function rows(ir: Table, box: Box, walk: Walk, own: string): void {
  if (ir.hit !== 'collect' || ir.otherwise !== undefined) return whole(ir, box, walk);
  ir.rows.forEach((row, i) => {
    for (const { box: inside, value } of rowConditions(ir, i, box, walk)) {
      walk.hear?.(row, heard(value), inside);
      walk.budget.left -= puzzles(inside);
      if (walk.budget.left < 0) return;
      if (value === true) gone(row.value, inside, walk, own);
    }
  });
}

/** Numbers that are put together from several take the longest: each is held against all others. */
function puzzles({ columns }: Box): number {
  const together = [...columns.values()].filter((column) => column.is === 'line' && column.atom === undefined).length;
  return together * together;
}

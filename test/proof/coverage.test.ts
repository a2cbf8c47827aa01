import { expect, test } from 'vitest';
import { money, number, percent, quantity, text, boolean, date, time, type Type } from '../../engine/ir/type.ts';
import { gaps } from '../../engine/proof/gaps.ts';
import { layOut, type Box, type Grid } from '../../engine/proof/grid.ts';
import { printPart } from '../../engine/proof/print-part.ts';
import { overlaps, unreachableRows } from '../../engine/proof/rows.ts';
import { shadowedRows } from '../../engine/proof/shadowed.ts';
import { printValue } from '../../engine/value/print.ts';
import { within } from '../support/soon.ts';
import { domainsOf, rangeOf, words, type Column } from './cells.ts';

interface Case {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Cells with ` | ` between them. */
  readonly rows: readonly string[];
  /** Parts with ` | ` between them, then the witness. */
  readonly gaps?: readonly string[];
  /** `first-second part @ witness` */
  readonly overlaps?: readonly string[];
  readonly unreachable?: readonly number[];
  /** `row by rows` */
  readonly shadowed?: readonly string[];
}

const completion: Column = { type: percent, range: '>= 0%' };
const cans: Column = { type: quantity('can'), range: '>= 0 cans', scale: 0 };
const group: Column = { type: { is: 'enumeration', name: 'group' } };
const truth: Column = { type: boolean };
const days: Type = { is: 'duration', family: 'days' };

const cases: readonly Case[] = [
  { name: 'all is covered once', columns: [completion], rows: ['[0% .. 30%]', '(30% .. 50%)', '>= 50%'] },
  { name: 'a hole between open ends', columns: [completion], rows: ['<= 100%', '>= 120%'], gaps: ['(100% .. 120%) @ 110%'] },
  { name: 'a hole of one value', columns: [completion], rows: ['< 10%', '> 10%'], gaps: ['[10% .. 10%] @ 10%'] },
  { name: 'a hole at the top', columns: [completion], rows: ['< 120%'], gaps: ['>= 120% @ 120%'] },
  { name: 'a hole at the top, open', columns: [completion], rows: ['<= 120%'], gaps: ['> 120% @ 130%'] },
  { name: 'a hole at the bottom', columns: [completion], rows: ['>= 10%'], gaps: ['< 10% @ 0%'] },
  { name: 'a hole at the bottom without a range', columns: [{ type: percent }], rows: ['>= 10%'], gaps: ['< 10% @ 9%'] },
  { name: 'an end of the fact that no cell names', columns: [{ type: percent, range: '[0% .. 90%]' }], rows: ['<= 80%'], gaps: ['> 80% @ 90%'] },
  { name: 'what lies outside the range is no hole', columns: [{ type: percent, range: '[0% .. 100%]' }], rows: ['[0% .. 100%]'] },
  { name: 'no grid: percents lie between percents', columns: [completion], rows: ['[0% .. 30%]', '>= 31%'], gaps: ['(30% .. 31%) @ 30.5%'] },
  { name: 'whole percents leave no hole', columns: [{ ...completion, scale: 0 }], rows: ['[0% .. 30%]', '>= 31%'] },
  { name: 'tenths of a percent leave one', columns: [{ ...completion, scale: 1 }], rows: ['[0% .. 30%]', '>= 31%'], gaps: ['(30% .. 31%) @ 30.5%'] },
  { name: 'an end off the grid belongs to the hole', columns: [{ ...completion, scale: 0 }], rows: ['[0% .. 30.5%)', '>= 32%'], gaps: ['[30.5% .. 32%) @ 31%'] },
  { name: 'an overlap does not reach past its rows to values that no cell names', columns: [{ type: number, range: '>= -1', scale: 0 }], rows: ['>= 0', '<= 5'], overlaps: ['0-1 [0 .. 5] @ 2'] },
  { name: 'whole cans', columns: [cans], rows: ['<= 100 cans', '>= 103 cans'], gaps: ['(100 cans .. 103 cans) @ 101 cans'] },
  { name: 'money', columns: [{ type: money('CNY') }], rows: ['<= 500 CNY', '>= 1000 CNY'], gaps: ['(500 CNY .. 1000 CNY) @ 700.00 CNY'] },
  { name: 'thirds are never needed', columns: [{ type: number }], rows: ['<= 0.3', '>= 0.4'], gaps: ['(0.3 .. 0.4) @ 0.35'] },
  { name: 'below zero', columns: [{ type: number }], rows: ['> -5'], gaps: ['<= -5 @ -5'] },
  { name: 'nothing at all', columns: [{ type: number }], rows: ['[5 .. 3]'], gaps: ['any @ 0'], unreachable: [0] },
  { name: 'dates are days', columns: [{ type: date }], rows: ['<= 2026-06-30', '>= 2026-07-01'] },
  { name: 'a hole of a day', columns: [{ type: date }], rows: ['<= 2026-06-30', '> 2026-07-01'], gaps: ['(2026-06-30 .. 2026-07-01] @ 2026-07-01'] },
  { name: 'before and after', columns: [{ type: date }], rows: ['[2026-01-01 .. 2026-12-31]'], gaps: ['< 2026-01-01 @ 2025-12-31', '> 2026-12-31 @ 2027-01-01'] },
  { name: 'a day ends with its last second', columns: [{ type: time }], rows: ['< 12:00', '[13:00 .. 23:59:59]'], gaps: ['[12:00 .. 13:00) @ 12:00'] },
  { name: 'late', columns: [{ type: time }], rows: ['<= 22:00'], gaps: ['> 22:00 @ 23:00'] },
  { name: 'a moment', columns: [{ type: { is: 'date-time' } }], rows: ['< 2026-01-01T10:00', '> 2026-01-01T12:00'], gaps: ['[2026-01-01T10:00 .. 2026-01-01T12:00] @ 2026-01-01T11:00'] },
  { name: 'members', columns: [{ type: { is: 'enumeration', name: 'grade' } }], rows: ['A'], gaps: ['{B, C} @ B'] },
  { name: 'members that the range leaves out', columns: [{ type: { is: 'enumeration', name: 'grade' }, range: '{A, B}' }], rows: ['A', 'B', 'C'], unreachable: [2] },
  { name: 'days of the week', columns: [{ type: { is: 'enumeration', name: 'weekday' } }], rows: ['!= sunday'], gaps: ['sunday @ sunday'] },
  { name: 'any other text', columns: [{ type: text }], rows: ['"a"', '{"b", "other"}'], gaps: ['not in {a, b, other} @ other-'] },
  { name: 'all texts', columns: [{ type: text }], rows: ['"a"', '!= "a"'] },
  { name: 'a post of an unknown organization', columns: [{ type: { is: 'post', scope: 'tea' } }], rows: ['head'], gaps: ['!= head @ ?'] },
  { name: 'numbers one by one', columns: [{ type: number, range: '{1, 5, 9}' }], rows: ['1', '> 6'], gaps: ['(1 .. 6] @ 5'] },
  { name: 'all but one', columns: [{ type: number }], rows: ['!= 5'], gaps: ['[5 .. 5] @ 5'] },
  { name: 'none is no length', columns: [{ type: days }], rows: ['none', '<= 3 days'], gaps: ['> 3 days @ 4 days'] },
  { name: 'none that nobody covers, among intervals, is no gap', columns: [{ type: days }], rows: ['<= 3 days', '> 3 days'] },
  { name: 'none is not three days', columns: [{ type: days }], rows: ['!= 3 days', '3 days', 'none'], overlaps: ['0-2 none @ none'], shadowed: ['2 by 0'] },
  { name: 'an interval never meets none', columns: [{ type: days }], rows: ['none', 'any'], overlaps: ['0-1 none @ none'], shadowed: [] },
  { name: 'one value twice', columns: [completion], rows: ['[0% .. 30%]', '>= 30%'], overlaps: ['0-1 [30% .. 30%] @ 30%'] },
  { name: 'a stretch twice', columns: [completion], rows: ['[0% .. 60%)', '> 20%'], overlaps: ['0-1 (20% .. 60%) @ 40%'] },
  { name: 'no overlap between grid points', columns: [{ ...completion, scale: 0 }], rows: ['<= 30.9%', '> 30.1%'] },
  { name: 'outside the range', columns: [completion], rows: ['< 0%', '>= 0%'], unreachable: [0] },
  { name: 'between grid points', columns: [{ ...completion, scale: 0 }], rows: ['<= 30%', '(30% .. 31%)', '>= 31%'], unreachable: [1] },
  { name: 'a hole of a table', columns: [group, cans], rows: ['longjing | any', 'other | <= 100 cans'], gaps: ['other | > 100 cans @ other, 110 cans'] },
  { name: 'one hole in two rows is one finding', columns: [group, cans], rows: ['any | <= 100 cans', 'any | >= 200 cans'], gaps: ['any | (100 cans .. 200 cans) @ longjing, 150 cans'] },
  { name: 'a corner', columns: [truth, truth, truth], rows: ['true | any | any', 'false | true | any', 'false | false | true'], gaps: ['false | false | false @ false, false, false'] },
  { name: 'two rows cross', columns: [truth, truth], rows: ['true | any', 'any | true'], gaps: ['false | false @ false, false'], overlaps: ['0-1 true | true @ true, true'] },
  { name: 'a row before hides', columns: [truth, truth], rows: ['true | any', 'true | false', 'false | any'], overlaps: ['0-1 true | false @ true, false'], shadowed: ['1 by 0'] },
  { name: 'two rows hide together', columns: [completion], rows: ['<= 30%', '> 30%', '[20% .. 40%]'], overlaps: ['0-2 [20% .. 30%] @ 20%', '1-2 (30% .. 40%] @ 40%'], shadowed: ['2 by 0, 1'] },
]; // prettier-ignore

test.each(cases)('$name', ({ columns, rows, gaps: holes = [], ...expected }) => {
  const grid = gridOf(columns, rows);
  const found = gaps(grid);
  const hidden = shadowedRows(grid);
  if ('notDecided' in found || 'notDecided' in hidden) throw new Error('not decided');
  expect(found.map(say)).toEqual(holes);
  expect(overlaps(grid).map(({ rows: pair, box }) => `${pair.join('-')} ${say(box)}`)).toEqual(expected.overlaps ?? []);
  expect(unreachableRows(grid).map(({ row }) => row)).toEqual(expected.unreachable ?? []);
  expect(hidden.map(({ row, by }) => `${row} by ${by.join(', ')}`)).toEqual(expected.shadowed ?? []);
});

test('a computed end is not decided, and says where', () => {
  const grid = layOut(domainsOf([{ type: number }]), [[rangeOf('<= fact.limit', number)]]);
  expect(grid).toMatchObject({ span: { start: 3, end: 13 } });
});

test('texts between texts are not decided', () => {
  expect(layOut(domainsOf([{ type: text }]), [[rangeOf('< "m"', text)]])).toHaveProperty('notDecided');
});

test('too many combinations are not decided, overlaps are all the same', () => {
  const columns = Array.from({ length: 12 }, () => ({ type: number }));
  const row = columns.map(() => rangeOf('[1 .. 2]', number));
  const grid = layOut(domainsOf(columns), [row, row]);
  if ('notDecided' in grid) throw new Error('not decided');
  expect(gaps(grid)).toHaveProperty('notDecided');
  expect(shadowedRows(grid)).toHaveProperty('notDecided');
  expect(overlaps(grid)).toHaveLength(1);
});

test('far too many rows are not compared, and of many overlaps the first hundred are told', () => {
  const rows = Array.from({ length: 2001 }, () => [rangeOf('> 1', number)]);
  expect(layOut(domainsOf([{ type: number }]), rows)).toHaveProperty('notDecided');
  const grid = layOut(domainsOf([{ type: number }]), rows.slice(1));
  expect('notDecided' in grid ? [] : overlaps(grid)).toHaveLength(100);
});

test('a cube of 216 rows is quick, and a missing one is found', () => {
  const steps = ['< 1', '[1 .. 2)', '[2 .. 3)', '[3 .. 4)', '[4 .. 5)', '>= 5'];
  const rows = steps.flatMap((a) => steps.flatMap((b) => steps.map((c) => `${a} | ${b} | ${c}`)));
  const columns = [number, number, number].map((type) => ({ type }));
  const grid = gridOf(columns, rows.toSpliced(100, 1));
  const { found, twice } = within(500, () => ({ found: gaps(grid), twice: overlaps(grid) }));
  expect('notDecided' in found ? [] : found.map(say)).toEqual([`${rows[100]} @ 2, 4, 4`]);
  expect(twice).toEqual([]);
});

function gridOf(columns: readonly Column[], rows: readonly string[]): Grid {
  const cells = rows.map((row) => row.split(' | ').map((cell, i) => rangeOf(cell, columns[i]!.type)));
  const grid = layOut(domainsOf(columns), cells);
  if ('notDecided' in grid) throw new Error(grid.notDecided.en);
  return grid;
}

function say(box: Box): string {
  const witnesses = box.map(({ witness }) => (witness === undefined ? '?' : printValue(witness, words)));
  return `${box.map((part) => printPart(part, words)).join(' | ')} @ ${witnesses.join(', ')}`;
}

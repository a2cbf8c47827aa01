import type { NumericType } from '../../ir/type.ts';
import type { Exact } from '../../value/exact.ts';
import type { ReadWords } from '../../value/invalid.ts';
import type { Group } from './effect.ts';
import { move, newMoves, totalsOf, type Moves } from './moves.ts';

/** Rows by the text of a column. */
export interface Groups {
  readonly known: Map<string, GroupTally>;
  /** All rows of further values. */
  others: GroupTally | undefined;
}

export interface GroupTally {
  rows: number;
  changed: number;
  readonly moves: Moves;
}

/** More groups than anybody reads are one: a column with a value for each row would fill the memory. */
const mostGroups = 1000;

export const newGroups = (): Groups => ({ known: new Map(), others: undefined });

/** The group of a row, with the row counted. */
export function groupOf(groups: Groups, value: string): GroupTally {
  const known = groups.known.get(value);
  const group = known ?? (groups.known.size < mostGroups ? newGroup() : (groups.others ??= newGroup()));
  if (known === undefined && group !== groups.others) groups.known.set(value, group);
  group.rows += 1;
  return group;
}

const newGroup = (): GroupTally => ({ rows: 0, changed: 0, moves: newMoves() });

export function moveIn(group: GroupTally, change: number | Exact): void {
  move(group.moves, change);
}

export function toldGroups(
  { known, others }: Groups,
  type: NumericType | undefined,
  scale: number,
  words: ReadWords,
): readonly Group[] {
  const told = ({ rows, changed, moves }: GroupTally): Group => {
    const totals = type === undefined ? undefined : totalsOf(moves, type, scale, words);
    const { rises, falls } = moves;
    return { rows, changed, rises, falls, ...(totals === undefined ? {} : { totals }) };
  };
  return [
    ...[...known].map(([value, group]) => ({ value, ...told(group) })),
    ...(others === undefined ? [] : [told(others)]),
  ];
}

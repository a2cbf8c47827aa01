import type { Stretch } from '../proof/round-position.ts';
import { floorSteps, times } from '../proof/line.ts';
import { compareExact, type Exact } from '../value/exact.ts';
import { sameValue } from '../value/compare.ts';
import { lineColumn, nameColumn, type Box, type Column } from './box.ts';
import type { Region } from './difference.ts';
import { keyOf } from './symbol.ts';

/** Regions that say the same and lie side by side are one; what no longer cuts anything is left out. */
export function merged(regions: readonly Region[]): readonly Region[] {
  const groups = Map.groupBy(regions, ({ before, after }) => `${keyOf(before)} | ${keyOf(after)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return mergedBoxes(group.map(({ box }) => box)).map((box) => ({ ...first, box }));
  });
}

// Pairs grow with the square; what a person reads has far fewer.
const mostBoxes = 400;

/** The same part of all that facts can be, in fewer boxes. */
function mergedBoxes(boxes: readonly Box[]): readonly Box[] {
  if (boxes.length > mostBoxes) return boxes;
  let left = boxes.map(withoutWhole);
  for (;;) {
    const next = onceMerged(left);
    if (next.length === left.length) return left;
    left = next;
  }
}

/** Each box goes into the first one before it that takes it. */
function onceMerged(boxes: readonly Box[]): Box[] {
  const kept: Box[] = [];
  for (const box of boxes) {
    const at = kept.findIndex((other) => union(other, box) !== undefined);
    const one = kept[at] === undefined ? undefined : union(kept[at], box);
    if (one === undefined) kept.push(box);
    else kept[at] = withoutWhole(one);
  }
  return kept;
}

/** One box for two that differ in one column only and lie side by side there; the larger of two when it holds the other one. */
function union(a: Box, b: Box): Box | undefined {
  const keys = new Set([...a.columns.keys(), ...b.columns.keys()]);
  const differing = [...keys].filter((key) => !isSameColumn(a.columns.get(key), b.columns.get(key)));
  const [key, ...more] = differing;
  if (key === undefined) return a;
  if (differing.every((each) => a.columns.get(each) === undefined)) return a;
  if (differing.every((each) => b.columns.get(each) === undefined)) return b;
  const [mine, theirs] = [a.columns.get(key), b.columns.get(key)];
  if (more.length > 0 || mine === undefined || theirs === undefined) return undefined;
  const columns = new Map(a.columns);
  const joined = joinedColumn(mine, theirs);
  if (joined === undefined) return undefined;
  if (joined === 'whole') columns.delete(key);
  else columns.set(key, joined);
  return { columns };
}

function joinedColumn(a: Column, b: Column): Column | 'whole' | undefined {
  if (a.is === 'given' && b.is === 'given') return 'whole';
  if (a.is === 'names' && b.is === 'names') {
    if (a.among !== undefined && b.among !== undefined) {
      const { among } = a;
      return { ...a, among: [...among, ...b.among.filter((value) => !among.some((other) => sameValue(other, value)))] };
    }
    const [named, rest] = a.among === undefined ? [b, a] : [a, b];
    if (named.among === undefined) {
      return { ...a, except: a.except.filter((value) => b.except.some((other) => sameValue(other, value))) };
    }
    const { among } = named;
    return { ...rest, except: rest.except.filter((value) => !among.some((other) => sameValue(other, value))) };
  }
  if (a.is !== 'line' || b.is !== 'line') return undefined;
  const stretch = joinedStretch(a.stretch, b.stretch, a.step) ?? joinedStretch(b.stretch, a.stretch, a.step);
  return stretch === undefined ? undefined : { ...a, stretch };
}

/** One stretch for two when the second begins inside the first or right behind it. */
function joinedStretch(a: Stretch, b: Stretch, step: Exact | undefined): Stretch | undefined {
  if (b.low === undefined) return undefined;
  const low = a.low;
  if (low !== undefined && compareExact(low.at, b.low.at) > 0) return undefined;
  if (a.high !== undefined && !touch(a.high, b.low, step)) return undefined;
  const high = a.high === undefined || b.high === undefined ? undefined : further(a.high, b.high);
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

type End = NonNullable<Stretch['low']>;

function touch(high: End, low: End, step: Exact | undefined): boolean {
  const order = compareExact(high.at, low.at);
  if (order > 0 || (order === 0 && !(high.open && low.open))) return true;
  if (step === undefined || order === 0) return false;
  // On a grid nothing may lie between the two.
  const next = times(floorSteps(high.at, step) + 1n, step);
  const beyond = compareExact(next, low.at);
  return !high.open && (beyond > 0 || (beyond === 0 && !low.open));
}

function further(a: End, b: End): End {
  const order = compareExact(a.at, b.at);
  return order > 0 || (order === 0 && !a.open) ? a : b;
}

/** Without the columns in which anything goes. */
function withoutWhole(box: Box): Box {
  const columns = [...box.columns].filter(([, column]) => !isWhole(column));
  return { columns: new Map(columns) };
}

const nothingAsked: Box = { columns: new Map() };

function isWhole(column: Column): boolean {
  switch (column.is) {
    case 'given':
      return false;
    case 'names': {
      const whole = nameColumn(nothingAsked, column.atom);
      return column.among === undefined
        ? column.except.length === whole.except.length && whole.among === undefined
        : column.among.length === whole.among?.length;
    }
    case 'line':
      return isSameColumn(column, lineColumn(nothingAsked, column.of));
  }
}

function isSameColumn(a: Column | undefined, b: Column | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a === b || textOf(a) === textOf(b);
}

const texts = new WeakMap<Column, string>();

function textOf(column: Column): string {
  const text = texts.get(column) ?? `${column.is} ${written(column)}`;
  texts.set(column, text);
  return text;
}

function written(column: Column): string {
  switch (column.is) {
    case 'given':
      return `${column.fact} ${String(column.given)}`;
    case 'names':
      return JSON.stringify([column.among?.map(keyOfValue).toSorted(), column.except.map(keyOfValue).toSorted()]);
    case 'line':
      return [column.stretch.low, column.stretch.high]
        .map((end) => (end === undefined ? '' : `${end.at.top}/${end.at.bottom} ${String(end.open)}`))
        .join(' .. ');
  }
}

const keyOfValue = (value: unknown): string => JSON.stringify(value);

import type { Range } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { axisOf, type Axis } from './axis.ts';
import { domainOf, type Domain, type NotDecided, type World } from './domain.ts';
import { partOf } from './part.ts';
import { ordersOf, partsOf, type Statement, type Subject } from './statement.ts';
import type { Verdicts } from './verdict.ts';

/** One thing that conditions look at, cut into pieces that all of them treat alike. */
export interface Column {
  /** How many choices there are: the pieces, and behind them that the fact is not given where somebody asks for that. */
  readonly size: number;
  readonly pieces: number;
  readonly verdicts: ReadonlyMap<Range, Verdicts>;
  /** The fact that it is; none where it follows from others. */
  readonly fact?: string;
  /** A closed fact that is not given counts as false. */
  readonly closed: boolean;
  readonly subject: Subject;
  /** A value of the piece. */
  readonly example: (piece: number) => Value | undefined;
}

interface Asked {
  readonly subject: Subject;
  readonly ranges: Range[];
  isKnown: boolean;
}

/** All that the statements look at, by key. */
export function columnsOf(statements: readonly Statement[], world: World): ReadonlyMap<string, Column> | NotDecided {
  const all = new Map<string, Asked>();
  for (const part of statements.flatMap((one) => [...partsOf(one)])) {
    if (part.is !== 'asks' && part.is !== 'known') continue;
    const { key } = part;
    const asked = all.get(key) ?? { subject: part.subject, ranges: [], isKnown: false };
    all.set(key, asked);
    if (part.is === 'known') asked.isKnown = true;
    else asked.ranges.push(part.range);
  }
  const columns = new Map<string, Column>();
  for (const [key, asked] of all) {
    const column = columnOf(asked, world);
    if ('notDecided' in column) return column;
    columns.set(key, column);
  }
  return columns;
}

function columnOf({ subject, ranges, isKnown }: Asked, world: World): Column | NotDecided {
  const domain = domainOfSubject(subject, world);
  const axis = 'notDecided' in domain ? domain : axisOf(domain, ranges);
  if ('notDecided' in axis) return ranges.length === 0 ? { ...onlyGiven, subject } : axis;
  const fact = subject.is === 'value' && subject.of.op === 'fact' ? world.fact(subject.of.name) : undefined;
  return {
    size: axis.size + (isKnown ? 1 : 0),
    pieces: axis.size,
    verdicts: new Map(ranges.map((range, row) => [range, axis.verdicts[row] ?? new Uint8Array(axis.size)])),
    // What is computed when it is not given cannot be chosen freely.
    ...(fact === undefined || fact.orFrom !== undefined ? {} : { fact: fact.name }),
    closed: fact?.closed === true,
    subject,
    example: exampleOf(axis),
  };
}

/** A fact of which only matters whether it is given: no value of it can be shown. */
const onlyGiven: Omit<Column, 'subject'> = {
  size: 2,
  pieces: 1,
  verdicts: new Map(),
  closed: false,
  example: () => undefined,
};

const exampleOf =
  (axis: Axis) =>
  (piece: number): Value | undefined =>
    partOf(axis, [piece]).witness;

function domainOfSubject(subject: Subject, world: World): Domain | NotDecided {
  switch (subject.is) {
    case 'value':
      return domainOf(subject.of, world);
    case 'order':
      return { is: 'members', values: ordersOf(subject.left.type) };
  }
}

import type { Bands, Ir, Range, Round, Row } from '../ir/ir.ts';
import type { Decision, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { rangeParts } from '../ir/walk.ts';
import type { Tier } from './bands.ts';
import type { Amount, Datum } from './datum.ts';
import type { RowStep } from './explanation.ts';
import type { Found } from './found.ts';
import type { Words } from './words.ts';
import { printType } from '../ir/type.ts';

/**
 * What follows from a program alone, worked out once for all that is asked of it. By program, since words and amounts depend on
 * its units and titles, and parts of the IR can stand in several programs.
 */
export interface Known {
  /** Literals and what parameters are set to. */
  readonly values: WeakMap<Value, Found>;
  readonly words: WeakMap<Ir, Words>;
  readonly heads: WeakMap<Decision, Head>;
  /** Ranges of tiers whose ends are literals, as text. */
  readonly tiers: WeakMap<Bands['bands'][number], string>;
  readonly cells: WeakMap<Row, Cells>;
  readonly units: WeakMap<Round, Amount>;
  /** The ends of ranges that are made of literals. */
  readonly ends: WeakMap<Range, readonly Datum[] | 'none'>;
  /** Tiers whose ends are literals. */
  readonly scales: WeakMap<Bands, readonly Tier[]>;
}

interface Cells {
  /** The decision whose explanation words them. */
  readonly output: string;
  readonly cells: RowStep['taken'][number]['cells'];
}

/** What each outcome and each explanation of a decision begins with. */
interface Head {
  /** `policy#output` */
  readonly output: string;
  readonly type: string;
}

const known = new WeakMap<Program, Known>();

export function knownOf(program: Program): Known {
  const before = known.get(program);
  if (before !== undefined) return before;
  const fresh: Known = {
    values: new WeakMap(),
    words: new WeakMap(),
    heads: new WeakMap(),
    tiers: new WeakMap(),
    cells: new WeakMap(),
    units: new WeakMap(),
    ends: new WeakMap(),
    scales: new WeakMap(),
  };
  known.set(program, fresh);
  return fresh;
}

export function headOf(decision: Decision, { heads }: Known): Head {
  const before = heads.get(decision);
  if (before !== undefined) return before;
  const { policy, name, type } = decision;
  const head: Head = { output: `${policy}#${name.slice(name.lastIndexOf('.') + 1)}`, type: printType(type) };
  heads.set(decision, head);
  return head;
}

const parts = new WeakMap<Range, readonly Ir[]>();

/** The bounds or items of a range; found once, since each row asks for them anew. */
export function partsOf(range: Range): readonly Ir[] {
  const before = parts.get(range);
  if (before !== undefined) return before;
  const found = rangeParts(range);
  parts.set(range, found);
  return found;
}

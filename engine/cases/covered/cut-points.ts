import { worded, wordedRange } from './words.ts';
import type { Ir, LeftTo, Range, Table } from '../../ir/ir.ts';
import { nodes } from '../../ir/walk.ts';
import type { PrintWords } from '../../value/print.ts';
import { isConstant } from './constant.ts';

/** A place where a value is held against a bound. */
export interface CutPoint {
  readonly subject: Ir;
  readonly bound: Ir;
  /** Once it is evaluated, the subject has been held against the bound: both have their values. */
  readonly compared: Ir;
  /** What else must hold for the bound to count, in words: bounds of one context are one boundary. */
  readonly context: string;
  /** Only the point itself counts: beside a date that is worked out an earlier branch may have decided. */
  readonly isPoint: boolean;
}

/** The cut points that one node makes, not those of its parts. `inside` names the decision that holds it, or the policy whose decisions share it. */
export function cutPoints(ir: Ir, inside: string, words: PrintWords): readonly CutPoint[] {
  switch (ir.op) {
    case 'compare': {
      const { left, right } = ir;
      const isTurned = isConstant(left) || (!isConstant(right) && isGiven(right) && !isGiven(left));
      const [subject, bound] = isTurned ? [right, left] : [left, right];
      const isPoint = (ir.comparison === '=' || ir.comparison === '!=') && !isConstant(bound);
      return kept([{ subject, bound, compared: ir, context: inside, isPoint }]);
    }
    case 'within':
      return ends(ir.range).flatMap((bound) =>
        kept([{ subject: ir.value, bound, compared: ir, context: inside, isPoint: false }]),
      );
    case 'bands':
      return ir.bands.flatMap(({ range }) =>
        ends(range).flatMap((bound) => kept([{ subject: ir.by, bound, compared: bound, context: '', isPoint: false }])),
      );
    case 'table':
      return ofTable(ir, words);
    case 'left-to':
      return ofProposal(ir, inside);
    default:
      return [];
  }
}

function ofTable({ columns, rows }: Table, words: PrintWords): readonly CutPoint[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell, i) => {
      const subject = columns[i]?.value;
      if (subject === undefined) return [];
      const others = cells.map((other, j) => (j === i ? '' : wordedRange(other, words))).join(' | ');
      return ends(cell).flatMap((bound) =>
        kept([{ subject, bound, compared: bound, context: others, isPoint: false }]),
      );
    }),
  );
}

function ofProposal(ir: LeftTo, inside: string): readonly CutPoint[] {
  const subject = ir.proposed;
  if (subject === undefined) return [];
  return ends(ir.allowed).flatMap((bound) => kept([{ subject, bound, compared: ir, context: inside, isPoint: false }]));
}

function ends(range: Range): readonly Ir[] {
  if (range.range !== 'interval') return [];
  return [range.low, range.high].flatMap((bound) => (bound === undefined ? [] : [bound.at]));
}

/**
 * Only values that stand on a line, only bounds that a case can aim at (constants, or what a given value is held against), and
 * none that a kind compares for its own sake: those have no text of their own.
 */
function kept(points: readonly CutPoint[]): readonly CutPoint[] {
  return points.filter(
    ({ subject, bound }) =>
      onLine.has(subject.type.is) &&
      // What is never there is held against nothing: the other reading of a deadline that the source leaves out.
      subject.op !== 'undetermined' &&
      bound.op !== 'undetermined' &&
      !isConstant(subject) &&
      !readsHidden(subject) &&
      (isConstant(bound) || isGiven(subject)) &&
      !(bound.origin.start === subject.origin.start && bound.origin.end === subject.origin.end),
  );
}

/** Kinds give what they work out on the way names below a decision's; an element's own decision (`x/each`) is the author's. */
function readsHidden(ir: Ir): boolean {
  return [...nodes(ir)].some((node) => node.op === 'decision' && /\/(?!each$)/u.test(node.name));
}

const isGiven = ({ op }: Ir): boolean => op === 'fact' || op === 'field';
const onLine: ReadonlySet<string> = new Set([
  'number',
  'percent',
  'money',
  'quantity',
  'duration',
  'date',
  'time',
  'date-time',
]);

/** A cut point in words: `sales.completion | 30%`. */
export function wordedCut({ subject, bound }: CutPoint, policy: string, words: PrintWords): readonly [string, string] {
  return [worded(subject, words, policy), worded(bound, words, policy)];
}

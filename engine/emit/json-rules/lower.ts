import type { Choose, Ir, Round, Table } from '../../ir/ir.ts';
import { boolean } from '../../ir/type.ts';
import { parseExact } from '../../value/exact.ts';
import { gap, incompleteFact, noRow } from '../../value/reasons.ts';
import { all, citing, holds, type Condition } from './condition.ts';
import { crossed } from './crossing.ts';
import type { Lowering } from './lowering.ts';
import type { Saying } from './sink.ts';
import { tellCondition, type Counts } from './tell.ts';
import { truthOf, type Truth } from './truth.ts';

/** Where a value stands: when it decides, within what it is rounded (innermost last), and of which row it is. */
export interface Place {
  readonly when: Condition;
  readonly rounds: readonly Round[];
  readonly row?: number | 'otherwise';
  /** The row of a first-hit table, which is not judged together with others. */
  readonly at?: number | 'otherwise';
  readonly cites: readonly string[];
}

/** Says the value of a node as rules: what decides it is conditions, what computes it is facts. */
export function sayValue(ir: Ir, place: Place, lowering: Lowering): void {
  const { sink, program } = lowering;
  switch (ir.op) {
    // What a row of several comes to is one fact, so that its reasons are told apart from those of the conditions.
    case 'choose':
      return place.row === undefined ? sayChoice(ir, place, lowering) : sayComputed(ir, place, lowering);
    case 'table':
      return place.row === undefined && ir.hit === 'first'
        ? sayFirst(ir, place, lowering)
        : sayComputed(ir, place, lowering);
    case 'round':
      return sayValue(ir.value, { ...place, rounds: [...place.rounds, ir] }, lowering);
    case 'mark': {
      const open = lowering.openMarks(ir);
      for (const reason of open) sink.say({ says: 'reason', reason, ...rowOf(place) }, place.when);
      if (open.length > 0) return;
      for (const flag of ir.interpretations.filter(lowering.isFlag)) sink.say({ says: 'flag', flag }, place.when);
      return sayValue(ir.value, place, lowering);
    }
    case 'undetermined': {
      const reason = 'fact' in ir ? incompleteFact(program, ir.fact, ir.needs) : gap(program, ir.gap);
      return sink.say({ says: 'reason', reason, ...rowOf(place) }, place.when);
    }
    case 'literal': {
      const value = place.rounds.every((round) => isWhole(ir, round)) ? crossed(ir.value) : undefined;
      if (value === undefined) return sayComputed(ir, place, lowering);
      return sink.say({ says: 'value', value, ...rowOf(place), ...atOf(place) }, place.when, place.cites);
    }
    case 'logic':
    case 'not':
    case 'compare':
    case 'within':
    case 'reading':
      return ir.type.is === 'boolean' && place.row === undefined
        ? sayTruth(ir, place, lowering)
        : sayComputed(ir, place, lowering);
    default:
      return sayComputed(ir, place, lowering);
  }
}

/** Is the written value a multiple of the step, so that rounding leaves it as it is? */
function isWhole({ value }: Extract<Ir, { op: 'literal' }>, { to }: Round): boolean {
  if (!('digits' in value)) return false;
  const [amount, step] = [parseExact(value.digits), parseExact(to)];
  return (amount.top * step.bottom) % (amount.bottom * step.top) === 0n;
}

const rowOf = ({ row }: Place): { readonly row?: number | 'otherwise' } => (row === undefined ? {} : { row });
const atOf = ({ at }: Place): { readonly at?: number | 'otherwise' } => (at === undefined ? {} : { at });
export const countsAt = (when: Condition): Counts => ({ flags: when, reasons: when, errors: when });

/** A condition as a value: true where it holds, false where it does not. */
function sayTruth(ir: Ir, place: Place, lowering: Lowering): void {
  const { when, cites } = place;
  const truth = truthOf(ir, lowering);
  tellCondition(ir, countsAt(when), lowering);
  lowering.sink.say({ says: 'value', value: true, ...atOf(place) }, all(when, truth.true), cites);
  lowering.sink.say({ says: 'value', value: false, ...atOf(place) }, all(when, truth.false), cites);
}

/** The value is a fact that the engine works out before the run, with what it rests on. */
function sayComputed(ir: Ir, place: Place, { needs, sink }: Lowering): void {
  const wrapped = place.rounds.toReversed().reduce<Ir>((value, round) => ({ ...round, value }), ir);
  const { id } = needs.of(wrapped);
  const row = rowOf(place);
  const value: Saying = { says: 'value', value: { fact: id }, ...row, ...atOf(place) };
  sink.say(value, all(place.when, holds(id, 'state.known')), place.cites);
  sink.say({ says: 'open', because: id, ...row }, all(place.when, holds(id, 'state.unknown')));
  sink.say({ says: 'unusable', because: id, ...row }, all(place.when, holds(id, 'state.failed')));
}

/** The first arm whose condition is true, all earlier ones being false. */
function sayChoice(ir: Choose, place: Place, lowering: Lowering): void {
  let when = place.when;
  ir.arms.forEach((arm, i) => {
    const truth = shared(`arm ${String(i + 1)}`, truthOf(arm.when, lowering), arm.cites, lowering);
    tellCondition(arm.when, countsAt(when), lowering);
    sayValue(arm.value, { ...place, when: all(when, truth.true), cites: orOf(arm.cites, place) }, lowering);
    when = all(when, truth.false);
  });
  sayValue(ir.otherwise, { ...place, when }, lowering);
}

function sayFirst(ir: Table, place: Place, lowering: Lowering): void {
  let when = place.when;
  for (const [i, row] of rowConditions(ir).entries()) {
    const { cites = [], value } = ir.rows[i] ?? {};
    const truth = shared(`row ${String(i + 1)}`, truthOf(row, lowering), cites, lowering);
    tellCondition(row, countsAt(when), lowering);
    if (value !== undefined)
      sayValue(value, { ...place, when: all(when, truth.true), at: i + 1, cites: orOf(cites, place) }, lowering);
    when = all(when, truth.false);
  }
  sayNoRow(ir, { ...place, when, at: 'otherwise' }, lowering);
}

/** No row holds: what the table says then, else the source leaves it open. */
export function sayNoRow({ otherwise }: Table, place: Place, lowering: Lowering): void {
  if (otherwise !== undefined) return sayValue(otherwise, place, lowering);
  lowering.sink.say({ says: 'reason', reason: noRow(lowering.output), ...rowOf(place) }, place.when);
}

/** The `and` chain of each row's cells; cells that accept everything do not read their column. */
export function rowConditions({ columns, rows }: Table): readonly Ir[] {
  return rows.map(({ cells, origin }) => {
    const parts = cells.flatMap((range, i): readonly Ir[] => {
      const column = columns[i]?.value;
      return range.range === 'any' || column === undefined
        ? []
        : [{ op: 'within', type: boolean, origin, value: column, range }];
    });
    const isTrue: Ir = { op: 'literal', type: boolean, origin, value: { is: 'boolean', truth: true } };
    const [first = isTrue, ...rest] = parts;
    return rest.reduce<Ir>(
      (left, right) => ({ op: 'logic', type: boolean, origin, connective: 'and', left, right }),
      first,
    );
  });
}

/** Both sides of a condition under names that later rules read. */
export function shared(name: string, truth: Truth, cites: readonly string[], lowering: Lowering): Truth {
  return {
    true: lowering.share(name, citing(cites, truth.true)),
    false: lowering.share(`${name} does not hold`, truth.false),
  };
}

export const orOf = (cites: readonly string[], { cites: outer }: Place): readonly string[] =>
  cites.length > 0 ? cites : outer;

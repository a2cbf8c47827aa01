import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Ir, Round, Table } from '../../ir/ir.ts';
import type { Decision, Program } from '../../ir/program.ts';
import { typeWords } from '../../ir/type-words.ts';
import type { Type } from '../../ir/type.ts';
import { all, always, not, type Condition } from './condition.ts';
import { familyOf } from './crossing.ts';
import { countsAt, orOf, rowConditions, sayNoRow, sayValue, shared, type Place } from './lower.ts';
import { lowering, type Lowering } from './lowering.ts';
import { jsonRulesMessages } from './messages.ts';
import { needsOf, type Need } from './needs.ts';
import { sameTruth } from './reading.ts';
import { newSink, type Said } from './sink.ts';
import { tellCondition } from './tell.ts';
import { truthOf } from './truth.ts';

/** How what the rules say is put together: one value, one row of a table that must be alone, or all rows that hold. */
export type Fold =
  | { readonly by: 'one' }
  | { readonly by: 'unique'; readonly table: Table; readonly afterSeq: number }
  | {
      readonly by: 'collect';
      readonly collect: NonNullable<Table['collect']>;
      readonly table: Table;
      readonly afterSeq: number;
    };

/** A decision as rules, before they are written down. */
export interface SaidDecision {
  readonly decision: Decision;
  readonly output: string;
  readonly fold: Fold;
  readonly said: readonly Said[];
  readonly needs: readonly Need[];
  /** Conditions that several rules read, by name. */
  readonly shared: ReadonlyMap<string, Condition>;
}

/** Says a decision as rules, or why it cannot be said: nothing is ever approximated. */
export function sayDecision(
  program: Program,
  decision: Decision,
  sourceOnly: boolean,
): SaidDecision | { readonly refused: Diagnostic } {
  const { name, body, takes, origin } = decision;
  const refuse = (refused: Diagnostic): { readonly refused: Diagnostic } => ({ refused });
  if (body.is === 'blocked') return refuse(jsonRulesMessages.blocked({ name, why: body.diagnostic.message }, origin));
  if (body.is === 'no-version') return refuse(jsonRulesMessages['no-version']({ name, at: program.at }, origin));
  const [taken] = takes;
  if (taken !== undefined) return refuse(jsonRulesMessages['takes-argument']({ name, argument: taken.name }, origin));
  const { table, rounds } = rootTable(body.ir);
  if (table?.hit === 'collect' && rounds.length > 0)
    return refuse(jsonRulesMessages['rounded-sum']({ name }, body.ir.origin));
  if (!doesCross(body.ir, table))
    return refuse(jsonRulesMessages['no-form']({ name, type: typeWords(body.ir.type) }, origin));
  if (!decides(body.ir)) return refuse(jsonRulesMessages['no-condition']({ name }, body.ir.origin));
  const needs = needsOf(decision);
  const sink = newSink();
  const sharedConditions = new Map<string, Condition>();
  const here = lowering(
    { program, decision, needs, sink, share: sharer(decision, sharedConditions) },
    sourceOnly,
    sameTruth,
  );
  const fold = sayBody(body.ir, sayHead(decision, here), here);
  return { decision, output: here.output, fold, said: sink.said, needs: needs.all, shared: sharedConditions };
}

/** Lists cross only as what several rows of a table come to. */
function doesCross({ type }: Ir, table: Table | undefined): boolean {
  const of = table?.collect === 'list' && type.is === 'list' ? type.of : type;
  const values = [...(table?.rows.map(({ value }) => value) ?? []), table?.otherwise].flatMap(
    (value) => value?.type ?? [],
  );
  return [of, ...values].every((each: Type) => familyOf(each) !== undefined);
}

/** Is there a condition or a table for rules to decide? What is only computed stays with the engine. */
function decides(ir: Ir): boolean {
  switch (ir.op) {
    case 'choose':
    case 'table':
    case 'logic':
    case 'not':
    case 'compare':
    case 'within':
      return true;
    case 'mark':
    case 'round':
      return decides(ir.value);
    case 'reading':
      return ir.type.is === 'boolean' && decides(ir.taken);
    case 'fact':
    case 'decision':
      return ir.type.is === 'boolean';
    default:
      return false;
  }
}

/** What must hold between facts, then whether the decision applies: when its body decides. */
function sayHead({ requires, appliesWhen }: Decision, here: Lowering): Condition {
  let when: Condition = always;
  for (const { that, says } of requires) {
    const truth = truthOf(that, here);
    tellCondition(that, { ...countsAt(when), flags: { is: 'never' }, reasons: { is: 'never' } }, here);
    here.sink.say({ says: 'failed', code: 'requires/failed', message: says satisfies Texts }, all(when, truth.false));
    when = all(when, not(truth.false));
  }
  for (const condition of appliesWhen) {
    const truth = truthOf(condition, here);
    tellCondition(condition, countsAt(when), here);
    here.sink.say({ says: 'not-applicable' }, all(when, truth.false));
    when = all(when, truth.true);
  }
  return when;
}

/** The table that a body is, where it is one of rows that are judged together. */
function rootTable(ir: Ir): { readonly table: Table | undefined; readonly rounds: readonly Round[] } {
  if (ir.op === 'table') return { table: ir.hit === 'first' ? undefined : ir, rounds: [] };
  if (ir.op === 'mark') return rootTable(ir.value);
  if (ir.op !== 'round') return { table: undefined, rounds: [] };
  const inner = rootTable(ir.value);
  return { ...inner, rounds: [ir, ...inner.rounds] };
}

function sayBody(ir: Ir, when: Condition, here: Lowering): Fold {
  const { table, rounds } = rootTable(ir);
  const place: Place = { when, rounds, cites: here.decision.cites };
  if (table === undefined) {
    sayValue(ir, { ...place, rounds: [] }, here);
    return { by: 'one' };
  }
  const open = sayMarks(ir, when, here);
  if (open) return { by: 'one' };
  const conditions = rowConditions(table).map((row, i) => ({
    row,
    cites: table.rows[i]?.cites ?? [],
    truth: shared(`row ${String(i + 1)}`, truthOf(row, here), table.rows[i]?.cites ?? [], here),
  }));
  const unique = table.hit === 'unique';
  const noneHolds = all(when, ...conditions.map(({ truth }) => truth.false));
  // Of a unique table only the row that holds tells what it rests on, or all rows where none does.
  for (const { row, truth } of conditions)
    tellCondition(row, { ...countsAt(when), ...(unique ? { flags: all(when, truth.true) } : {}) }, here);
  if (unique && table.otherwise !== undefined)
    for (const { row } of conditions) tellCondition(row, { ...countsAt({ is: 'never' }), flags: noneHolds }, here);
  const afterSeq = here.sink.said.length;
  conditions.forEach(({ truth, cites }, i) => {
    const value = table.rows[i]?.value;
    const at: Place = { ...place, when: all(when, truth.true), row: i + 1, cites: orOf(cites, place) };
    if (value !== undefined) sayValue(value, at, here);
  });
  if (unique) sayNoRow(table, { ...place, when: noneHolds, row: 'otherwise' }, here);
  else if (table.otherwise !== undefined) sayNoRow(table, { ...place, when: noneHolds, row: 'otherwise' }, here);
  return unique
    ? { by: 'unique', table, afterSeq }
    : { by: 'collect', collect: table.collect ?? 'list', table, afterSeq };
}

/** What the table as a whole rests on; true where that leaves it open. */
function sayMarks(ir: Ir, when: Condition, here: Lowering): boolean {
  if (ir.op === 'round') return sayMarks(ir.value, when, here);
  if (ir.op !== 'mark') return false;
  const open = here.openMarks(ir);
  for (const reason of open) here.sink.say({ says: 'reason', reason }, when);
  if (open.length > 0) return true;
  for (const flag of ir.interpretations.filter(here.isFlag)) here.sink.say({ says: 'flag', flag }, when);
  return sayMarks(ir.value, when, here);
}

/** Gives conditions names within the decision's version, each condition one. */
function sharer({ name, version }: Decision, known: Map<string, Condition>): Lowering['share'] {
  return (wanted, condition) => {
    if (condition.is !== 'all' && condition.is !== 'any') return condition;
    for (let i = 1; ; i += 1) {
      const named = `${name}@${String(version)} ${wanted}${i === 1 ? '' : ` (${String(i)})`}`;
      const before = known.get(named);
      if (before === undefined) known.set(named, condition);
      if (before === undefined || JSON.stringify(before) === JSON.stringify(condition))
        return { is: 'shared', name: named };
    }
  };
}

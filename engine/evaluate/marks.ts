import type { Mark, Reading, Round, Undetermined } from '../ir/ir.ts';
import type { Interpretation } from '../ir/program.ts';
import type { Reason } from '../ir/outcome.ts';
import { fits } from '../ir/type.ts';
import { gap, incompleteFact, noDuration, ownFigure, unsettled } from '../value/reasons.ts';
import { amount, same, type Amount } from './datum.ts';
import type { InterpretationStep } from './explanation.ts';
import { determined, strict, undetermined, withFlags, type Found } from './found.ts';
import type { Frame } from './frame.ts';
import { fromDigits, roundTo } from './ratio.ts';
import { tell, textOf, textOfDatum, untold } from './trace.ts';

/** A place that rests on interpretations, or on the company's own figure, whenever it is evaluated. */
export function mark(ir: Mark, frame: Frame): Found {
  for (const id of ir.interpretations) tellInterpretation(id, active(id, frame), ir, frame);
  if (ir.own) tell(frame, () => ({ step: 'own', span: ir.origin }));
  return marked(ir.interpretations, ir.own, frame, () => frame.run(ir.value, frame));
}

/** Flags, and in source-only mode nothing determined where the source itself does not say it. */
function marked(ids: readonly string[], own: boolean, frame: Frame, value: () => Found): Found {
  const { program, sourceOnly } = frame.session;
  const open: Reason[] = ids.flatMap((id) => {
    const { about } = interpretation(id, frame);
    return about === 'fills' || about === 'chooses' ? [unsettled(program, id)] : [];
  });
  if (own) open.push(ownFigure(frame.output));
  if (sourceOnly && open.length > 0) return { status: 'undetermined', reasons: open, flags: [] };
  const flags = ids.filter((id) => active(id, frame));
  return withFlags(flags, value());
}

/** A convention is an ordinary reading: it holds without a flag. */
function active(id: string, frame: Frame): boolean {
  return interpretation(id, frame).about !== 'convention';
}

/** Rests on its interpretation where the two values differ; a doubt always does, a convention never. */
export function reading(ir: Reading, frame: Frame): Found {
  const taken = frame.run(ir.taken, frame);
  if (taken.status !== 'determined') return taken;
  const id = ir.interpretation;
  const { about } = interpretation(id, frame);
  const other = untold(frame, () => frame.run(ir.otherwise, frame));
  const differs = other.status !== 'determined' || !same(taken.value, other.value);
  const rests = about === 'doubt' || (about !== 'convention' && differs);
  tellInterpretation(id, rests, ir, frame, () => ({
    taken: textOfDatum(taken.value, frame.session),
    otherwise: textOf(other, frame.session) ?? other.status,
  }));
  return rests ? marked([id], false, frame, () => taken) : taken;
}

/** The nearest multiple; what it rests on counts only where it changed the value (semantics 5.2). */
export function round(ir: Round, frame: Frame): Found {
  return strict([frame.run(ir.value, frame)], ([value]) => {
    if (value?.is === 'no-duration') return undetermined(noDuration);
    if (value?.is !== 'amount') throw new Error('only numbers are rounded');
    const unit = unitOf(ir, value, frame);
    const ratio = roundTo(value.ratio, unit.ratio, ir.mode);
    const rounded = ratio === value.ratio ? value : amount(ratio, value.type);
    const changed = rounded !== value && !same(value, rounded);
    tell(frame, () => ({
      step: 'rounding',
      from: textOfDatum(value, frame.session),
      to: textOfDatum(rounded, frame.session),
      unit: textOfDatum(unit, frame.session),
      mode: ir.mode,
      declaredBy: ir.declaredBy,
      changed,
      span: ir.origin,
    }));
    for (const id of ir.marks) tellInterpretation(id, changed && active(id, frame), ir, frame);
    return changed ? marked(ir.marks, false, frame, () => determined(rounded)) : determined(value);
  });
}

/** The step as an amount of what is rounded; read once where that is of the node's own type, as it always is. */
function unitOf(ir: Round, { type }: Amount, { session }: Frame): Amount {
  const { units } = session.known;
  const before = units.get(ir);
  if (before !== undefined && fits(before.type, type)) return before;
  const unit = amount(fromDigits(ir.to), type);
  units.set(ir, unit);
  return unit;
}

/** The honest answer where there is none. */
export function open(ir: Undetermined, frame: Frame): Found {
  const { program } = frame.session;
  // That the list is too short or too long is told where its size is compared.
  if ('fact' in ir) return undetermined(incompleteFact(program, ir.fact, ir.needs));
  const named = program.gaps[ir.gap];
  tell(frame, () => ({
    step: 'gap',
    id: ir.gap,
    ...(named?.clause === undefined ? {} : { clause: named.clause }),
    says: named?.says ?? { en: ir.gap, zh: ir.gap },
    span: ir.origin,
  }));
  return undetermined(gap(program, ir.gap));
}

function tellInterpretation(
  id: string,
  rests: boolean,
  { origin }: Mark | Reading | Round,
  frame: Frame,
  values?: () => Pick<InterpretationStep, 'taken' | 'otherwise'>,
): void {
  tell(frame, () => {
    const { about, clauses, question, answer, status } = interpretation(id, frame);
    return {
      step: 'interpretation',
      id,
      about,
      clauses,
      question,
      answer,
      status,
      active: rests,
      ...values?.(),
      span: origin,
    };
  });
}

function interpretation(id: string, { session }: Frame): Interpretation {
  const found = session.program.interpretations[id];
  if (found === undefined) throw new Error(`no interpretation ${id}`);
  return found;
}

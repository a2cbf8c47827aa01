import { expected } from '../../ir/expected.ts';
import type { Reason } from '../../ir/outcome.ts';
import { ownFigure, unsettled } from '../../value/reasons.ts';
import { undetermined, withFlags, type Flags, type Result } from './result.ts';
import type { Exact, Frame, Unit } from './unit.ts';

/**
 * What active interpretations make of a value: flags, and in source-only mode nothing determined where the source itself does
 * not say it.
 */
export function marked(ids: readonly string[], own: boolean, unit: Unit): (value: Exact, frame: Frame) => Result {
  const flags: Flags = ids.filter((id) => aboutOf(id, unit) !== 'convention');
  const reasons: Reason[] = ids
    .filter((id) => aboutOf(id, unit) === 'fills' || aboutOf(id, unit) === 'chooses')
    .map((id) => unsettled(unit.program, id));
  if (own) reasons.push(ownFigure(unit.output));
  return (value, frame) =>
    frame.sourceOnly && reasons.length > 0 ? undetermined(reasons, flags) : withFlags(flags, value(frame));
}

export function aboutOf(id: string, { program }: Unit): 'convention' | 'doubt' | 'fills' | 'chooses' {
  return expected(program.interpretations[id], id).about;
}

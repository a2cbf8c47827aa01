import type { Mark, Reading } from '../../ir/ir.ts';
import type { Reason } from '../../ir/outcome.ts';
import type { Decision, Program } from '../../ir/program.ts';
import { ownFigure, unsettled } from '../../value/reasons.ts';
import type { Condition } from './condition.ts';
import type { Needs } from './needs.ts';
import type { Sink } from './sink.ts';

/** Where a decision is being said as rules. */
export interface Lowering {
  readonly program: Program;
  readonly decision: Decision;
  /** `policy#output`, as gaps and rules are named. */
  readonly output: string;
  readonly needs: Needs;
  readonly sink: Sink;
  /** Gives a condition that several rules read a name of its own. */
  readonly share: (name: string, condition: Condition) => Condition;
  /** In source-only mode, what was read into the source leaves its place open. */
  readonly isOpen: (interpretation: string) => boolean;
  readonly openMarks: (mark: Mark) => readonly Reason[];
  readonly isFlag: (interpretation: string) => boolean;
  /** When both readings of a condition say the same. */
  readonly same: (reading: Reading) => Condition;
}

export function lowering(
  parts: Pick<Lowering, 'program' | 'decision' | 'needs' | 'sink' | 'share'>,
  sourceOnly: boolean,
  sameTruth: (reading: Reading, lowering: Lowering) => Condition,
): Lowering {
  const { program, decision } = parts;
  const output = `${decision.policy}#${decision.name.slice(decision.name.lastIndexOf('.') + 1)}`;
  const about = (id: string): string | undefined => program.interpretations[id]?.about;
  const isOpen = (id: string): boolean => sourceOnly && (about(id) === 'fills' || about(id) === 'chooses');
  const here: Lowering = {
    ...parts,
    output,
    isOpen,
    isFlag: (id) => about(id) !== 'convention',
    openMarks: ({ interpretations, own }) => [
      ...interpretations.filter(isOpen).map((id) => unsettled(program, id)),
      ...(own && sourceOnly ? [ownFigure(output)] : []),
    ],
    same: (reading) => sameTruth(reading, here),
  };
  return here;
}

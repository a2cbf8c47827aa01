import { runInThisContext } from 'node:vm';
import { emitModule } from '../../../engine/emit/module/module.ts';
import type { Rows } from '../../../engine/emit/module/support/quick.ts';
import type { Outcome } from '../../../engine/ir/outcome.ts';
import type { Program } from '../../../engine/ir/program.ts';
import type { Value } from '../../../engine/ir/value.ts';
import type { Evaluator } from '../../random/differential.ts';

/** What the inside of a module answers, for facts that are read already: random facts hold what no text reads as. */
type AnswerRead = (
  contents: unknown,
  handbook: Program,
  decision: string,
  facts: Readonly<Record<string, Value>>,
  on: Value | undefined,
  sourceOnly: boolean,
) => Outcome;

/** A decision of plain cases, as hosts with whole units ask it. */
export interface Door {
  readonly of: (...facts: readonly unknown[]) => number | boolean | string | undefined;
  readonly facts: readonly { readonly name: string; readonly type: string; readonly scale?: number }[];
  readonly type: string;
  readonly scale?: number;
  readonly flags: () => readonly string[];
}

/** Runs a module's text without a file; `change` breaks it on purpose. */
export function insideOf(text: string): {
  readonly answerRead: AnswerRead;
  readonly contents: unknown;
  readonly handbook: Program;
  readonly units: Readonly<Record<string, Door>>;
  readonly evaluate: (decision: string, facts: object, options: object) => Outcome;
  readonly prepare: (decisions: readonly string[], facts: readonly string[]) => Rows;
} {
  const script = text.replaceAll(/^export /gm, '');
  return runInThisContext(
    `(() => {\n${script}\nreturn { answerRead, contents, handbook, units, evaluate, prepare };\n})()`,
  ) as ReturnType<typeof insideOf>;
}

/** The emitted module as an evaluator of whole programs. */
export const emittedWith =
  (change: (text: string) => string): Evaluator =>
  (program) => {
    const { text, refused } = emitModule(program, Object.keys(program.decisions), { from: '0001-01-01' });
    if (refused.length > 0) throw new Error(refused[0]?.message.en);
    const { answerRead, contents, handbook } = insideOf(change(text));
    const at: Program = { ...handbook, at: program.at };
    return (decision, facts, { on, sourceOnly = false }) =>
      answerRead(contents, at, decision, facts.values, on, sourceOnly);
  };

export const emitted: Evaluator = emittedWith((text) => text);

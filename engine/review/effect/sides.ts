import { compile, type Compiled } from '../../compile/compile.ts';
import type { Prepared } from '../../compile/prepared.ts';
import type { Cell } from '../../compile/reader.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import type { Facts } from '../../value/facts.ts';
import { toOutcome } from '../../value/outcome.ts';

/** A decision and what it is asked about. */
export interface Asked {
  readonly decision: string;
  readonly on?: Value;
  readonly sourceOnly: boolean;
}

/** What a side says: a plain value (a number in units of the side's scale), or a whole outcome; undefined: it has no such decision. */
export type Said = number | boolean | string | Outcome | undefined;

/** A decision on one side. */
export interface Side {
  readonly program: Program;
  readonly scale: number;
  /** By the cells of a row, where rows are plain texts. */
  ofCells(cells: readonly Cell[]): Said;
  ofFacts(facts: Facts): Said;
  /** The whole outcome behind what was said of a row. */
  outcome(said: Said, cells: readonly Cell[]): Outcome;
}

const engines = new WeakMap<Program, Compiled>();

/** A program is made ready once. */
export function engineOf(program: Program): Compiled {
  const known = engines.get(program);
  if (known !== undefined) return known;
  const made = compile(program);
  engines.set(program, made);
  return made;
}

/** `facts` are the columns of rows that come as cells. */
export function sideOf(program: Program, { decision, on, sourceOnly }: Asked, facts: readonly string[]): Side {
  const engine = engineOf(program);
  const declared = Object.hasOwn(program.decisions, decision) ? program.decisions[decision] : undefined;
  const isPlain = declared?.takes.length === 0 && !sourceOnly && on === undefined;
  let prepared: Prepared | undefined;
  const ready = (): Prepared => (prepared ??= engine.prepare(decision, facts));
  return {
    program,
    scale: isPlain ? ready().scale : 0,
    ofCells: isPlain ? (cells) => ready().run(cells) ?? ready().outcome(cells) : () => undefined,
    ofFacts: (facts) =>
      declared === undefined
        ? undefined
        : engine.evaluate(decision, facts, { sourceOnly, ...(on === undefined ? {} : { on }) }),
    outcome: (said, cells) => {
      if (typeof said === 'object') return said;
      if (said === undefined) return toOutcome(program, decision, absent);
      return ready().outcome(cells);
    },
  };
}

const absent = {
  status: 'error',
  code: 'decision/unknown',
  message: { en: 'There is no such decision.', zh: '没有该决定。' },
} as const;

/** Can the decision be asked by cells on both sides? */
export function areCellsEnough(programs: readonly Program[], { decision, on, sourceOnly }: Asked): boolean {
  return (
    !sourceOnly &&
    on === undefined &&
    programs.every(({ decisions }) =>
      Object.hasOwn(decisions, decision) ? decisions[decision]?.takes.length === 0 : true,
    )
  );
}

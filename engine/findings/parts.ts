import type { Call, Ir } from '../ir/ir.ts';
import type { Decision, Program } from '../ir/program.ts';
import type { Span } from '../source/span.ts';
import { nodesOf } from './nodes-of.ts';

/** One of several things side by side, of which each must have something to decide: an arm, a row, a tier, what stands behind them. */
export interface Choice {
  readonly is: 'arm' | 'row' | 'tier' | 'otherwise';
  /** What the walk names when it is asked. */
  readonly part: object;
  /** All that are asked before it, in order; the first one is asked whenever the whole is. */
  readonly before: readonly object[];
  /** Is nothing asked behind the first that holds? */
  readonly stops: boolean;
  readonly number: number;
  readonly span: Span;
  /** Of what stands behind all branches: the last condition before it. */
  readonly behind?: Span;
}

/** All that a decision says, with the local definitions of its policy that it uses. */
export interface Written {
  readonly choices: readonly Choice[];
  readonly conditions: readonly Ir[];
  readonly divisions: readonly Call[];
}

/** The parts of a decision that its own policy answers for; other decisions that it reads answer for theirs. */
export function writtenIn(name: string, program: Program): Written {
  const own = [...ownDecisions(name, program)];
  const all = own.flatMap(nodesOf);
  const whole = own.flatMap(({ requires, appliesWhen }) => [
    ...requires.flatMap(({ that, byKind }) => (byKind === true ? [] : [that])),
    ...appliesWhen,
  ]);
  return {
    choices: all.flatMap(choicesOf),
    conditions: [...new Set([...whole, ...all.flatMap(conditionsOf)])].filter((ir) => !isPlain(ir)),
    divisions: all.filter((ir): ir is Call => ir.op === 'call' && ir.fn === 'divide'),
  };
}

function* ownDecisions(name: string, program: Program): Generator<Decision, void, undefined> {
  const start = program.decisions[name];
  if (start === undefined) return;
  const seen = new Set<Decision>([start]);
  for (const decision of seen) {
    yield decision;
    for (const node of nodesOf(decision)) {
      const read = node.op === 'decision' ? program.decisions[node.name] : undefined;
      if (read?.hidden === true && read.policy === start.policy) seen.add(read);
    }
  }
}

function choicesOf(ir: Ir): readonly Choice[] {
  switch (ir.op) {
    case 'choose': {
      const arms = ir.arms.map((arm, i): Choice => {
        const before = ir.arms.slice(0, i);
        return { is: 'arm', part: arm, before, stops: true, number: i + 1, span: arm.when.origin };
      });
      const last = ir.arms.at(-1)?.when.origin;
      return [
        ...arms,
        { ...behind(ir.otherwise, ir.arms), stops: true, ...(last === undefined ? {} : { behind: last }) },
      ];
    }
    case 'bands':
      return ir.bands.map((band, i) => {
        const before = ir.bands.slice(0, i);
        return { is: 'tier', part: band, before, stops: false, number: i + 1, span: band.origin };
      });
    case 'table': {
      const stops = ir.hit === 'first';
      const rows = ir.rows.map((row, i): Choice => {
        return { is: 'row', part: row, before: ir.rows.slice(0, i), stops, number: i + 1, span: row.origin };
      });
      return ir.otherwise === undefined ? rows : [...rows, behind(ir.otherwise, ir.rows)];
    }
    default:
      return [];
  }
}

function behind(otherwise: Ir, all: readonly object[]): Choice {
  return {
    is: 'otherwise',
    part: otherwise,
    before: all,
    stops: false,
    number: all.length + 1,
    span: otherwise.origin,
  };
}

function conditionsOf(ir: Ir): readonly Ir[] {
  switch (ir.op) {
    case 'choose':
      return ir.arms.map(({ when }) => when);
    case 'logic':
      return [ir.left, ir.right];
    case 'not':
      return [ir.operand];
    default:
      return [];
  }
}

/** `true` and `false`, also as what a reading takes, are meant as they stand. */
function isPlain(ir: Ir): boolean {
  return ir.op === 'literal' || (ir.op === 'reading' && isPlain(ir.taken)) || (ir.op === 'mark' && isPlain(ir.value));
}

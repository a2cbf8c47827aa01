import type { Range } from '../ir/ir.ts';
import type { Decision, Program } from '../ir/program.ts';
import { placeOf } from '../proof/empty.ts';
import { floorSteps, isOnGrid, times } from '../proof/line.ts';
import type { End, Stretch } from '../proof/round-position.ts';
import type { Box, Path } from '../symbolic/box.ts';
import { cutLine } from '../symbolic/cut.ts';
import type { Meanings } from '../symbolic/meaning-key.ts';
import { valueOf as constantIn, type Symbol } from '../symbolic/symbol.ts';
import { isInside } from '../value/compare.ts';
import { minusExact, parseExact, plusExact, type Exact } from '../value/exact.ts';
import { replays, valueOf, witnessOf, type Witness } from './replays.ts';
import type { Survey } from './survey.ts';

/** Whether all values lie where the policy promises: `proven`, a value outside with its facts, or nobody knows. */
export type Kept =
  | { readonly is: 'proven' }
  | { readonly is: 'refuted'; readonly value: string; readonly witness: Witness }
  | { readonly is: 'not-decided'; readonly because: 'parts' | 'unseen' };

/** Holds a decision to the range that it promises; undefined where it promises none. */
export function keptRange({ name, pieces }: Survey, program: Program, meanings: Meanings): Kept | undefined {
  const decision = program.decisions[name];
  const range = decision?.range;
  if (decision === undefined || range === undefined) return undefined;
  if ('notDecided' in pieces) return { is: 'not-decided', because: 'parts' };
  let isOpen = false;
  for (const piece of pieces) {
    const outside = outsideOf(piece, range, decision);
    for (const box of outside) {
      for (const { facts, outcome } of replays(name, box, program, meanings)) {
        const value = valueOf(outcome, program);
        if (value === undefined || isInside(value, range)) continue;
        return { is: 'refuted', value: outcome.value ?? '', witness: witnessOf(facts, program) };
      }
    }
    isOpen ||= outside.length > 0;
  }
  return isOpen ? { is: 'not-decided', because: 'unseen' } : { is: 'proven' };
}

/** The parts of a piece in which the value can lie outside of the range. */
function outsideOf({ box, value }: Path<Symbol>, range: Range, decision: Decision): readonly Box[] {
  if (value.is === 'nothing') return [];
  const known = constantIn(value);
  if (known !== undefined && roundingOf(decision) === undefined) return isInside(known, range) ? [] : [box];
  if (value.is !== 'amount' || range.range !== 'interval') return [box];
  const { low, high } = range;
  const [from, to] = [placeOf(low), placeOf(high)];
  const parts: readonly Stretch[] = [
    ...(from === undefined ? [] : [{ high: beyond({ at: from, open: low?.open === true }, decision, 1) }]),
    ...(to === undefined ? [] : [{ low: beyond({ at: to, open: high?.open === true }, decision, -1) }]),
  ];
  return cutLine(
    box,
    value.of,
    parts.map((stretch) => ({ stretch, value: true })),
  ).map((path) => path.box);
}

/** Where the values begin that may come out beyond an end. What is rounded moves by less than a step, and never past a multiple of it. */
function beyond({ at, open }: End, decision: Decision, inwards: 1 | -1): End {
  const step = roundingOf(decision);
  if (step === undefined) return { at, open: !open };
  const inner = isOnGrid(at, step) ? at : gridInside(at, step, inwards);
  const last = open && inner === at ? (inwards > 0 ? plusExact(at, step) : minusExact(at, step)) : inner;
  return { at: last, open: true };
}

function gridInside(at: Exact, step: Exact, inwards: 1 | -1): Exact {
  const count = floorSteps(at, step);
  return times(inwards > 0 ? count + 1n : count, step);
}

function roundingOf({ body }: Decision): Exact | undefined {
  return body.is === 'ir' && body.ir.op === 'round' ? parseExact(body.ir.to) : undefined;
}

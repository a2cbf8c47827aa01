import type { Decision, Program } from '../ir/program.ts';
import type { NotDecided } from '../proof/domain.ts';
import { everything, type Box } from './box.ts';
import { decided } from './explore.ts';
import { factsThatMayLack } from './lacking.ts';
import { merged } from './merge.ts';
import { decisionKey, type Meanings } from './meaning-key.ts';
import { argumentsOf, tooMany, walkOf, type WalkOptions } from './pieces.ts';
import { isSame, type Symbol } from './symbol.ts';
import type { Walk } from './walk.ts';

/** The two programs that are compared. */
export interface Sides {
  readonly before: Program;
  readonly after: Program;
  readonly meanings: Meanings;
  /** How many parts may still be looked at for all decisions together; without it each decision has its own share. */
  readonly allowance?: { left: number };
}

/** A part of all that facts can be in which two programs answer differently, and what each of them says there. */
export interface Region {
  readonly box: Box;
  readonly before: Symbol;
  readonly after: Symbol;
}

/**
 * Where a decision that both programs know answers differently: exactly, before the last rounding. Facts count as given, unless
 * somebody asks whether they are.
 */
export function regionsOf(name: string, sides: Sides, parts?: number): readonly Region[] | NotDecided {
  return differing(name, sides, parts === undefined ? {} : { parts });
}

/**
 * The same in the words of the policy: decisions that say the same on both sides keep their names and are not looked into. Some of
 * these parts may never happen, since nothing is known of how those decisions hang together.
 */
export function outlineOf(name: string, sides: Sides, parts: number): readonly Region[] | NotDecided {
  const { before, after, meanings } = sides;
  const isSame = (read: string): boolean => decisionKey(read, before, meanings) === decisionKey(read, after, meanings);
  return differing(name, sides, { parts, shut: isSame });
}

function differing(name: string, sides: Sides, options: WalkOptions): readonly Region[] | NotDecided {
  const { before, after, meanings, allowance } = sides;
  if (decisionKey(name, before, meanings) === decisionKey(name, after, meanings)) return [];
  if (allowance !== undefined && allowance.left <= 0) return tooMany;
  const [was, is] = [walkOf(before, { ...options, meanings }), walkOf(after, { ...options, meanings })];
  const shared = was.budget.left + is.budget.left;
  const found = regions(name, was, is);
  if (allowance !== undefined) allowance.left -= shared - was.budget.left - is.budget.left;
  return found;
}

function regions(name: string, before: Walk, after: Walk): readonly Region[] | NotDecided {
  const [old, now] = [before.program.decisions[name], after.program.decisions[name]];
  if (old === undefined || now === undefined) throw new Error(`${name} is not decided on both sides`);
  // What may be left out on one side is looked at so on the other side as well.
  const mayLack = factsThatMayLack(old, before.program).union(factsThatMayLack(now, after.program));
  const [was, is] = [
    { ...before, mayLack },
    { ...after, mayLack },
  ];
  const found: Region[] = [];
  for (const first of decided(old, argumentsOf(name, was), everything, was)) {
    for (const second of decided(now, argumentsOf(name, is), first.box, is)) {
      const hasValue = first.value.is === 'amount' && second.value.is === 'amount';
      if (!isSame(first.value, second.value) || (hasValue && rounding(old) !== rounding(now))) {
        found.push({ box: second.box, before: first.value, after: second.value });
      }
    }
    if (was.budget.left < 0 || is.budget.left < 0) return tooMany;
  }
  return was.budget.left < 0 || is.budget.left < 0 ? tooMany : merged(found);
}

/** How the decision rounds at the end. */
function rounding({ body }: Decision): string {
  return body.is === 'ir' && body.ir.op === 'round' ? `${body.ir.to} ${body.ir.mode}` : '';
}

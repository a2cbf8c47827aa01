import type { Round } from '../ir/ir.ts';
import { partsOf } from '../ir/parts.ts';
import type { Decision, Program } from '../ir/program.ts';
import { printType } from '../ir/type.ts';
import { nodes } from '../ir/walk.ts';
import type { NotDecided } from '../proof/domain.ts';
import { isLine } from '../proof/line.ts';
import { askedAtoms } from './asked.ts';
import { everything, type Box } from './box.ts';
import { roundValues } from './calls.ts';
import { cutLine } from './cut.ts';
import { decided } from './explore.ts';
import { zero } from './form.ts';
import { factsThatMayLack } from './lacking.ts';
import { merged } from './merge.ts';
import { decisionKey, type Meanings } from './meaning-key.ts';
import { argumentsOf, tooMany, walkOf, type WalkOptions } from './pieces.ts';
import * as quotients from './quotient.ts';
import { isSame, valueOf, type Symbol } from './symbol.ts';
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
 * Where a decision that both programs know answers differently: exactly, before the last rounding; a part in which both sides come out as
 * one known value after it is none. Facts count as given, unless
 * somebody asks whether they are.
 */
export function regionsOf(
  name: string,
  sides: Sides,
  parts?: number,
  options: Pick<WalkOptions, 'openParameters'> = {},
): readonly Region[] | NotDecided {
  return differing(name, sides, parts === undefined ? options : { ...options, parts });
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
  const other = factOfAnotherType(name, sides);
  if (other !== undefined) return otherType(other);
  const blocked = blockedBehind(name, before) ?? blockedBehind(name, after);
  if (blocked !== undefined) return meaningless(blocked);
  if (allowance !== undefined && allowance.left <= 0) return tooMany;
  const [was, is] = [walkOf(before, { ...options, meanings }), walkOf(after, { ...options, meanings })];
  const shared = was.budget.left + is.budget.left;
  const found = regions(name, was, is);
  if (allowance !== undefined) allowance.left -= shared - was.budget.left - is.budget.left;
  return found;
}

/** A fact that is counted in cans here and in boxes there is not the same fact. */
function factOfAnotherType(name: string, { before, after, meanings }: Sides): string | undefined {
  const asked = [before, after].flatMap((program) => askedAtoms(name, program, meanings).map(({ key }) => key));
  return asked.find((fact) => {
    const [was, is] = [before.facts[fact], after.facts[fact]];
    return was !== undefined && is !== undefined && isLine(is.type) && printType(was.type) !== printType(is.type);
  });
}

const otherType = (fact: string): NotDecided => ({
  notDecided: {
    en: `“${fact}” is of another type on the two sides, so its values cannot be compared.`,
    zh: `“${fact}”在两侧的类型不同，其取值无法比较。`,
  },
});

/** A decision that means nothing, read by this one directly or not: whatever is written beside it, the answer is an error. */
function blockedBehind(name: string, { decisions }: Program): string | undefined {
  const reached = new Set([name]);
  for (const each of reached) {
    const decision = decisions[each];
    if (decision?.body.is === 'blocked') return each;
    for (const part of decision === undefined ? [] : partsOf(decision))
      for (const node of nodes(part)) if (node.op === 'decision') reached.add(node.name);
  }
  return undefined;
}

const meaningless = (decision: string): NotDecided => ({
  notDecided: {
    en: `it rests on “${decision}”, which has a mistake and means nothing.`,
    zh: `它取决于“${decision}”，而后者有错误、没有含义。`,
  },
});

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
      const region = { box: second.box, before: first.value, after: second.value };
      if (!isNoDifference(region, roundingOf(old), roundingOf(now), is)) found.push(region);
    }
    if (was.budget.left < 0 || is.budget.left < 0) return tooMany;
  }
  return was.budget.left < 0 || is.budget.left < 0 ? tooMany : merged(found);
}

/** Do both sides say the same in all of the part, each rounded as it rounds at the end? */
function isNoDifference(
  { box, before, after }: Region,
  was: Round | undefined,
  is: Round | undefined,
  walk: Walk,
): boolean {
  if (before.is !== 'amount' || after.is !== 'amount') return isSame(before, after);
  const [old, now] = [rounded(before, was, walk), rounded(after, is, walk)];
  const isKnown = valueOf(before) !== undefined && valueOf(after) !== undefined;
  if (isKnown) return isSame(old, now);
  const isSameBefore = isSame(before, after) || isNowhereApart(box, before, after);
  return isSameBefore && (rounding(was) === rounding(is) || isSame(old, now));
}

type Amount = Extract<Symbol, { is: 'amount' }>;

/** What is cut where two things are equal says the same of both: the lesser of the two is either. */
function isNowhereApart(box: Box, before: Amount, after: Amount): boolean {
  if (printType(before.type) !== printType(after.type)) return false;
  const { top } = quotients.minus(after.of, before.of);
  const sides = [{ high: { at: zero, open: true } }, { low: { at: zero, open: true } }];
  return (
    cutLine(
      box,
      quotients.plain(top),
      sides.map((stretch) => ({ stretch, value: true })),
    ).length === 0
  );
}

/** How the decision rounds at the end. */
export function roundingOf({ body }: Decision): Round | undefined {
  return body.is === 'ir' && body.ir.op === 'round' ? body.ir : undefined;
}

const rounding = (round: Round | undefined): string => (round === undefined ? '' : `${round.to} ${round.mode}`);

const rounded = (value: Amount, round: Round | undefined, walk: Walk): Symbol =>
  round === undefined ? value : roundValues(round, value, walk);

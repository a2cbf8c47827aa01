import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision, Fact } from '../ir/program.ts';
import { isNumeric } from '../ir/type.ts';
import { nodes } from '../ir/walk.ts';
import { remembered } from '../source/remembered.ts';
import { exact, parseExact } from '../value/exact.ts';
import { handbookMessages } from './messages.ts';

/** What a value may come from. */
interface Sources {
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** Warnings about quotients that nobody rounds, and about amounts that are rounded twice (semantics 3.2, 3.3). */
export function checkRounding(
  decisions: readonly Decision[],
  facts: Readonly<Record<string, Fact>>,
): readonly Diagnostic[] {
  const sources: Sources = { decisions: new Map(decisions.map((one) => [one.name, one])), facts };
  const mayNeverEnd = neverEndingBy(sources);
  return decisions.flatMap((decision) => [...neverEnding(decision, mayNeverEnd), ...roundedTwice(decision, sources)]);
}

function neverEnding(
  { name, type, hidden, body, origin }: Decision,
  mayNeverEnd: (ir: Ir) => boolean,
): readonly Diagnostic[] {
  if (hidden || body.is !== 'ir' || !isNumeric(type) || !mayNeverEnd(body.ir)) return [];
  return [handbookMessages['needs-rounding']({ name }, origin)];
}

/**
 * May a value be a quotient without end? What is read is looked at once, however many read it. In a circle, which is told
 * elsewhere and means nothing, it counts as ending.
 */
function neverEndingBy({ decisions, facts }: Sources): (ir: Ir) => boolean {
  const known = new Map<string, boolean>();
  const follow = (part: Ir): boolean => {
    const { divides, reads } = quotientsIn(part);
    return (
      divides ||
      reads.some(({ op, name }) => {
        const key = `${op} ${name}`;
        const before = known.get(key);
        if (before !== undefined) return before;
        known.set(key, false);
        const body = op === 'decision' ? decisions.get(name)?.body : undefined;
        const from = body?.is === 'ir' ? body.ir : op === 'fact' ? facts[name]?.orFrom : undefined;
        const found = from !== undefined && follow(from);
        known.set(key, found);
        return found;
      })
    );
  };
  return follow;
}

interface Quotients {
  readonly divides: boolean;
  readonly reads: readonly (DecisionRead | FactRead)[];
}
type DecisionRead = Extract<Ir, { op: 'decision' }>;
type FactRead = Extract<Ir, { op: 'fact' }>;

/** Does the value itself hold a quotient without end, and what else may it be? Looks at what becomes the value, not at conditions. */
const quotientsIn = remembered((ir: Ir): Quotients => {
  const reads: (DecisionRead | FactRead)[] = [];
  return { divides: collectQuotients(ir, reads), reads };
});

function collectQuotients(ir: Ir, reads: (DecisionRead | FactRead)[]): boolean {
  const follow = (part: Ir | undefined): boolean => part !== undefined && collectQuotients(part, reads);
  switch (ir.op) {
    case 'call':
      if (ir.fn === 'divide' && !endsAlways(ir.args[1])) return true;
      return isNumeric(ir.type) && ir.fn !== 'floor' && ir.fn !== 'ceil' && ir.args.some(follow);
    case 'choose':
      return [...ir.arms.map(({ value }) => value), ir.otherwise].some(follow);
    case 'bands':
      return ir.mode === 'interpolated' || ir.bands.some(({ value }) => follow(value));
    case 'table':
      return [...ir.rows.map(({ value }) => value), ir.otherwise].some(follow);
    case 'aggregate':
      return ir.operator === 'average' || follow(ir.body);
    case 'fold':
      return follow(ir.initial) || follow(ir.step);
    case 'mark':
      return follow(ir.value);
    case 'reading':
      return follow(ir.taken) || follow(ir.otherwise);
    case 'left-to':
      return follow(ir.proposed);
    case 'decision':
      reads.push(ir);
      return follow(ir.otherwise);
    case 'fact':
      reads.push(ir);
      return false;
    default:
      return false;
  }
}

/** A written divisor made of twos and fives only gives quotients that end. */
function endsAlways(divisor: Ir | undefined): boolean {
  if (divisor?.op !== 'literal' || !('digits' in divisor.value)) return false;
  let rest = parseExact(divisor.value.digits).top;
  for (const prime of [2n, 5n]) while (rest !== 0n && rest % prime === 0n) rest /= prime;
  return rest === 1n || rest === -1n;
}

const roundings = remembered((ir: Ir) => [...nodes(ir)].filter((node) => node.op === 'round'));

function roundedTwice({ name, body, origin }: Decision, sources: Sources): readonly Diagnostic[] {
  if (body.is !== 'ir') return [];
  for (const node of roundings(body.ir)) {
    const first = stepsWithin(node.value, sources, new Set()).find((step) => !isMultiple(step, node.to));
    if (first !== undefined) return [handbookMessages['rounded-twice']({ name, first, second: node.to }, origin)];
  }
  return [];
}

/** The steps of amounts that were rounded already and are only added up, compared or chosen from on the way. */
function stepsWithin(ir: Ir, sources: Sources, seen: Set<string>): readonly string[] {
  return addedUp(ir).flatMap((part) => {
    if (part.op === 'round') return [part.to];
    const body = sources.decisions.get(part.name)?.body;
    if (body?.is !== 'ir' || seen.has(part.name)) return [];
    seen.add(part.name);
    return stepsWithin(body.ir, sources, seen);
  });
}

/** Roundings and decisions that are only added up, compared or chosen from on the way, in their order. */
const addedUp = remembered((ir: Ir): readonly AddedUp[] => collectAddedUp(ir));
type AddedUp = Extract<Ir, { op: 'round' }> | DecisionRead;

function collectAddedUp(ir: Ir): readonly AddedUp[] {
  switch (ir.op) {
    case 'round':
    case 'decision':
      return [ir];
    case 'mark':
      return collectAddedUp(ir.value);
    case 'reading':
      return collectAddedUp(ir.taken);
    case 'choose':
      return [...ir.arms.map(({ value }) => value), ir.otherwise].flatMap(collectAddedUp);
    case 'call':
      return ['add', 'subtract', 'negate', 'min', 'max', 'abs'].includes(ir.fn) ? ir.args.flatMap(collectAddedUp) : [];
    default:
      return [];
  }
}

/** A value that lies on the coarser grid lies on the finer one: rounding it again changes nothing. */
function isMultiple(coarse: string, fine: string): boolean {
  const [a, b] = [parseExact(coarse), parseExact(fine)];
  return exact(a.top * b.bottom, a.bottom * b.top).bottom === 1n;
}

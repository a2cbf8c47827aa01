import type { Field, Ir, Range } from '../../ir/ir.ts';
import type { Decision, Fact, FieldRule, Program } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import { compareExact, parseExact, type Exact } from '../../value/exact.ts';
import { isConstant } from './constant.ts';
import { whole } from './position.ts';

/** What the values of an expression are like, as far as cases can stand beside a cut point of it. */
export type Steps =
  /** Multiples of the step, or as near as the step where nothing is declared; facts inside their range. */
  | { readonly is: 'steps'; readonly step: Exact; readonly range?: Range }
  /** A quotient or product: no smallest unit. */
  | { readonly is: 'computed' }
  /** One of a few values that the policy names: branches and rows speak for them. */
  | { readonly is: 'discrete' };

/** What the steps of a handbook's expressions follow from. */
export interface World {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly units: Program['units'];
  readonly organizations: Program['organizations'];
  /** The step of the manifest's money rounding, as decimal text. */
  readonly money: string;
  decision(name: string): Decision | undefined;
}

const discrete: Steps = { is: 'discrete' };
const computed: Steps = { is: 'computed' };
const atLeastZero: Range = {
  range: 'interval',
  low: {
    open: false,
    at: {
      op: 'literal',
      type: { is: 'number' },
      origin: { file: '', start: 0, end: 0 },
      value: { is: 'number', digits: '0' },
    },
  },
};

/** The smallest steps in which an expression's value moves, by the facts that it is made of. */
export function stepsOf(ir: Ir, world: World, depth = 0): Steps {
  if (depth > 40) return computed;
  const inner = (part: Ir): Steps => stepsOf(part, world, depth + 1);
  switch (ir.op) {
    case 'fact':
      return ruled(ir.type, world.facts[ir.name], world);
    case 'field':
      return ofField(ir, world);
    case 'local':
    case 'parameter':
      return ruled(ir.type, undefined, world);
    case 'decision': {
      const body = world.decision(ir.name)?.body;
      return body?.is === 'ir' ? inner(body.ir) : computed;
    }
    case 'mark':
      return inner(ir.value);
    case 'reading':
      return inner(ir.taken);
    case 'round': {
      const value = inner(ir.value);
      return value.is === 'discrete' ? discrete : { is: 'steps', step: parseExact(ir.to) };
    }
    case 'call':
      return ofCall(ir, world, inner);
    case 'aggregate':
      if (ir.operator === 'count') return { is: 'steps', step: whole(1), range: atLeastZero };
      return ir.operator === 'average' ? computed : inner(ir.body);
    case 'choose':
      return finest([...ir.arms.map(({ value }) => value), ir.otherwise], inner);
    case 'bands':
      return ir.mode === 'slab' ? finest(ir.bands.map(({ value }) => value), inner) : computed; // prettier-ignore
    case 'table':
      return finest(ir.rows.map(({ value }) => value), inner); // prettier-ignore
    case 'left-to':
      return ir.proposed === undefined ? discrete : inner(ir.proposed);
    case 'literal':
    case 'undetermined':
      return discrete;
    default:
      return computed;
  }
}

function ofCall(ir: Extract<Ir, { op: 'call' }>, world: World, inner: (part: Ir) => Steps): Steps {
  switch (ir.fn) {
    case 'add':
    case 'subtract':
    case 'negate':
    case 'min':
    case 'max':
    case 'abs':
      if (ir.type.is === 'date' || ir.type.is === 'date-time') return ruled(ir.type, undefined, world);
      return finest(ir.args, inner);
    case 'multiply':
    case 'divide':
      return computed;
    case 'floor':
    case 'ceil': {
      const step = ir.args[1];
      return step?.op === 'literal' && 'digits' in step.value
        ? { is: 'steps', step: parseExact(step.value.digits) }
        : computed;
    }
    case 'size':
    case 'length':
      return { is: 'steps', step: whole(1), range: atLeastZero };
    case 'full-years':
    case 'year-of':
    case 'month-of':
    case 'day-of':
      return { is: 'steps', step: whole(1) };
    default:
      return ruled(ir.type, undefined, world);
  }
}

/** Of parts that are added or chosen from, the one that moves in the smallest steps; constants do not move. */
function finest(parts: readonly Ir[], inner: (part: Ir) => Steps): Steps {
  const moving = parts.filter((part) => !isConstant(part)).map(inner);
  if (moving.some(({ is }) => is === 'computed')) return computed;
  const steps = moving.flatMap((one) => (one.is === 'steps' ? [one.step] : []));
  const [first, ...rest] = steps;
  if (first === undefined) return discrete;
  return { is: 'steps', step: rest.reduce((best, step) => (compareExact(step, best) < 0 ? step : best), first) };
}

/** A field of a list fact as its declaration says; one that a policy computes has no smallest unit but a date's. */
function ofField({ name, type }: Field, world: World): Steps {
  const declared = Object.values(world.facts).find(({ fields }) => fields?.[name] !== undefined)?.fields?.[name];
  const isAmount = type.is === 'number' || type.is === 'percent' || type.is === 'money' || type.is === 'quantity';
  return declared === undefined && isAmount ? computed : ruled(type, declared, world);
}

/** By the declared scale; where none is declared a hundredth of what people write, one of what is counted, a day, a minute. */
function ruled(type: Type, rule: Pick<FieldRule, 'range' | 'scale'> | undefined, { units, money }: World): Steps {
  const range = rule?.range === undefined ? {} : { range: rule.range };
  const steps = (step: string): Steps => ({ is: 'steps', step: parseExact(step), ...range });
  const decimals = (count: number): string => (count === 0 ? '1' : `0.${'1'.padStart(count, '0')}`);
  const scale = rule?.scale;
  switch (type.is) {
    case 'percent':
      return steps(decimals((scale ?? 2) + 2));
    case 'money':
      return steps(scale === undefined ? money : decimals(scale));
    case 'number':
      return steps(decimals(scale ?? 2));
    case 'quantity':
      return steps(decimals(scale ?? (units[type.unit]?.whole === true ? 0 : 2)));
    case 'duration':
      return steps(decimals(scale ?? 0));
    case 'date':
      return steps('1');
    case 'time':
    case 'date-time':
      return steps('60');
    default:
      return discrete;
  }
}

import { fromDigits, roundTo, toDigits } from '../evaluate/ratio.ts';
import { applied } from '../evaluate/functions.ts';
import { fromValue, toValue } from '../evaluate/datum.ts';
import { asksOrganization } from '../ir/functions.ts';
import type { Call, Round } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';
import { isLine } from '../proof/line.ts';
import { exactDigits, parseExact, type Exact } from '../value/exact.ts';
import type { Box, Path } from './box.ts';
import { cutLine, cutNames } from './cut.ts';
import { compared } from './compare.ts';
import { one, zero } from './form.ts';
import { isOnSteps } from './grid.ts';
import { organizationOf } from './meaning-key.ts';
import * as quotients from './quotient.ts';
import { failing, keyOf, ofAtom, ofValue, readsOf, undetermined, valueOf, type Symbol } from './symbol.ts';
import type { Walk } from './walk.ts';
import { computedAtom } from './world.ts';

type Values = Generator<Path<Symbol>, void, undefined>;
type Amount = Extract<Symbol, { is: 'amount' }>;

/** What an operator or function comes to; what cannot be put into a formula stays one unknown for all that it depends on. */
export function* callValues(ir: Call, args: readonly Symbol[], box: Box, walk: Walk): Values {
  const given = args.map(valueOf);
  if (given.every((value) => value !== undefined)) {
    const found = applied(
      ir,
      given.map((value) => fromValue(value)),
      walk.program,
    );
    if (ir.fn === 'divide') walk.hear?.(ir, found.status === 'determined', box);
    if (found.status === 'determined') return yield { box, value: ofValue(toValue(found.value)) };
    return yield {
      box,
      value:
        found.status === 'undetermined'
          ? undetermined(...found.reasons.map(({ code }) => code))
          : failing('code' in found ? found.code : found.status),
    };
  }
  if (asksOrganization(ir.fn)) return yield* ofEachPost(ir, args, box, walk);
  const [a, b] = args;
  if (a?.is !== 'amount') return yield { box, value: unknown(ir, args, walk) };
  switch (ir.fn) {
    case 'negate':
      return yield { box, value: amount(ir, quotients.scaled(a.of, minusOne)) };
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return b?.is === 'amount' ? yield* combined(ir, a, b, box, walk) : yield { box, value: unknown(ir, args, walk) };
    case 'days-between':
      return yield {
        box,
        value: b?.is === 'amount' ? amount(ir, quotients.minus(b.of, a.of)) : unknown(ir, args, walk),
      };
    case 'min':
    case 'max':
      return yield* best(ir, args, box, walk);
    case 'abs':
      for (const path of cutLine(box, a.of, [
        { stretch: { high: { at: zero, open: true } }, value: quotients.scaled(a.of, minusOne) },
        { stretch: { low: { at: zero, open: false } }, value: a.of },
      ])) {
        yield { ...path, value: amount(ir, path.value) };
      }
      return;
    default:
      return yield { box, value: unknown(ir, args, walk) };
  }
}

/** A number that is rounded on the way: worked out where it is known, else an unknown that lies beside it. */
export function roundValues(ir: Round, value: Amount, { world }: Walk): Symbol {
  const known = quotients.constantOf(value.of);
  if (known !== undefined) {
    const digits = toDigits(roundTo(fromDigits(exactDigits(known)), fromDigits(ir.to), ir.mode));
    return { ...value, of: quotients.number(parseExact(digits)) };
  }
  if (isOnSteps(value.of, parseExact(ir.to))) return value;
  const key = `round(${quotients.keyOf(value.of)}, ${ir.to}, ${ir.mode})`;
  const atom = computedAtom(key, ir, readsOf(value), world);
  return ofAtom({ ...atom, rounded: { of: value.of, step: parseExact(ir.to), mode: ir.mode } });
}

function* combined(ir: Call, a: Amount, b: Amount, box: Box, walk: Walk): Values {
  switch (ir.fn) {
    case 'multiply':
      return yield { box, value: amount(ir, quotients.times(a.of, b.of)) };
    case 'divide': {
      for (const path of cutLine(box, b.of, [
        { stretch: { high: { at: zero, open: false } }, value: false },
        { stretch: { low: { at: zero, open: true } }, value: true },
      ])) {
        walk.hear?.(ir, path.value, path.box);
        yield {
          box: path.box,
          value: path.value ? amount(ir, quotients.over(a.of, b.of)) : undetermined('denominator'),
        };
      }
      return;
    }
    default: {
      const [left, right] = [steps(a, ir.type), steps(b, ir.type)];
      if (left === undefined || right === undefined) return yield { box, value: unknown(ir, [a, b], walk) };
      const sum = ir.fn === 'add' ? quotients.plus(left, right) : quotients.minus(left, right);
      return yield { box, value: amount(ir, sum) };
    }
  }
}

/** A duration that moves a date or moment, in its steps; months have no length of their own, and part of a step is an error. */
function steps({ type, of }: Amount, moved: Type): quotients.Quotient | undefined {
  if (type.is !== 'duration' || moved.is === 'duration') return of;
  const length = moved.is === 'date' ? inDays[type.family] : inSeconds[type.family];
  if (length === undefined) return undefined;
  const moves = quotients.scaled(of, length);
  return isOnSteps(moves, one) ? moves : undefined;
}

type Lengths = Readonly<Partial<Record<Extract<Type, { is: 'duration' }>['family'], Exact>>>;
const inDays: Lengths = { days: one };
const inSeconds: Lengths = { days: { top: 86_400n, bottom: 1n }, minutes: { top: 60n, bottom: 1n } };

function* best(ir: Call, args: readonly Symbol[], box: Box, walk: Walk): Values {
  const [first, second, ...rest] = args;
  if (first === undefined) return;
  if (second === undefined) return yield { box, value: first };
  for (const path of compared(ir.fn === 'min' ? '<=' : '>=', [first, second], ir, box, walk)) {
    if (path.value.is !== 'value') return yield { box, value: unknown(ir, args, walk) };
    const isFirst = path.value.value.is === 'boolean' && path.value.value.truth;
    yield* best(ir, [isFirst ? first : second, ...rest], path.box, walk);
  }
}

/** What the organization says is said of each post: at the top there is nobody above, and lines may be left open. */
function* ofEachPost(ir: Call, args: readonly Symbol[], box: Box, walk: Walk): Values {
  const i = args.findIndex((arg) => arg.is === 'open');
  const post = args[i];
  if (post?.is !== 'open' || post.atom.domain?.is !== 'members') return yield { box, value: unknown(ir, args, walk) };
  for (const path of cutNames(box, post.atom, post.atom.domain.values)) {
    walk.budget.left -= 1;
    if (path.value !== undefined) yield* callValues(ir, args.with(i, ofValue(path.value)), path.box, walk);
  }
}

function amount({ type }: Call, of: quotients.Quotient): Symbol {
  if (!isLine(type)) throw new Error(`an amount of type ${type.is}`);
  return { is: 'amount', type, of };
}

function unknown(ir: Call, args: readonly Symbol[], { program, world }: Walk): Symbol {
  const lines = asksOrganization(ir.fn) ? ` by ${JSON.stringify(organizationOf(ir, program))}` : '';
  const atom = computedAtom(`${ir.fn}(${args.map(keyOf).join(', ')})${lines}`, ir, args.flatMap(readsOf), world);
  return ofAtom({ ...atom, call: { ir, args } });
}

const minusOne: Exact = { top: -1n, bottom: 1n };

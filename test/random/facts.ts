import type { FieldRule, Program } from '../../engine/ir/program.ts';
import type { Ir, Range } from '../../engine/ir/ir.ts';
import type { Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import { dayNumber, dayText } from '../oracle/calendar.ts';
import { fromDigits, plus, rational } from '../oracle/rational.ts';
import { compared, toThing } from '../oracle/value.ts';
import { random, type Random } from './random.ts';
import { decimalText, usualScale, valueOf } from './values.ts';

export type Values = Readonly<Record<string, Value>>;

/** Where a program's meaning changes: the literals that stand in it, by type; ends of intervals thrice. */
export type Edges = ReadonlyMap<string, readonly Value[]>;

export function edgesOf(program: Program): Edges {
  const edges = new Map<string, Value[]>();
  const look = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(look);
    if (typeof part !== 'object' || part === null) return;
    if ('op' in part && part.op === 'literal') {
      const { type, value } = part as Extract<Ir, { op: 'literal' }>;
      edges.set(keyOf(type), [...(edges.get(keyOf(type)) ?? []), value]);
    }
    if ('range' in part && part.range === 'interval')
      [part, part].forEach((again) => Object.values(again).forEach(look));
    Object.values(part).forEach(look);
  };
  look(program.decisions);
  look(program.facts);
  return edges;
}

function keyOf(type: Type): string {
  return JSON.stringify(type);
}

/** Random facts for the program: a quarter on an edge or one step beside it, some absent, some that cannot be used. */
export function randomFacts(program: Program, edges: Edges, seed: number): Values {
  const chance = random(seed);
  const values: Record<string, Value> = {};
  const [absent, broken] = chance.pick([
    [0.02, 0],
    [0.02, 0.005],
    [0.1, 0.02],
    [0.05, 0.15],
  ]) as readonly [number, number];
  // Long ones come together, since only they multiply to what is too long.
  const lengthy = chance.chance(0.15) ? 0.4 : 0.01;
  for (const fact of Object.values(program.facts)) {
    if (chance.chance(fact.orFrom !== undefined ? 0.75 : fact.closed ? 0.4 : absent)) continue;
    const source = fact.orFrom?.op === 'fact' && chance.chance(0.7) ? values[fact.orFrom.name] : undefined;
    values[fact.name] =
      source !== undefined && isInside(source, fact.range)
        ? source
        : given(fact, { program, edges, chance, absent, broken, lengthy }, fact.fields);
  }
  return values;
}

interface Drawing {
  readonly program: Program;
  readonly edges: Edges;
  readonly chance: Random;
  readonly absent: number;
  readonly broken: number;
  readonly lengthy: number;
}

type Rule = Pick<FieldRule, 'type' | 'range' | 'scale'>;

function given(rule: Rule, drawing: Drawing, fields?: Readonly<Record<string, FieldRule>>): Value {
  const { chance, broken } = drawing;
  const { type } = rule;
  if (chance.chance(broken)) return unusable(chance.pick(['fact/wrong-type', 'fact/needs-unit']));
  if (type.is === 'list') {
    const count = chance.pick([0, 1, 1, 2, 2, 3, 3, 4, 6, 12]);
    // What cannot be used within a list of plain values spoils the list as a whole.
    const sound = type.of.is === 'record' ? drawing : { ...drawing, broken: 0 };
    return { is: 'list', items: Array.from({ length: count }, () => given({ type: type.of }, sound, fields)) };
  }
  if (type.is === 'record') return recordOf(type, drawing, fields);
  for (let tries = 0; tries < 20; tries += 1) {
    const value = toScale(draw(type, rule.scale, drawing), rule.scale);
    if (isInside(value, rule.range)) return value;
  }
  return unusable('fact/out-of-range');
}

function recordOf(
  type: Extract<Type, { is: 'record' }>,
  drawing: Drawing,
  rules: Readonly<Record<string, FieldRule>> | undefined,
): Value {
  const fields = Object.entries(type.fields).flatMap(([name, field]): readonly [string, Value][] => {
    const rule = rules?.[name] ?? { type: field, closed: false };
    const missing = drawing.chance.chance(rule.closed ? 0.4 : drawing.absent / 2);
    return missing ? [] : [[name, given(rule, { ...drawing, broken: drawing.broken / 2 })]];
  });
  return { is: 'record', fields: Object.fromEntries(fields) };
}

function draw(type: Type, scale: number | undefined, { program, edges, chance, lengthy }: Drawing): Value {
  const near = edges.get(keyOf(type)) ?? [];
  if (chance.chance(lengthy)) return long(valueOf(type, program, chance, 'fine'), chance);
  if (near.length > 0 && chance.chance(0.35)) return beside(chance.pick(near), scale, chance.pick([-1, 0, 0, 1]));
  return valueOf(type, program, chance, chance.pick(['fine', 'round']));
}

/** The value so many smallest steps away. */
function beside(value: Value, scale: number | undefined, steps: number): Value {
  switch (value.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration': {
      const decimals = scale === undefined ? usualScale[value.is] : scale + (value.is === 'percent' ? 2 : 0);
      const moved = plus(fromDigits(value.digits), rational(BigInt(steps), 10n ** BigInt(decimals)));
      const places = Math.max(decimals, decimalsOf(value.digits));
      return { ...value, digits: decimalText((moved.top * 10n ** BigInt(places)) / moved.bottom, places) };
    }
    case 'date':
      return { ...value, iso: dayText(dayNumber(value.iso) + steps) };
    case 'time':
    case 'date-time':
      return steps === 0 ? value : { ...value, iso: value.iso.replace(/:..$/, steps < 0 ? ':01' : ':59') };
    default:
      return value;
  }
}

/** Amounts whose products a float does not hold, or that a float or a 64-bit integer does not hold themselves. */
function long(value: Value, chance: Random): Value {
  switch (value.is) {
    case 'duration':
      return { ...value, digits: String(chance.below(10 ** 7)) };
    case 'number':
    case 'money':
    case 'percent':
      return {
        ...value,
        digits: `${chance.between(1, 9)}${String(chance.below(10 ** 9))
          .repeat(2)
          .slice(0, chance.pick([5, 9, 10, 11, 12, 13, 18]))}.${chance.below(99)}5`,
      };
    default:
      return value;
  }
}

function toScale(value: Value, scale: number | undefined): Value {
  if (scale === undefined || !('digits' in value)) return value;
  const [whole = '0', part = ''] = value.digits.split('.');
  const kept = part.slice(0, scale + (value.is === 'percent' ? 2 : 0));
  const digits = kept === '' ? whole : `${whole}.${kept}`;
  return { ...value, digits: /[1-9]/.test(digits) ? digits : digits.replace('-', '') };
}

function decimalsOf(digits: string): number {
  return digits.split('.')[1]?.length ?? 0;
}

/** Is the value in a declared range, whose bounds are literals? `none` passes any: a range speaks of lengths. */
function isInside(value: Value, range: Range | undefined): boolean {
  if (range?.range !== 'interval' || value.is === 'no-duration' || value.is === 'invalid') return true;
  const beyond = (at: Ir | undefined, sign: 1 | -1): number | undefined =>
    at?.op === 'literal' ? sign * (compared(toThing(value), toThing(at.value)) ?? Number.NaN) : undefined;
  const [low, high] = [beyond(range.low?.at, 1), beyond(range.high?.at, -1)];
  return (
    (low === undefined || low > 0 || (low === 0 && range.low?.open === false)) &&
    (high === undefined || high > 0 || (high === 0 && range.high?.open === false))
  );
}

function unusable(code: string): Value {
  return { is: 'invalid', code, message: { en: 'random', zh: '随机' } };
}

/** An argument for a decision that takes one. */
export function randomArgument(type: Type, program: Program, edges: Edges, chance: Random): Value {
  return given({ type }, { program, edges, chance, absent: 0.1, broken: 0, lengthy: 0.03 });
}

import type { Comparison, Ir, Table } from '../../engine/ir/ir.ts';
import type { Fact, Program } from '../../engine/ir/program.ts';
import { boolean, date, isNumeric, money, number, percent, text, type Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import { random, weighted, type Random } from '../random/random.ts';
import { literal, node } from '../random/world.ts';
import { cellOf, hasOrder, rangeOfFact, round, tiersOf } from './random-parts.ts';
import { decisionOf, factOf, programWith } from '../support/ir.ts';

const cny = money('CNY');
const grade: Type = { is: 'enumeration', name: 'grade' };

/** A random program whose decision `t.d` comes to an amount or a truth; the same for the same seed. */
export function randomFormula(seed: number): Program {
  const chance = random(seed);
  const facts = Array.from({ length: chance.between(2, 4) }, (_, i) => factOfKind(`f${i}`, chance));
  const frame = programWith([]);
  const program: Program = {
    ...frame,
    enumerations: { grade: Object.fromEntries(['A', 'B', 'C'].map((name) => [name, { en: name, zh: name }])) },
    facts: Object.fromEntries(facts.map((fact) => [fact.name, fact])),
  };
  const writer: Writer = { chance, facts, products: { left: chance.pick([0, 0, 1, 2]) } };
  const decisions = [];
  if (chance.chance(0.3)) {
    const type = chance.pick([number, cny]);
    const appliesWhen = chance.chance(0.4) ? [condition(1, writer)] : [];
    decisions.push(decisionOf('t.other', roundedMaybe(amount(type, 2, writer), 0.6, writer), { appliesWhen }));
  }
  const other = decisions[0];
  const asking: Writer =
    other === undefined
      ? writer
      : {
          ...writer,
          other: node('decision', other.type, {
            name: other.name,
            args: [],
            ...(chance.chance(0.7) ? { otherwise: literal(other.type, valueOf(other.type, writer)) } : {}),
          }),
        };
  const type = chance.pick([number, number, cny, cny, percent, boolean]);
  const body = type.is === 'boolean' ? condition(3, asking) : roundedMaybe(amount(type, 3, asking), 0.3, asking);
  decisions.push(
    decisionOf('t.d', body, {
      appliesWhen: chance.chance(0.15) ? [condition(1, asking)] : [],
      requires: chance.chance(0.1) ? [{ that: condition(1, asking), says: { en: 'so', zh: '如此' } }] : [],
    }),
  );
  return { ...program, decisions: Object.fromEntries(decisions.map((each) => [each.name, each])) };
}

interface Writer {
  readonly chance: Random;
  readonly facts: readonly Fact[];
  /** How many products or quotients of facts may still be written: the solver is slow with many. */
  readonly products: { left: number };
  readonly other?: Ir;
}

function factOfKind(name: string, chance: Random): Fact {
  const type = chance.pick([number, number, percent, cny, cny, date, grade, boolean, text]);
  const scale = isNumeric(type) ? chance.pick([undefined, 0, 0, 2]) : undefined;
  const range = rangeOfFact(type, chance);
  return factOf(name, type, {
    ...(scale === undefined ? {} : { scale }),
    ...(range === undefined ? {} : { range }),
    ...(type.is === 'boolean' && chance.chance(0.3) ? { closed: true } : {}),
  });
}

const valueOf = (type: Type, { chance }: Writer): Value => round(type, chance);

function roundedMaybe(ir: Ir, probability: number, { chance }: Writer): Ir {
  if (!chance.chance(probability)) return ir;
  return node('round', ir.type, {
    value: ir,
    to: chance.pick(['1', '0.1', '0.01', '5']),
    mode: chance.pick(['half-up', 'half-even', 'up', 'down']),
    marks: [],
    declaredBy: 'decision',
  });
}

function reads(type: Type, { facts }: Writer): readonly Ir[] {
  return facts
    .filter((fact) => JSON.stringify(fact.type) === JSON.stringify(type))
    .map(({ name }) => node('fact', type, { name }));
}

/** An amount of the type, at most so deep. */
function amount(type: Type, depth: number, writer: Writer): Ir {
  const { chance, other } = writer;
  const own = reads(type, writer);
  const leaf = (): Ir => {
    if (other !== undefined && other.type.is === type.is && chance.chance(0.5)) return other;
    return own.length > 0 && chance.chance(0.75) ? chance.pick(own) : literal(type, valueOf(type, writer));
  };
  if (depth <= 0) return leaf();
  const deeper = (of: Type = type): Ir => amount(of, depth - 1, writer);
  const call = (
    fn: 'add' | 'subtract' | 'multiply' | 'divide' | 'negate' | 'abs' | 'min' | 'max',
    ...args: readonly Ir[]
  ): Ir => node('call', type, { fn, args });
  return weighted<() => Ir>(
    [
      [3, leaf],
      [5, () => call(chance.pick(['add', 'subtract']), deeper(), deeper())],
      [3, () => call('multiply', deeper(), literal(percent, valueOf(percent, writer)))],
      [
        1,
        () => call('divide', deeper(), literal(number, { is: 'number', digits: chance.pick(['2', '3', '0', '-1']) })),
      ],
      [3, () => product(type, depth, writer)],
      [1, () => call('negate', deeper())],
      [1, () => call('abs', deeper())],
      [3, () => call(chance.pick(['min', 'max']), deeper(), deeper())],
      [5, () => choose(type, depth, writer)],
      [5, () => bands(type, depth, writer)],
      [4, () => table(type, depth, writer)],
      [1, () => node('undetermined', type, { gap: 't#gap' })],
      [type.is === 'number' || type.is === 'money' ? 1 : 0, () => roundedMaybe(deeper(), 1, writer)],
    ],
    chance,
  )();
}

/** A product of facts, or a quotient of one by another. */
function product(type: Type, depth: number, writer: Writer): Ir {
  const { chance, products } = writer;
  if (products.left <= 0) return amount(type, 0, writer);
  products.left -= 1;
  const isQuotient = chance.chance(0.5);
  const second = chance.pick([number, percent, ...(isQuotient && type.is !== 'money' ? [cny] : [])]);
  const first = second.is === 'money' ? second : type;
  return node('call', type, {
    fn: isQuotient ? 'divide' : 'multiply',
    args: [amount(first, depth - 1, writer), amount(second, depth - 2, writer)],
  });
}

function choose(type: Type, depth: number, writer: Writer): Ir {
  return node('choose', type, {
    arms: Array.from({ length: writer.chance.between(1, 2) }, () => ({
      when: condition(depth - 1, writer),
      value: valueBelow(type, depth, writer),
      cites: [],
    })),
    otherwise: valueBelow(type, depth, writer),
  });
}

const valueBelow = (type: Type, depth: number, writer: Writer): Ir =>
  type.is === 'boolean' ? condition(depth - 1, writer) : amount(type, depth - 1, writer);

function bands(type: Type, depth: number, writer: Writer): Ir {
  const { chance } = writer;
  const mode = chance.pick(['slab', 'slab', 'graduated', 'interpolated'] as const);
  const by = chance.pick([number, number, percent, cny]);
  const value = mode === 'graduated' ? chance.pick([number, percent]) : type;
  const tiers = tiersOf(by, chance, mode === 'slab');
  return node('bands', type, {
    mode,
    by: amount(by, chance.pick([0, 0, 1]), writer),
    bands: tiers.map((range) => ({
      range,
      value: amount(value, chance.pick([0, 0, 0, 1]), writer),
      cites: [],
      origin: { file: 't', start: 0, end: 0 },
    })),
  });
}

function table(type: Type, depth: number, writer: Writer): Ir {
  const { chance, facts } = writer;
  const hit = chance.pick(['unique', 'first', 'first', type.is === 'boolean' ? 'first' : 'collect'] as const);
  const collect =
    hit === 'collect'
      ? chance.pick(['sum', 'sum', 'min', 'max', ...(type.is === 'number' ? (['count'] as const) : [])] as const)
      : undefined;
  const columns = Array.from({ length: chance.between(1, 2) }, () => {
    const { name, type: of } = chance.pick(facts);
    return { name, value: node('fact', of, { name }) };
  });
  const rows: Table['rows'][number][] = Array.from({ length: chance.between(1, 3) }, () => ({
    cells: columns.map(({ value }) => cellOf(value.type, chance)),
    value: valueBelow(type, chance.pick([0, 1, 1, depth]), writer),
    cites: [],
    origin: { file: 't', start: 0, end: 0 },
  }));
  return node('table', type, {
    hit,
    ...(collect === undefined ? {} : { collect }),
    columns,
    rows,
    ...(chance.chance(0.5) ? { otherwise: valueBelow(type, 1, writer) } : {}),
  });
}

/** A condition, at most so deep. */
function condition(depth: number, writer: Writer): Ir {
  const { chance, facts } = writer;
  const plain = (): Ir => {
    const fact = chance.pick(facts);
    const read = node('fact', fact.type, { name: fact.name });
    if (fact.type.is === 'boolean') return read;
    if (chance.chance(0.4)) return node('within', boolean, { value: read, range: cellOf(fact.type, chance) });
    return compare(
      chance.pick(hasOrder(fact.type) ? comparisons : (['=', '!='] as const)),
      read,
      literal(fact.type, round(fact.type, chance)),
    );
  };
  if (depth <= 0) return plain();
  return weighted<() => Ir>(
    [
      [4, plain],
      [
        5,
        () => {
          const type = chance.pick([number, cny, percent]);
          return compare(
            chance.pick(comparisons),
            amount(type, depth - 1, writer),
            amount(type, chance.pick([0, depth - 1]), writer),
          );
        },
      ],
      [
        2,
        () => {
          const type = chance.pick([number, cny]);
          return node('within', boolean, { value: amount(type, depth - 1, writer), range: cellOf(type, chance) });
        },
      ],
      [
        4,
        () =>
          node('logic', boolean, {
            connective: chance.pick(['and', 'or']),
            left: condition(depth - 1, writer),
            right: condition(depth - 1, writer),
          }),
      ],
      [1, () => node('not', boolean, { operand: condition(depth - 1, writer) })],
      [
        1,
        () => {
          const { name, type } = chance.pick(facts);
          return node('known', boolean, {
            of: node('fact', type, { name }) as Extract<Ir, { op: 'fact' }>,
            negated: chance.chance(0.5),
          });
        },
      ],
      [1, () => choose(boolean, depth, writer)],
      [1, () => table(boolean, depth, writer)],
    ],
    chance,
  )();
}

const comparisons: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>='];
const compare = (comparison: Comparison, left: Ir, right: Ir): Ir =>
  node('compare', boolean, { comparison, left, right });

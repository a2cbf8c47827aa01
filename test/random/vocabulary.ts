import type { Range } from '../../engine/ir/ir.ts';
import type { About, Fact, FieldRule, Interpretation, Parameter, Program } from '../../engine/ir/program.ts';
import { weekdays } from '../../engine/ir/weekday.ts';
import type { Type } from '../../engine/ir/type.ts';
import { compared, toThing } from '../oracle/value.ts';
import type { Random } from './random.ts';
import { usualScale, valueOf } from './values.ts';
import { currency, literal, nowhere, scope } from './world.ts';

const money: Type = { is: 'money', currency };
const cans: Type = { is: 'quantity', unit: 'can' };
const kilos: Type = { is: 'quantity', unit: 'kg' };
const color: Type = { is: 'enumeration', name: 'color' };
const weekday: Type = { is: 'enumeration', name: 'weekday' };
const post: Type = { is: 'post', scope };

/** Types that a value standing alone may have. */
export const scalars: readonly Type[] = [
  { is: 'number' },
  { is: 'percent' },
  money,
  cans,
  kilos,
  { is: 'duration', family: 'days' },
  { is: 'duration', family: 'months' },
  { is: 'duration', family: 'minutes' },
  { is: 'date' },
  { is: 'time' },
  { is: 'date-time' },
  { is: 'text' },
  { is: 'boolean' },
  color,
  weekday,
  post,
];

export const promoter: Type = {
  is: 'record',
  fields: { name: { is: 'text' }, completion: { is: 'percent' }, sales: money, 'is-new': { is: 'boolean' } },
};
export const lot: Type = {
  is: 'record',
  fields: { received: { is: 'date' }, remaining: cans, grade: color, passed: { is: 'boolean' }, age: { is: 'number' } },
};
/** Records that expressions make, whose fields are all there. */
export const summary: Type = { is: 'record', fields: { total: money, best: color, note: { is: 'text' } } };

const factTypes: Readonly<Record<string, Type>> = {
  'sales.net': money,
  'sales.target': money,
  'sales.fine': money,
  completion: { is: 'percent' },
  share: { is: 'percent' },
  factor: { is: 'number' },
  points: { is: 'number' },
  stock: cans,
  weight: kilos,
  notice: { is: 'duration', family: 'days' },
  tenure: { is: 'duration', family: 'months' },
  shift: { is: 'duration', family: 'minutes' },
  hired: { is: 'date' },
  due: { is: 'date' },
  opened: { is: 'time' },
  now: { is: 'date-time' },
  code: { is: 'text' },
  note: { is: 'text' },
  paid: { is: 'boolean' },
  urgent: { is: 'boolean' },
  color,
  day: weekday,
  post,
  promoters: { is: 'list', of: promoter },
  lots: { is: 'list', of: lot },
  figures: { is: 'list', of: money },
  dates: { is: 'list', of: { is: 'date' } },
  tags: { is: 'list', of: { is: 'text' } },
  profile: { is: 'record', fields: { level: { is: 'number' }, color, since: { is: 'date' } } },
};

/** A program with everything but decisions and facts that follow from others. */
export function vocabulary(chance: Random): Program {
  const frame = emptyProgram(chance);
  const facts = Object.entries(factTypes).map(([name, type]) => [name, fact(name, type, frame, chance)] as const);
  const parameters = parametersOf(frame, chance);
  return {
    ...frame,
    facts: Object.fromEntries(facts),
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter])),
  };
}

export const policies = ['pay.one', 'pay.two', 'stock'];
const abouts: readonly About[] = ['convention', 'doubt', 'fills', 'chooses'];

function emptyProgram(chance: Random): Program {
  const texts = { en: 'random', zh: '随机' };
  const ids = ['handbook', ...policies];
  const interpretations = ids.flatMap((policy) =>
    abouts.map((about): Interpretation => ({
      id: `${policy}#${about}`,
      about,
      clauses: [],
      question: texts,
      answer: texts,
      status: 'proposed',
      origin: nowhere,
    })),
  );
  const gaps = policies.flatMap((policy) =>
    ['open', 'silent'].map((id) => ({ id: `${policy}#${id}`, says: texts, origin: nowhere })),
  );
  return {
    handbook: 'random',
    revision: 1,
    at: '2026-10-31',
    known: '2026-10-31',
    currency,
    moneyDecimals: chance.pick([0, 2, 2, 2]),
    units: {
      can: { en: ['can', 'cans'], zh: ['罐'], whole: true },
      kg: { en: ['kg'], zh: ['公斤'], whole: false },
    },
    enumerations: {
      color: Object.fromEntries(['red', 'green', 'blue'].map((name) => [name, texts])),
      weekday: Object.fromEntries(weekdays.map((name) => [name, texts])),
    },
    facts: {},
    parameters: {},
    interpretations: Object.fromEntries(interpretations.map((each) => [each.id, each])),
    gaps: Object.fromEntries(gaps.map((gap) => [gap.id, gap])),
    contradictions: [],
    organizations: {
      [scope]: {
        posts: {
          head: { superior: 'none', department: 'e-commerce' },
          deputy: { superior: { post: 'head' }, department: 'e-commerce' },
          promoter: { superior: { post: 'deputy' }, department: 'sales' },
          packer: { superior: { post: 'promoter' }, department: 'warehouse' },
          adviser: { superior: { gap: 'stock#open' }, department: 'staff' },
          clerk: { superior: { post: 'adviser' }, department: 'staff' },
        },
      },
    },
    policies: Object.fromEntries(
      policies.map((policy) => [
        policy,
        {
          policy,
          kind: 'formula',
          version: 1,
          from: '2020-01-01',
          published: '2020-01-01',
          title: texts,
          cites: [],
          scope,
          file: `${policy}.yaml`,
        },
      ]),
    ),
    decisions: {},
  };
}

function fact(name: string, type: Type, frame: Program, chance: Random): Fact {
  const rule = ruleOf(name, type, frame, chance);
  return {
    name,
    title: { en: name, zh: name },
    alias: [],
    origin: nowhere,
    ...rule,
    ...(type.is === 'list' && type.of.is === 'record'
      ? {
          fields: Object.fromEntries(
            Object.entries(type.of.fields).map(([field, of]) => [field, ruleOf(field, of, frame, chance)]),
          ),
        }
      : {}),
  };
}

/** Facts that are no more than a record of the host are closed. */
const closed = ['urgent', 'is-new'];

function ruleOf(name: string, type: Type, frame: Program, chance: Random): FieldRule {
  const range = chance.chance(0.4) ? rangeOf(type, frame, chance) : undefined;
  const scale = scaleOf(type, frame, chance);
  return {
    type,
    closed: closed.includes(name),
    ...(range === undefined ? {} : { range }),
    ...(scale === undefined ? {} : { scale }),
  };
}

/** Durations are whole here, since they move dates. */
function scaleOf(type: Type, frame: Program, chance: Random): number | undefined {
  switch (type.is) {
    case 'duration':
      return 0;
    case 'quantity':
      return frame.units[type.unit]?.whole === true ? 0 : chance.pick([2, undefined]);
    case 'number':
    case 'percent':
    case 'money':
      return chance.pick([2, 2, 1, 0, undefined]);
    default:
      return undefined;
  }
}

function rangeOf(type: Type, frame: Program, chance: Random): Range | undefined {
  if (!(type.is in usualScale) && type.is !== 'date') return undefined;
  const [low, high] = [valueOf(type, frame, chance, 'round'), valueOf(type, frame, chance, 'round')].sort(
    (a, b) => compared(toThing(a), toThing(b)) ?? 0,
  );
  if (low === undefined || high === undefined || low.is === 'no-duration' || high.is === 'no-duration')
    return undefined;
  return {
    range: 'interval',
    low: { at: literal(type, low), open: chance.chance(0.3) },
    ...(chance.chance(0.7) || compared(toThing(low), toThing(high)) === 0
      ? {}
      : { high: { at: literal(type, high), open: chance.chance(0.3) } }),
  };
}

function parametersOf(frame: Program, chance: Random): readonly Parameter[] {
  const plain = scalars.flatMap((type, i) => {
    const named = { name: `set.${i}`, type, keys: [], ...parameterHead };
    const value = chance.chance(0.85) ? { value: valueOf(type, frame, chance, 'round') } : {};
    return chance.chance(0.6) ? [{ ...named, ...value }] : [];
  });
  return [...plain, ...scalars.slice(0, 4).map((type, i) => keyed(`keyed.${i}`, type, frame, chance))];
}

function keyed(name: string, type: Type, frame: Program, chance: Random): Parameter {
  const keys = chance.pick([[color], [weekday, color], [{ is: 'number' } as const], [{ is: 'boolean' } as const]]);
  const entries = [1, 2, 3, 4, 5, 6].map(() => ({
    keys: keys.map((key) => keyText(key, frame, chance)),
    value: valueOf(type, frame, chance, 'round'),
  }));
  const distinct = [...new Map(entries.map((entry) => [entry.keys.join(), entry])).values()];
  return { name, type, keys, ...parameterHead, ...(chance.chance(0.9) ? { entries: distinct } : {}) };
}

function keyText(key: Type, frame: Program, chance: Random): string {
  const value = valueOf(key, frame, chance, 'round');
  switch (value.is) {
    case 'member':
      return value.name;
    case 'boolean':
      return String(value.truth);
    case 'number':
      return String(chance.below(4));
    default:
      throw new Error(`no key of ${value.is}`);
  }
}

const parameterHead = { title: { en: 'set', zh: '设定' }, owner: 'head', scope, origin: nowhere };

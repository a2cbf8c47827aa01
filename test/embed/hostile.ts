import { answersOf } from '../../engine/compile/answers.ts';
import { factsBehind } from '../../engine/embed/facts-behind.ts';
import { explainDecision } from '../../engine/explain.ts';
import { own } from '../../engine/ir/own.ts';
import type { Fact, Program } from '../../engine/ir/program.ts';
import { failed, questionOf } from '../../engine/embed/rules.ts';
import type { Asking, Outcome, RawFacts, Rules } from '../../engine/runtime.ts';
import { toOutcome } from '../../engine/value/outcome.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { unitsBehind } from '../../engine/plain/written.ts';
import { isNumeric } from '../../engine/ir/type.ts';
import { random, type Random } from '../random/random.ts';

/** What a caller of JavaScript may put in the place of a fact. */
const odd: readonly unknown[] = [
  ...[5, -0, 0.1, NaN, Infinity, 5n, true, false, null, undefined, Symbol('fact'), () => '5'],
  ...[[], ['5'], [null], {}, { source: '5' }, { source: '5.50 CNY' }, { source: 5 }, { source: '5', more: '6' }],
  ...['', ' ', 'none', '无', 'true', 'TRUE', 'false ', '是', '否', 'constructor', '__proto__', 'a\nb', '“x”', '𠮷'],
  ...[
    '500',
    '500 CNY',
    '５００ CNY',
    ' 500 CNY ',
    '500  CNY',
    '500CNY',
    '¥500',
    '5万元',
    '5,000 CNY',
    '500 EUR',
    '500 cny',
  ],
  ...[
    '1e3',
    '1E3 CNY',
    '8.8E+04 CNY',
    '+5',
    '-5',
    '-5 CNY',
    '−5 CNY',
    '-0',
    '-0.00 CNY',
    '007',
    '007.50 CNY',
    '5.',
    '.5',
    '5..5',
  ],
  ...[
    '5.123456789',
    '5.123456789 CNY',
    '50%',
    '50.125%',
    '0.0000001%',
    '50 %',
    '５０％',
    '-50%',
    '100%',
    '120%',
    '33.333333333%',
  ],
  ...['9007199254740991', '9007199254740993', '90071992547409.93 CNY', '99999999999999999999 CNY', '9'.repeat(61)],
  ...[
    '7 days',
    '1 day',
    '7 day',
    '2 weeks',
    '7天',
    '3 months',
    '1 year',
    '30 minutes',
    '24 hours',
    '88000¹ CNY',
    '40 E10',
  ],
  ...[
    '2026-02-30',
    '2026-01-31',
    '２０２６-01-31',
    '2026-1-31',
    '9:05',
    '09:05',
    '17:00:30',
    '25:00',
    '2026-01-31T09:00',
    '2026-01-31 9:00',
  ],
  ...['[]', '[a, b]', '{}', '{a: 1}', 'x'.repeat(70)],
];

const plain: Partial<Record<Fact['type']['is'], readonly string[]>> = {
  date: ['2026-01-31', '2026-10-15', '2025-12-01'],
  time: ['09:05', '17:00:00'],
  'date-time': ['2026-01-31T09:00:00', '2026-10-15T17:30'],
  text: ['a', 'T-1', 'long ago'],
  boolean: ['true', 'false', '是'],
};

/** A fact as most callers give it. */
function usual({ type }: Fact, program: Program, chance: Random): unknown {
  if (isNumeric(type)) {
    const unit = chance.pick([...unitsBehind(type, program), ' CNY']);
    return `${chance.pick(['0', '1', '7', '12.5', '50', '85', '90.25', '100', '2500'])}${unit}`;
  }
  if (type.is === 'enumeration') return chance.pick(Object.keys(program.enumerations[type.name] ?? { none: '' }));
  if (type.is === 'post') return chance.pick(Object.keys(program.organizations[type.scope]?.posts ?? { none: '' }));
  return type.is === 'boolean' && chance.chance(0.5) ? chance.chance(0.5) : chance.pick(plain[type.is] ?? odd);
}

/** The facts of a question in forms that JavaScript allows. */
const forms: readonly ((facts: Readonly<Record<string, unknown>>, name: string) => unknown)[] = [
  (facts) => Object.assign(Object.create(null) as object, facts),
  (facts) => Object.create(facts) as unknown,
  (facts, name) => Object.assign(Object.create({ [name]: '1 CNY' }) as object, facts),
  (facts) =>
    new (class Facts {
      constructor() {
        Object.assign(this, facts);
      }
    })(),
  (facts) => ({ ...facts, toString: '5' }),
  (facts) => ({ ...facts, constructor: '5' }),
  (facts) => ({ ...facts, ...(JSON.parse('{"__proto__": "5"}') as object), ['__proto__']: '5' }),
  (facts) => ({ ...facts, [Symbol('fact')]: '5' }),
  (facts) => ({ ...facts, 'no.such.fact': '5' }),
  (facts, name) => ({ ...facts, [` ${name} `]: '5' }),
  (facts, name) => ({ ...facts, [name.split('.')[0] ?? '']: { [name.split('.')[1] ?? '']: '5' } }),
  (facts, name) => Object.defineProperty({ ...facts }, name, { value: '5', enumerable: false }),
  (facts, name) =>
    Object.defineProperty({ ...facts }, name, {
      get: () => {
        throw new Error('not now');
      },
      enumerable: true,
    }),
  (facts) => new Proxy(facts, {}),
  (facts) => Object.entries(facts),
  () => [],
  () => new Map([['a', '5']]),
  () => null,
  () => undefined,
  () => 'facts',
  () => 5,
  () => () => undefined,
];

const askings: readonly unknown[] = [
  ...[{}, { on: undefined }, { on: null }, { on: 'x' }, { on: 5 }, { at: '2020-01-01' }, null, 5, 'on'],
  ...[{ sourceOnly: true }, { sourceOnly: false }, { sourceOnly: undefined }, { sourceOnly: null }, { sourceOnly: 1 }],
];

interface Found {
  /** Questions that were answered otherwise than by the careful way. */
  readonly wrong: readonly string[];
  readonly asked: number;
  /** Of those, answered without reading all facts first. */
  readonly quick: number;
}

/** Asks all decisions about facts of all kinds, and holds what comes to what reading all facts first comes to. */
export function askHostilely(rules: Rules, questions: number): Found {
  const { program } = rules;
  const answers = answersOf(program);
  const chance = random(11);
  const wrong: string[] = [];
  const all = Object.keys(program.facts);
  let [asked, quick] = [0, 0];
  const carefully = (decision: string, given: RawFacts, asking: Asking): Outcome => {
    try {
      const question = questionOf(program, decision, given, asking);
      return 'status' in question
        ? toOutcome(program, decision, question)
        : answers.evaluate(decision, question.facts, question);
    } catch (error) {
      return failed(decision, error);
    }
  };
  const ask = (decision: string, given: unknown, asking?: unknown): void => {
    const facts = given as RawFacts;
    const said = asking as Asking;
    const found = JSON.stringify(
      asking === undefined ? rules.decide(decision, facts) : rules.decide(decision, facts, said),
    );
    const wanted = JSON.stringify(
      asking === undefined ? explainDecision(rules, decision, facts).outcome : carefully(decision, facts, said),
    );
    asked += 1;
    if (found !== wanted) wrong.push(`${decision} ${written(given)} ${written(asking)}:\n  ${found}\n  ${wanted}`);
  };
  for (const decision of Object.keys(program.decisions)) {
    const read = [...factsBehind(decision, program)].flatMap((name) => own(program.facts, name) ?? []);
    // Quick answers begin with the second question.
    ask(decision, {});
    answers.evaluate(decision, readFacts(program, {}));
    for (let i = 0; i < questions; i += 1) {
      const given: Record<string, unknown> = {};
      for (const fact of read) if (chance.chance(0.95)) given[fact.name] = usual(fact, program, chance);
      for (let more = chance.below(3); more > 0; more -= 1) given[chance.pick(all)] = chance.pick(odd);
      const spoilt = read.length > 0 && chance.chance(0.4) ? chance.pick(read) : undefined;
      if (spoilt !== undefined) given[chance.pick([spoilt.name, spoilt.name, ...spoilt.alias])] = chance.pick(odd);
      if (chance.chance(0.15)) ask(decision, chance.pick(forms)(given, chance.pick(all)));
      else if (chance.chance(0.1)) ask(decision, given, chance.pick(askings));
      else {
        if (answers.plainly(decision, given as RawFacts) !== undefined) quick += 1;
        ask(decision, given);
      }
    }
  }
  return { wrong: wrong.toSorted((a, b) => a.length - b.length), asked, quick };
}

function written(given: unknown): string {
  try {
    return (
      JSON.stringify(given, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ??
      String(given)
    );
  } catch (error) {
    return String(error);
  }
}

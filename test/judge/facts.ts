import type { Ir, Range } from '../../engine/ir/ir.ts';
import type { Fact, Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import type { Script } from './script.ts';
import { and, decimal, integer, no, not, or, yes, type Term } from './smt.ts';

/** The facts of a program as unknowns: a real number, a boolean, or the number of a name. */
export interface Facts {
  readonly terms: ReadonlyMap<string, Term>;
  /** Is the fact given? Facts count as given unless somebody asks whether they are. */
  readonly given: ReadonlyMap<string, Term>;
}

export function factsOf({ facts, enumerations }: Program, asked: ReadonlySet<string>, script: Script): Facts {
  const terms = new Map<string, Term>();
  const given = new Map<string, Term>();
  for (const fact of Object.values(facts)) {
    const term = unknownOf(fact, enumerations, script);
    terms.set(fact.name, term);
    given.set(fact.name, asked.has(fact.name) ? script.unknown('Bool') : yes);
    if (fact.range !== undefined) script.always(rangeTerm(term, fact.range));
  }
  return { terms, given };
}

function unknownOf(
  { type, scale }: Pick<Fact, 'type' | 'scale'>,
  enumerations: Program['enumerations'],
  script: Script,
): Term {
  switch (type.is) {
    case 'boolean':
      return script.unknown('Bool');
    case 'text':
      return script.unknown('Int');
    case 'enumeration': {
      const term = script.unknown('Int');
      script.always(`(<= 0 ${term} ${Object.keys(enumerations[type.name] ?? {}).length - 1})`);
      names.set(type.name, Object.keys(enumerations[type.name] ?? {}));
      return term;
    }
    case 'date':
    case 'time': {
      const term = script.define('Real', `(to_real ${script.unknown('Int')})`);
      const [low, high] = type.is === 'date' ? ['0001-01-01', '9999-12-31'] : ['00:00:00', '23:59:59'];
      script.always(`(<= ${placeOf(low)} ${term} ${placeOf(high)})`);
      return term;
    }
    default: {
      if (scale === undefined) return script.unknown('Real');
      return script.define('Real', `(/ (to_real ${script.unknown('Int')}) ${stepsOfOne(type, scale)}.0)`);
    }
  }
}

/** How many steps make 1: a percent is written with two decimals less than it has. */
const stepsOfOne = (type: Fact['type'], scale: number): number => 10 ** (scale + (type.is === 'percent' ? 2 : 0));

/** Has the number no more decimals than the fact may have? */
export function onGrid({ type, scale }: Fact, term: Term): Term {
  return scale === undefined ? yes : `(is_int (* ${term} ${stepsOfOne(type, scale)}.0))`;
}

/** Members in the order of their enumeration, texts as they come: each a number of its own. */
const names = new Map<string, string[]>([['', []]]);

function numberOf(kind: string, name: string): number {
  const known = names.get(kind) ?? [];
  names.set(kind, known);
  if (!known.includes(name)) known.push(name);
  return known.indexOf(name);
}

const placeOf = (iso: string): Term =>
  integer(Date.parse(iso.includes('-') ? iso : `1970-01-01T${iso}Z`) / (iso.includes('-') ? 86_400_000 : 1000)).replace(
    /\d+/,
    '$&.0',
  );

export function valueTerm(value: Value): Term {
  switch (value.is) {
    case 'boolean':
      return value.truth ? yes : no;
    case 'member':
      return integer(numberOf(value.enumeration, value.name));
    case 'text':
      return integer(numberOf('', value.text));
    case 'date':
    case 'time':
      return placeOf(value.iso);
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
      return decimal(value.digits);
    default:
      throw new Error(`no term for a ${value.is}`);
  }
}

/** Lies the term in a range whose ends are written? */
export function rangeTerm(term: Term, range: Range): Term {
  const at = (ir: Ir): Term => {
    if (ir.op !== 'literal') throw new Error('a computed end');
    return valueTerm(ir.value);
  };
  return within(term, range, at);
}

/** Lies the term in the range, whose ends are these terms? */
export function within(term: Term, range: Range, at: (ir: Ir) => Term): Term {
  switch (range.range) {
    case 'any':
      return yes;
    case 'interval':
      return and(
        range.low === undefined ? yes : `(${range.low.open ? '>' : '>='} ${term} ${at(range.low.at)})`,
        range.high === undefined ? yes : `(${range.high.open ? '<' : '<='} ${term} ${at(range.high.at)})`,
      );
    case 'set': {
      const one = or(...range.items.map((item) => `(= ${term} ${at(item)})`));
      return range.none ? not(one) : one;
    }
    case 'list':
      throw new Error('lists are not judged');
  }
}

import { expected } from '../../ir/expected.ts';
import type { DecisionRead, FactRead, Field, Known, ParameterRead } from '../../ir/ir.ts';
import type { Fact } from '../../ir/program.ts';
import { isInside } from '../../value/compare.ts';
import { computedOutOfRange, contradiction, notApplicable, unusable } from '../../value/failures.ts';
import { printRange, printValue } from '../../value/print.ts';
import { missingFact, missingKey, ownParameter, unsetParameter } from '../../value/reasons.ts';
import { datumOf, factDatum, isInvalid, sameDatum, valueOf, type Datum } from './datum.ts';
import { determined, undetermined, withFlags, type Result } from './result.ts';
import { recordOf } from './sorts.ts';
import { strict, type Exact, type Frame, type Unit } from './unit.ts';

/** A fact: as given, else by what follows from others. */
export function readFact({ name, origin }: FactRead, unit: Unit): Exact {
  const read = unit.fact(name);
  return (frame) => {
    const given = givenFact(name, frame);
    if (given?.is === 'invalid') return unusable(given, origin);
    const found = read(frame);
    // What is wrong with the fact itself is told at the place that reads it.
    return found.status === 'error' && found.span === undefined ? { ...found, span: origin } : found;
  };
}

/** The same for all who read the fact. */
export function factOf(fact: Fact, unit: Unit): Exact {
  const { name, orFrom } = fact;
  const absent: Result = fact.closed ? determined(false) : undetermined([missingFact(unit.program, name)]);
  const computed = orFrom === undefined ? undefined : unit.compile(orFrom);
  const follows = computed === undefined ? undefined : following(fact, computed, unit);
  return (frame) => {
    const value = givenFact(name, frame);
    if (value === undefined) return follows === undefined || fact.closed ? absent : follows(frame);
    const given = factDatum(name, value, fact.fields);
    const other = computed?.(frame);
    if (other?.status !== 'determined' || sameDatum(other.value, given)) return determined(given);
    const text = (datum: Datum): string => printValue(valueOf(datum, fact.type), unit.program);
    return contradiction(fact, text(given), text(other.value));
  };
}

/** What an absent fact comes to by `orFrom`. */
function following(fact: Fact, computed: Exact, unit: Unit): Exact {
  return (frame) => {
    const result = computed(frame);
    if (result.status === 'undetermined') {
      const unset = result.reasons.filter(({ code }) => code === 'unset-parameter');
      return undetermined(
        unset.length > 0 ? unset : [missingFact(unit.program, fact.name, result.reasons)],
        result.flags,
      );
    }
    if (result.status !== 'determined' || fact.range === undefined) return result;
    const value = valueOf(result.value, fact.type);
    if (isInside(value, fact.range)) return result;
    return computedOutOfRange(fact, printValue(value, unit.program), printRange(fact.range, unit.program));
  };
}

function givenFact(name: string, { facts }: Frame): Frame['facts'][string] | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

/** A parameter, by its keys if it has some. */
export function readParameter({ name, keys }: ParameterRead, unit: Unit): Exact {
  const parameter = expected(unit.program.parameters[name], name);
  const single = parameter.value === undefined ? undefined : determined(datumOf(parameter.value));
  const entries = parameter.entries?.map((entry) => ({ keys: entry.keys, value: determined(datumOf(entry.value)) }));
  const unset = undetermined([unsetParameter(unit.program, name)]);
  const own = undetermined([ownParameter(unit.program, name)]);
  return strict(keys.map(unit.compile), (data, { sourceOnly }) => {
    if (single !== undefined) return sourceOnly ? own : single;
    if (entries === undefined) return unset;
    const texts = data.map((datum, i) =>
      printValue(valueOf(datum, parameter.keys[i] ?? { is: 'unknown' }), unit.program),
    );
    const entry = entries.find(
      (each) => each.keys.length === texts.length && texts.every((text, i) => text === each.keys[i]),
    );
    if (entry === undefined) return undetermined([missingKey(unit.program, name, texts)]);
    return sourceOnly ? own : entry.value;
  });
}

/** Another decision's value. */
export function readDecision({ name, args, otherwise, origin }: DecisionRead, unit: Unit): Exact {
  const instead = otherwise === undefined ? undefined : unit.compile(otherwise);
  return strict(args.map(unit.compile), (data, frame) => {
    const outcome = unit.decide(name, frame, data);
    if (outcome.status !== 'not-applicable') return outcome;
    return instead === undefined ? notApplicable(name, origin) : withFlags(outcome.flags, instead(frame));
  });
}

/** What an aggregate, a fold or the question has bound. */
export function readLocal(id: string, unit: Unit, origin: FactRead['origin']): Exact {
  const slot = unit.slot(id);
  return ({ locals }) => {
    const datum = expected(locals[slot], id);
    return isInvalid(datum) ? unusable(datum, origin) : determined(datum);
  };
}

export function readField({ of, name, origin }: Field, unit: Unit): Exact {
  return strict([unit.compile(of)], ([datum]) => {
    const { fields, place, rules } = recordOf(datum);
    const field = fields.get(name);
    if (field !== undefined) return isInvalid(field) ? unusable(field, origin) : determined(field);
    if (rules?.[name]?.closed === true) return determined(false);
    return undetermined([missingFact(unit.program, place === undefined ? name : `${place}.${name}`)]);
  });
}

/** Was the fact, or the field of the record, given? */
export function isKnown({ of, negated }: Known, unit: Unit): Exact {
  if (of.op === 'fact') return (frame) => determined((givenFact(of.name, frame) !== undefined) !== negated);
  return strict([unit.compile(of.of)], ([datum]) => determined(recordOf(datum).fields.has(of.name) !== negated));
}

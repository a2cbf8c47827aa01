import type { DecisionRead, FactRead, Field, Ir, Known, Local, ParameterRead } from '../ir/ir.ts';
import type { Fact, Parameter } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { isInside } from '../value/compare.ts';
import { computedOutOfRange, contradiction, notApplicable, unusable } from '../value/failures.ts';
import { printRange } from '../value/print.ts';
import { missingFact, missingKey, ownParameter, unsetParameter } from '../value/reasons.ts';
import { fromValue, same, toValue, truth, type Datum } from './datum.ts';
import type { FactStep } from './explanation.ts';
import { determined, strict, undetermined, withFlags, type Found } from './found.ts';
import { lookup, type Computed, type Frame, type Session } from './frame.ts';
import { apart, tellOnce, textOfDatum, valued } from './trace.ts';

/** A fact: given, computed from others, false because its records are complete, or missing. */
export function factRead(ir: FactRead, frame: Frame): Found {
  const { program } = frame.session;
  const fact = program.facts[ir.name];
  if (fact === undefined) throw new Error(`no fact ${ir.name}`);
  const given = frame.session.facts[ir.name];
  const computed = given?.is === 'invalid' ? undefined : compute(fact, frame);
  const found = settled(fact, given, computed?.found, ir, frame);
  tellOnce(frame, ir.name, () => {
    const { name, title, origin: span } = fact;
    const how = howFound(fact, given, found);
    if (found.status === 'determined' && given !== undefined)
      return { step: 'fact', name, title, how, value: textOfDatum(found.value, frame.session), span, steps: [] };
    return {
      step: 'fact',
      name,
      title,
      how,
      ...valued(found, frame.session),
      ...(found.status === 'error' ? { problem: found.message } : {}),
      span,
      // What was given needs no derivation, unless it is contradicted.
      steps: given === undefined || found.status === 'error' ? (computed?.steps ?? []) : [],
    };
  });
  return found;
}

function settled(fact: Fact, given: Value | undefined, computed: Found | undefined, ir: FactRead, frame: Frame): Found {
  const { program } = frame.session;
  if (given?.is === 'invalid') return unusable(given, ir.origin);
  if (given !== undefined) {
    const value = fromFact(fact, given, frame);
    if (computed?.status !== 'determined' || same(value, computed.value)) return determined(value);
    const [mine, other] = [textOfDatum(value, frame.session), textOfDatum(computed.value, frame.session)];
    return contradiction(fact, mine, other, ir.origin);
  }
  if (fact.closed) return determined(truth(false));
  if (computed === undefined) return undetermined(missingFact(program, fact.name));
  if (computed.status === 'determined') {
    const { range } = fact;
    if (range === undefined || isInside(toValue(computed.value), range)) return computed;
    const text = textOfDatum(computed.value, frame.session);
    return computedOutOfRange(fact, text, printRange(range, program), ir.origin);
  }
  if (computed.status !== 'undetermined') return computed;
  const unset = computed.reasons.filter(({ code }) => code === 'unset-parameter');
  return unset.length > 0
    ? { ...computed, reasons: unset }
    : undetermined(missingFact(program, fact.name, computed.reasons));
}

function howFound(fact: Fact, given: Value | undefined, found: Found): FactStep['how'] {
  if (found.status === 'error') return 'unusable';
  if (given !== undefined) return 'given';
  if (fact.closed) return 'closed';
  return found.status === 'determined' ? 'computed' : 'missing';
}

/** A long list is read once for all who look at it. */
function fromFact(fact: Fact, given: Value, { session }: Frame): Datum {
  const known = session.given.get(fact.name);
  if (known !== undefined) return known;
  const value = fromValue(given, fact.name);
  session.given.set(fact.name, value);
  return value;
}

/** What the other facts make of it (`or-from`). */
function compute(fact: Fact, frame: Frame): Computed | undefined {
  const { orFrom, name } = fact;
  if (orFrom === undefined) return undefined;
  const known = frame.session.computed.get(name);
  if (known === 'under way') throw new Error(`${name} follows from itself`);
  if (known !== undefined) return known;
  frame.session.computed.set(name, 'under way');
  const [found, steps] = apart(frame, () => frame.run(orFrom, { ...frame, output: name, locals: undefined }));
  frame.session.computed.set(name, { found, steps });
  return { found, steps };
}

/** A parameter, found by its keys if it has some. In source-only mode what the company set counts as open. */
export function parameterRead(ir: ParameterRead, frame: Frame): Found {
  const { program, sourceOnly } = frame.session;
  const parameter = program.parameters[ir.name];
  if (parameter === undefined) throw new Error(`no parameter ${ir.name}`);
  return strict(
    ir.keys.map((key) => frame.run(key, frame)),
    (data) => {
      const keys = data.map((key) => textOfDatum(key, frame.session));
      const found = parameterValue(parameter, keys, ir, frame);
      tellOnce(frame, `${ir.name}(${keys.join(', ')})`, () => ({
        step: 'parameter',
        name: ir.name,
        keys,
        title: parameter.title,
        owner: parameter.owner,
        ...valued(found, frame.session),
        span: parameter.origin,
      }));
      return sourceOnly && found.status === 'determined' ? undetermined(ownParameter(program, ir.name)) : found;
    },
  );
}

function parameterValue(parameter: Parameter, keys: readonly string[], ir: ParameterRead, frame: Frame): Found {
  const { program } = frame.session;
  const { name, value, entries } = parameter;
  if (value === undefined && entries === undefined) return undetermined(unsetParameter(program, name));
  const entry = entries?.find((each) => each.keys.every((key, i) => key === keys[i]));
  const set = value ?? entry?.value;
  if (set === undefined) return undetermined(missingKey(program, name, keys));
  return set.is === 'invalid' ? unusable(set, ir.origin) : settledValue(set, frame.session);
}

/** Another decision's value; where it does not apply, what is to hold then. */
export function decisionRead(ir: DecisionRead, frame: Frame): Found {
  const { session } = frame;
  const args = ir.args.map((arg) => frame.run(arg, frame));
  return strict(args, (values) => {
    const { found, explanation } = frame.decide(ir.name, values, session);
    const on = values.map((value) => textOfDatum(value, session)).join(', ');
    const title = session.program.decisions[ir.name]?.title ?? { en: ir.name, zh: ir.name };
    tellOnce(frame, on === '' ? ir.name : `${ir.name} on ${on}`, () => ({
      step: 'decision',
      name: ir.name,
      title,
      ...(values.length === 0 ? {} : { on }),
      status: found.status,
      ...valued(found, session),
      ...(explanation === undefined ? {} : { explanation }),
    }));
    if (found.status !== 'not-applicable') return found;
    return ir.otherwise === undefined
      ? notApplicable(ir.name, ir.origin)
      : withFlags(found.flags, frame.run(ir.otherwise, frame));
  });
}

export function localRead(ir: Local, frame: Frame): Found {
  const value = lookup(frame, ir.id);
  return value.is === 'invalid' ? unusable(value, ir.origin) : determined(value);
}

export function fieldRead(ir: Field, frame: Frame): Found {
  return strict([frame.run(ir.of, frame)], ([record]) => {
    const { value, place, closed } = fieldOf(ir, record, frame);
    if (value === undefined) {
      return closed ? determined(truth(false)) : undetermined(missingFact(frame.session.program, place));
    }
    return value.is === 'invalid' ? unusable(value, ir.origin) : determined(value);
  });
}

function fieldOf(
  { name }: Field,
  record: Datum | undefined,
  { session }: Frame,
): { readonly value: Datum | undefined; readonly place: string; readonly closed: boolean } {
  if (record?.is !== 'record') throw new Error(`a record was expected, ${record?.is ?? 'nothing'} found`);
  const { element, fields } = record;
  const rule = element === undefined ? undefined : session.program.facts[element.fact]?.fields?.[name];
  return {
    value: Object.hasOwn(fields, name) ? fields[name] : undefined,
    place: element === undefined ? name : `${element.place}.${name}`,
    closed: rule?.closed === true,
  };
}

/** Was it given? Of a field only the record must be known. */
export function known(ir: Known, frame: Frame): Found {
  const { of } = ir;
  if (of.op === 'fact') return answer(frame.session.facts[of.name] !== undefined, ir);
  return strict([frame.run(of.of, frame)], ([record]) => answer(fieldOf(of, record, frame).value !== undefined, ir));
}

function answer(given: boolean, { negated }: Known): Found {
  return determined(truth(given !== negated));
}

export function literal(ir: Extract<Ir, { op: 'literal' }>, session: Session): Found {
  return ir.value.is === 'invalid' ? unusable(ir.value, ir.origin) : settledValue(ir.value, session);
}

/** A value of the program itself, read once. */
function settledValue(value: Value, { known }: Session): Found {
  const before = known.values.get(value);
  if (before !== undefined) return before;
  const found = determined(fromValue(value));
  known.values.set(value, found);
  return found;
}

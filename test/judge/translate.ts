import type { Call, Ir, Logic, Range } from '../../engine/ir/ir.ts';
import type { Program } from '../../engine/ir/program.ts';
import { rangeParts } from '../../engine/ir/walk.ts';
import { bands } from './bands.ts';
import { valueTerm, within, type Facts } from './facts.ts';
import {
  either,
  failing,
  hasError,
  isFalse,
  isTrue,
  notApplicable,
  strict,
  undetermined,
  valued,
  type Outcome,
} from './outcome.ts';
import { rounded } from './rounded.ts';
import type { Script } from './script.ts';
import { and, ite, no, not, yes, type Term } from './smt.ts';
import { table } from './table.ts';

/** The meaning of the IR as the language's own page settles it, in terms; nothing of the engine's evaluators stands behind it. */
export interface Place {
  readonly program: Program;
  readonly facts: Facts;
  readonly script: Script;
  /** When the part is evaluated at all. */
  readonly reach: Term;
  /** Hears when a part gives an answer. */
  readonly hear: (part: object, answer: boolean | 'nothing', when: Term) => void;
}

export const inside = (place: Place, ...conditions: readonly Term[]): Place => ({
  ...place,
  reach: place.script.define('Bool', and(place.reach, ...conditions)),
});

export function hears(part: object, condition: Outcome, place: Place): void {
  place.hear(part, true, and(place.reach, isTrue(condition)));
  place.hear(part, false, and(place.reach, isFalse(condition)));
  place.hear(part, 'nothing', and(place.reach, not(condition.ok)));
}

/** What a decision comes to; the one that is asked stays unrounded at its end. */
export function decided(name: string, isAsked: boolean, place: Place): Outcome {
  const { appliesWhen, requires, body } = place.program.decisions[name]!;
  if (body.is !== 'ir') throw new Error('only bodies are judged');
  const { script } = place;
  const applies = (i: number, from: Place): Outcome => {
    const condition = appliesWhen[i];
    if (condition === undefined) {
      return translate(isAsked && body.ir.op === 'round' ? body.ir.value : body.ir, from);
    }
    const found = translate(condition, from);
    hears(condition, found, from);
    const rest = applies(i + 1, inside(from, isTrue(found)));
    return either(isTrue(found), rest, either(isFalse(found), notApplicable, withoutValue(found), script), script);
  };
  const required = (i: number, from: Place): Outcome => {
    const condition = requires[i];
    if (condition === undefined) return applies(0, from);
    const found = translate(condition.that, from);
    const goesOn = and(not(isFalse(found)), not(hasError(found)));
    const rest = required(i + 1, inside(from, goesOn));
    const stops = either(isFalse(found), failing('requires/failed'), withoutValue(found), script);
    return either(goesOn, rest, stops, script);
  };
  return required(0, place);
}

export function translate(ir: Ir, place: Place): Outcome {
  const { script, facts, program } = place;
  switch (ir.op) {
    case 'literal':
      return valued(valueTerm(ir.value));
    case 'mark':
      return translate(ir.value, place);
    case 'reading':
      return translate(ir.taken, place);
    case 'undetermined':
      return undetermined('gap' in ir ? `gap ${ir.gap}` : 'needs');
    case 'fact': {
      const given = facts.given.get(ir.name)!;
      const absent = program.facts[ir.name]!.closed ? valued(no) : undetermined(`missing ${ir.name}`);
      return either(given, valued(facts.terms.get(ir.name)!), absent, script);
    }
    case 'known': {
      const given = facts.given.get(ir.of.name)!;
      return valued(ir.negated ? not(given) : given);
    }
    case 'decision': {
      const found = decided(ir.name, false, place);
      const other =
        ir.otherwise === undefined
          ? failing('expression/not-applicable')
          : translate(ir.otherwise, inside(place, found.notApplicable));
      return either(found.notApplicable, other, { ...found, notApplicable: no }, script);
    }
    case 'logic':
      return logic(ir, place);
    case 'not': {
      const found = translate(ir.operand, place);
      return { ...found, value: found.value === '' ? '' : not(found.value) };
    }
    case 'compare': {
      const sides = [translate(ir.left, place), translate(ir.right, place)];
      const [left, right] = sides.map(({ value }) => value);
      if (sides.some(({ value }) => value === '')) return strict(sides, failing('never'), script);
      const how = ir.comparison === '!=' ? 'distinct' : ir.comparison;
      return strict(sides, valued(script.define('Bool', `(${how} ${left} ${right})`)), script);
    }
    case 'within':
      return ir.range.range === 'any' ? valued(yes) : accepts(translate(ir.value, place), ir.range, place);
    case 'choose': {
      const from = (i: number, here: Place): Outcome => {
        const arm = ir.arms[i];
        if (arm === undefined) {
          here.hear(ir.otherwise, true, here.reach);
          return translate(ir.otherwise, here);
        }
        const found = translate(arm.when, here);
        hears(arm, found, here);
        const value = translate(arm.value, inside(here, isTrue(found)));
        const rest = from(i + 1, inside(here, isFalse(found)));
        return either(isTrue(found), value, either(isFalse(found), rest, withoutValue(found), script), script);
      };
      return from(0, place);
    }
    case 'call':
      return call(ir, place);
    case 'round': {
      const found = translate(ir.value, place);
      return found.value === '' ? found : { ...found, value: rounded(found.value, ir.to, ir.mode, script) };
    }
    case 'bands':
      return bands(ir, place);
    case 'table':
      return table(ir, place);
    default:
      throw new Error(`${ir.op} is not judged`);
  }
}

/** The same without its value, where it has none. */
export function withoutValue({ errors, reasons, notApplicable: never }: Outcome): Outcome {
  return { ok: no, value: '', errors, reasons, notApplicable: never };
}

/** Does the range accept the value? Its ends or items are worked out as well. */
export function accepts(value: Outcome, range: Range, place: Place): Outcome {
  const parts = rangeParts(range);
  const ends = parts.map((part) => translate(part, place));
  if ([value, ...ends].some((one) => one.value === '')) return strict([value, ...ends], failing('never'), place.script);
  const holds = within(value.value, range, (ir) => ends[parts.indexOf(ir)]!.value);
  return strict([value, ...ends], valued(place.script.define('Bool', holds)), place.script);
}

function logic({ connective, left, right }: Logic, place: Place): Outcome {
  const { script } = place;
  const decides = connective === 'and' ? isFalse : isTrue;
  const first = translate(left, place);
  const isDecided = script.define('Bool', decides(first));
  const second = translate(right, inside(place, not(isDecided), not(hasError(first))));
  const decision = valued(connective === 'and' ? no : yes);
  const open = either(
    hasError(second),
    second,
    either(decides(second), decision, strict([first, second], failing('never'), script), script),
    script,
  );
  return either(
    isDecided,
    decision,
    either(first.ok, second, either(hasError(first), withoutValue(first), open, script), script),
    script,
  );
}

function call(ir: Call, place: Place): Outcome {
  const { script } = place;
  const args = ir.args.map((arg) => translate(arg, place));
  if (args.some(({ value }) => value === '')) return strict(args, failing('never'), script);
  const [a = '', b = ''] = args.map(({ value }) => value);
  const made = (term: Term): Outcome => strict(args, valued(script.define('Real', term)), script);
  switch (ir.fn) {
    case 'add':
      return made(`(+ ${a} ${b})`);
    case 'subtract':
      return made(`(- ${a} ${b})`);
    case 'multiply':
      return made(`(* ${a} ${b})`);
    case 'negate':
      return made(`(- ${a})`);
    case 'abs':
      return made(ite(`(>= ${a} 0.0)`, a, `(- ${a})`));
    case 'days-between':
      return made(`(- ${b} ${a})`);
    case 'min':
    case 'max': {
      const how = ir.fn === 'min' ? '<=' : '>=';
      const terms = args.map(({ value }) => value);
      return made(
        terms.slice(1).reduce((best, one) => script.define('Real', ite(`(${how} ${best} ${one})`, best, one)), a),
      );
    }
    case 'divide': {
      const known = and(...args.map(({ ok }) => ok));
      const isPositive = script.define('Bool', `(> ${b} 0.0)`);
      place.hear(ir, true, and(place.reach, known, isPositive));
      place.hear(ir, false, and(place.reach, known, not(isPositive)));
      const quotient = either(
        isPositive,
        valued(script.define('Real', `(/ ${a} ${b})`)),
        undetermined('denominator'),
        script,
      );
      return strict(args, quotient, script);
    }
    default:
      throw new Error(`${ir.fn} is not judged`);
  }
}

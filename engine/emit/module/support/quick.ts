import type { Outcome } from '../../../ir/outcome.ts';
import type { Fact, Program } from '../../../ir/program.ts';
import type { Type } from '../../../ir/type.ts';
import { printType } from '../../../ir/type.ts';
import { decimals } from '../../../plain/print.ts';
import { wordOf } from '../../../plain/slots.ts';
import { unitsAt } from '../../../plain/scaled.ts';
import { unitsBehind } from '../../../plain/written.ts';
import { readFacts, type RawFact, type RawFacts } from '../../../value/facts.ts';
import { printValue } from '../../../value/print.ts';

/** A decision of plain cases: whole units, truth or a word; undefined where it takes exact numbers to say what the outcome is. */
interface Quick {
  readonly facts: readonly string[];
  readonly ask: (given: RawFacts) => Found;
  /** The same for facts that are read already, of which the places are said in the order of `facts`. */
  readonly row: (cells: readonly unknown[], places: readonly number[]) => Found;
  /** Decimals of the number that it gives. */
  readonly scale: number;
  /** The flags that it may raise. */
  readonly flags: readonly string[];
}

type Found = number | boolean | string | undefined;
type Answer = (given: RawFacts) => Outcome | undefined;
type Raised = () => number;

/** Answers from the texts of facts, for decisions that are plain. `raised` tells the flags of the last one, a bit for each. */
export function quickAnswers(
  handbook: Program,
  quick: Readonly<Record<string, Quick>>,
  raised: Raised,
): ReadonlyMap<string, Answer> {
  const areFacts = onlyFacts(handbook);
  return new Map(
    Object.entries(quick).map(([name, one]) => [name, quickAnswer(handbook, name, one, areFacts, raised)]),
  );
}

function quickAnswer(
  handbook: Program,
  name: string,
  { ask, scale, flags }: Quick,
  areFacts: (given: RawFacts) => boolean,
  raised: Raised,
): Answer {
  const decision = handbook.decisions[name];
  if (decision === undefined) return () => undefined;
  const { type, policy, version, cites } = decision;
  const [printed, text] = [printType(type), textOf(type, scale, handbook)];
  return (given) => {
    if (!isPlainObject(given) || !areFacts(given)) return undefined;
    const value = ask(given);
    if (value === undefined) return undefined;
    return {
      decision: name,
      type: printed,
      policy,
      version,
      cites,
      status: 'determined',
      value: text(value),
      flags: flags.length === 0 ? [] : raisedFlags(flags, raised()),
      reasons: [],
    };
  };
}

/** Decisions made ready for many rows of the same facts. */
export interface Rows {
  /** The values as texts, of the facts as texts; undefined where `evaluate` must say what the outcome is. They are put into `values`. */
  readonly run: (texts: readonly (string | undefined)[], values?: (string | undefined)[]) => (string | undefined)[];
  /** What the value of a decision rests on, by its place, in the row that was run last. */
  readonly flags: (decision: number) => readonly string[];
}

type Reader = (text: string) => unknown;

/** Decisions of plain cases for many rows; each text is read once for all of them. Throws a RangeError for a name that is none. */
export function preparedRows(
  handbook: Program,
  quick: Readonly<Record<string, Quick>>,
  readers: Readonly<Record<string, (given: RawFact) => unknown>>,
  raised: Raised,
  decisions: readonly string[],
  facts: readonly string[],
): Rows {
  const reads = facts.map((name): Reader => {
    const fact = Object.hasOwn(handbook.facts, name) ? handbook.facts[name] : undefined;
    if (fact === undefined) throw new RangeError(`“${name}” is no fact that a decision of this module reads`);
    if (fact.type.is === 'boolean') return (text) => text === 'true' || (text === 'false' ? false : NaN);
    return (Object.hasOwn(readers, name) ? readers[name] : undefined) ?? ((text) => text);
  });
  const asked = decisions.map((name) => {
    const decision = Object.hasOwn(handbook.decisions, name) ? handbook.decisions[name] : undefined;
    if (decision === undefined) throw new RangeError(`“${name}” is no decision of this module`);
    const one = Object.hasOwn(quick, name) ? quick[name] : undefined;
    const places = one?.facts.map((fact) => facts.indexOf(fact)) ?? [];
    return {
      row: one?.row ?? nothing,
      places,
      flags: one?.flags ?? [],
      text: textOf(decision.type, one?.scale ?? 0, handbook),
    };
  });
  const cells: unknown[] = facts.map(() => undefined);
  const bits = decisions.map(() => 0);
  return {
    run(texts, values = []) {
      for (let i = 0; i < reads.length; i += 1) {
        const text = texts[i];
        cells[i] = text === undefined || text === '' ? undefined : reads[i]?.(text);
      }
      for (let i = 0; i < asked.length; i += 1) {
        const one = asked[i];
        if (one === undefined) continue;
        const { row, places, flags, text } = one;
        const value = row(cells, places);
        bits[i] = value === undefined || flags.length === 0 ? 0 : raised();
        values[i] = value === undefined ? undefined : text(value);
      }
      return values;
    },
    flags: (i) => raisedFlags(asked[i]?.flags ?? [], bits[i] ?? 0),
  };
}

const nothing = (): undefined => undefined;

/** Nothing stands in it that its own keys do not name. */
function isPlainObject(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype;
}

/** Are all that are given facts? One object after another mostly has the same names in the same order. */
function onlyFacts(handbook: Program): (given: RawFacts) => boolean {
  const facts = new Set(Object.keys(handbook.facts));
  const before: string[] = [];
  return (given) => {
    let at = 0;
    for (const fact in given) {
      if (given[fact] === undefined) return false;
      if (fact !== before[at]) {
        if (!facts.has(fact)) return false;
        before[at] = fact;
      }
      at += 1;
    }
    return true;
  };
}

/** The flags whose bits are set, in their order. */
export function raisedFlags(flags: readonly string[], bits: number): readonly string[] {
  return bits === 0 ? [] : flags.filter((_flag, i) => (bits & (1 << i)) !== 0).sort();
}

/** Reads texts of an amount in its usual form as whole units: undefined when nothing is given, NaN for all that needs a closer look. */
export function unitsReader(
  { type }: Fact,
  scale: number,
  handbook: Program,
): (given: RawFact | undefined) => number | undefined {
  const written = type.is === 'percent' ? scale - 2 : scale;
  const units = unitsBehind(type, handbook);
  return (given) => {
    if (typeof given !== 'string') return given === undefined || given === null ? undefined : NaN;
    for (let i = 0; i < units.length; i += 1) {
      const unit = units[i] ?? '';
      if (isBehind(unit, given)) return unitsAt(given, written, given.length - unit.length);
    }
    return NaN;
  };
}

/** Does the text end with these characters? */
function isBehind(unit: string, text: string): boolean {
  const from = text.length - unit.length;
  if (from < 0) return false;
  for (let i = 0; i < unit.length; i += 1) if (text.charCodeAt(from + i) !== unit.charCodeAt(i)) return false;
  return true;
}

/** Few texts come again and again as words; more than this are not kept. */
const mostWords = 1000;

/** Reads texts of a date, a time, a member, a post or any text: undefined where it cannot be one. */
export function wordReader(fact: Fact, handbook: Program): (given: unknown) => string | undefined {
  const known = new Map<unknown, string | undefined>();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined || typeof given !== 'string') return before;
    const value = readFacts(handbook, { [fact.name]: given }).values[fact.name];
    const word = value === undefined ? undefined : wordOf(value);
    if (known.size < mostWords) known.set(given, word);
    return word;
  };
}

/** Prints what was found as outcomes show it. */
function textOf(type: Type, scale: number, handbook: Program): (found: number | boolean | string) => string {
  switch (type.is) {
    case 'number':
      return ofNumber(decimals(scale, 0, ''));
    case 'percent':
      if (scale < 2) return (units) => `${units}${units === 0 ? '' : '0'.repeat(2 - scale)}%`;
      return ofNumber(decimals(scale - 2, 0, '%'));
    case 'money':
      return ofNumber(decimals(scale, handbook.moneyDecimals, ` ${type.currency}`));
    case 'quantity':
    case 'duration': {
      const digits = decimals(scale, 0, '');
      return ofNumber((units) => printValue({ ...type, digits: digits(units) }, handbook));
    }
    case 'time':
    case 'date-time':
      // Without seconds where there are none.
      return (word) => String(word).replace(/(:\d\d):00$/, '$1');
    default:
      return String;
  }
}

const ofNumber =
  (print: (units: number) => string) =>
  (found: unknown): string =>
    print(found as number);

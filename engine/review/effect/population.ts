import type { Cell } from '../../compile/reader.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { Program } from '../../ir/program.ts';
import { readFacts, type Facts, type RawFact } from '../../value/facts.ts';
import { causesOf } from './causes.ts';
import type { Effect } from './effect.ts';
import type { Wider } from './about.ts';
import { differingIn, isAgain, newOnce, type Once } from './once.ts';
import { areCellsEnough, engineOf, sideOf, type Asked, type Said } from './sides.ts';
import { addRow, newTally } from './tally.ts';
import { effectOf } from './told.ts';

/** A row of a population. */
interface PopulationRow<Source> {
  readonly line: number;
  /** What says whom it is about, if that is asked. */
  readonly source: Source;
  /** Its text in the column by which gains and losses are told. */
  readonly group?: string | undefined;
  /** What it belongs to: the text of the column of each subject that has one. */
  readonly within?: Readonly<Record<string, string>>;
}

/** What is asked of each row, or once for what several rows share. */
export interface Question extends Asked {
  readonly wider?: Wider;
  /** The column that tells apart what rows share; without one each row is asked. */
  readonly onceBy?: string;
}

/** A row as text: one for each of the population's facts, empty where there is none. */
interface TextRow<Source> extends PopulationRow<Source> {
  readonly texts: readonly string[];
}

/** A row whose facts were read before, by each side's words. */
interface FactRow<Source> extends PopulationRow<Source> {
  readonly facts: { readonly before: Facts; readonly after: Facts };
}

/** Tries two programs on a population, row by row. */
export interface Trial<Source> {
  /** Whether all that is asked can be asked of rows as text; that is many times faster. */
  readonly takesTexts: boolean;
  addTexts(row: TextRow<Source>): void;
  addFacts(row: FactRow<Source>): void;
  /** What a side reads of a row as text. */
  factsOf(texts: readonly string[], side: 'before' | 'after'): Facts;
  /** `whoOf` is asked about the rows with the largest changes only; `shared` names what rows share, where the decision is about that. */
  effects(whoOf: (source: Source, shared: string | undefined) => string | undefined): readonly Effect[];
}

/** What watches a trial hears of each outcome that is an error. */
type OnError = (side: 'before' | 'after', outcome: Outcome) => void;

/** `facts` names what the texts of a row are, in their order. */
export function newTrial<Source>(
  programs: { readonly before: Program; readonly after: Program },
  questions: readonly Question[],
  facts: readonly string[],
  onError: OnError = () => undefined,
): Trial<Source> {
  const { before, after } = programs;
  const columns = { before: columnsFor(before, facts), after: columnsFor(after, facts) };
  const readers = {
    before: engineOf(before).reader(columns.before.names),
    after: engineOf(after).reader(columns.after.names),
  };
  // Read once where both sides understand the same by the texts.
  const isOneReading =
    columns.before.names.length === facts.length &&
    columns.after.names.length === facts.length &&
    wordsOf(before, facts) === wordsOf(after, facts);
  const asked = questions.map((question) => ({
    question,
    once: question.onceBy === undefined ? undefined : newOnce(question.onceBy),
    tally: newTally<TextRow<Source> | FactRow<Source>>(
      question.decision,
      sideOf(before, question, columns.before.names),
      sideOf(after, question, columns.after.names),
    ),
  }));
  const isCounted = ({ question: { wider }, once }: One, row: PopulationRow<Source>, was: Said, is: Said): boolean =>
    once === undefined || wider === undefined || !isAgain(once, row.within?.[wider.subject] ?? '', was, is);
  const cells: { readonly before: Cell[]; readonly after: Cell[] } = { before: [], after: [] };
  const factsOf = (texts: readonly string[], side: 'before' | 'after'): Facts => {
    const given: Record<string, RawFact> = {};
    for (const { name, at } of columns[side].pairs) given[name] = texts[at] === '' ? null : (texts[at] ?? null);
    return readFacts(programs[side], given);
  };
  return {
    takesTexts: questions.every((question) => areCellsEnough([before, after], question)),
    addTexts: (row) => {
      const { texts } = row;
      readers.after.read(isOneReading ? texts : columns.after.pick(texts), cells.after);
      if (!isOneReading) readers.before.read(columns.before.pick(texts), cells.before);
      const old = isOneReading ? cells.after : cells.before;
      for (const one of asked) {
        const { tally } = one;
        const { before: was, after: is } = tally;
        const [a, b] = [was.ofCells(old), is.ofCells(cells.after)];
        if (!isCounted(one, row, a, b)) continue;
        addRow(tally, a, b, row, row.group, (side, said) => {
          const outcome = side === 'before' ? was.outcome(said, old) : is.outcome(said, cells.after);
          if (said !== undefined && outcome.status === 'error') onError(side, outcome);
          return outcome;
        });
      }
    },
    addFacts: (row) => {
      for (const one of asked) {
        const { tally } = one;
        const { before: was, after: is } = tally;
        const [a, b] = [was.ofFacts(row.facts.before), is.ofFacts(row.facts.after)];
        if (!isCounted(one, row, a, b)) continue;
        addRow(tally, a, b, row, row.group, (side, said) => {
          const outcome = (side === 'before' ? was : is).outcome(said, []);
          if (said !== undefined && outcome.status === 'error') onError(side, outcome);
          return outcome;
        });
      }
    },
    factsOf,
    effects: (whoOf) =>
      asked.map(({ question, once, tally }) => ({
        ...effectOf(tally, (row) => {
          const { line, source } = row;
          // What rows share is told by its own name, not by that of the row that said it first.
          const shared = question.wider === undefined ? '' : (row.within?.[question.wider.subject] ?? '');
          const who = whoOf(source, shared === '' ? undefined : shared);
          const read = (side: 'before' | 'after'): Facts =>
            'facts' in row ? row.facts[side] : factsOf(row.texts, side);
          const sides = [before, after].map((program, i) => ({ program, facts: read(i === 0 ? 'before' : 'after') }));
          const [was, is] = sides as [{ program: Program; facts: Facts }, { program: Program; facts: Facts }];
          return { line, ...(who === undefined ? {} : { who }), causes: causesOf(question, was, is) };
        }),
        ...sharedIn(question, once),
      })),
  };
}

interface One {
  readonly question: Question;
  readonly once: Once | undefined;
}

function sharedIn({ wider }: Question, once: Once | undefined): Pick<Effect, 'shared'> {
  if (wider === undefined) return {};
  const counted = once === undefined ? {} : { column: once.column, again: once.again, differing: differingIn(once) };
  return { shared: { ...wider, ...counted } };
}

interface Columns {
  readonly names: readonly string[];
  readonly pairs: readonly { readonly name: string; readonly at: number }[];
  pick(texts: readonly string[]): readonly string[];
}

/** The facts that a side knows; it may lack some that the other has. */
function columnsFor({ facts }: Program, wanted: readonly string[]): Columns {
  const pairs = wanted.flatMap((name, at) => (Object.hasOwn(facts, name) ? [{ name, at }] : []));
  const picked: string[] = [];
  return {
    names: pairs.map(({ name }) => name),
    pairs,
    pick: (texts) => {
      for (const [i, { at }] of pairs.entries()) picked[i] = texts[at] ?? '';
      return picked;
    },
  };
}

/** How texts of these facts are read. */
function wordsOf(
  { facts, units, enumerations, currency, moneyDecimals, organizations }: Program,
  names: readonly string[],
): string {
  const rules = names.map((name) => facts[name]);
  return JSON.stringify([rules, units, enumerations, currency, moneyDecimals, organizations], (key, value: unknown) =>
    key === 'origin' ? undefined : value,
  );
}

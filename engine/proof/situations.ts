import type { Ir } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { areApart } from './apart.ts';
import { columnsOf, type Column } from './columns.ts';
import type { NotDecided, World } from './domain.ts';
import { statementOf, type Inline, type Statement } from './statement.ts';
import { no, yes } from './verdict.ts';

export type Truth = 'true' | 'false' | 'open';

/** One way in which statements can hold together. */
export interface Situation {
  /** Of each statement, in order; `open` where it stays undetermined. */
  readonly truths: readonly Truth[];
  /** Is a fact left out on purpose? */
  readonly isAbsent: boolean;
  /** Facts under which it is so; none where it also depends on what is computed, so that it may not happen at all. */
  readonly witness?: ReadonlyMap<string, Value>;
  /** Nothing that is computed has to do with anything else that is asked, so nothing speaks against it. */
  readonly isPlausible: boolean;
}

export interface Question {
  readonly statements: readonly Ir[];
  /** What must hold before the statements matter. */
  readonly holds: readonly Ir[];
  /** What must not be false; undetermined goes on (semantics 2.8). */
  readonly requires: readonly Ir[];
  readonly inline: Inline;
}

// A second at most; conditions that a person can read have far fewer.
const mostChoices = 200_000;

/**
 * All ways in which the statements can hold together, by cutting each fact's values where a condition cuts them. What is not
 * listed cannot happen; what is listed with a witness can. What is computed from facts counts as free.
 */
export function situations(question: Question, world: World): readonly Situation[] | NotDecided {
  const taken = (all: readonly Ir[]): readonly Statement[] => all.map((ir) => statementOf(ir, question.inline));
  const [statements, holds, requires] = [taken(question.statements), taken(question.holds), taken(question.requires)];
  const columns = columnsOf([...statements, ...holds, ...requires], world);
  if ('notDecided' in columns) return columns;
  const count = [...columns.values()].reduce((product, { size }) => product * size, 1);
  if (count > mostChoices) return tooMany(count);
  const found = new Map<string, Situation>();
  const isPlausible = areApart([...columns.values()]);
  for (const choice of choices(columns)) {
    const free = (one: Statement): Truth => truthOf(one, { columns, choice, factsOnly: false });
    const sure = (one: Statement): Truth => truthOf(one, { columns, choice, factsOnly: true });
    if (holds.some((one) => free(one) !== 'true') || requires.some((one) => free(one) === 'false')) continue;
    const truths = statements.map(free);
    const isAbsent = [...columns].some(([key, { pieces }]) => (choice.get(key) ?? 0) >= pieces);
    const key = [isAbsent, ...truths].join();
    if (found.get(key)?.witness !== undefined) continue;
    const isSure =
      [...holds, ...requires].every((one) => sure(one) === 'true') &&
      statements.every((one, i) => sure(one) === truths[i]);
    const witness = isSure ? witnessOf(columns, choice) : undefined;
    found.set(key, { truths, isAbsent, isPlausible, ...(witness === undefined ? {} : { witness }) });
  }
  return [...found.values()];
}

type Choice = ReadonlyMap<string, number>;

function* choices(columns: ReadonlyMap<string, Column>): Generator<Choice, void, undefined> {
  const sizes = [...columns].map(([key, { size }]) => ({ key, size }));
  const count = sizes.reduce((product, { size }) => product * size, 1);
  const choice = new Map<string, number>();
  for (let n = 0; n < count; n++) {
    let rest = n;
    for (const { key, size } of sizes) {
      choice.set(key, rest % size);
      rest = Math.floor(rest / size);
    }
    yield choice;
  }
}

interface Look {
  readonly columns: ReadonlyMap<string, Column>;
  readonly choice: Choice;
  /** What is no plain fact stays open. */
  readonly factsOnly: boolean;
}

/** The truth table of semantics 1.3; an `if` with an open condition is open (1.4). */
function truthOf(statement: Statement, look: Look): Truth {
  switch (statement.is) {
    case 'truth':
      return statement.truth ? 'true' : 'false';
    case 'open':
      return 'open';
    case 'not':
      return opposite[truthOf(statement.of, look)];
    case 'and':
    case 'or': {
      const decides: Truth = statement.is === 'and' ? 'false' : 'true';
      const sides = [truthOf(statement.left, look), truthOf(statement.right, look)];
      return sides.includes(decides) ? decides : sides.includes('open') ? 'open' : opposite[decides];
    }
    case 'choose': {
      for (const { when, value } of statement.arms) {
        const condition = truthOf(when, look);
        if (condition !== 'false') return condition === 'open' ? 'open' : truthOf(value, look);
      }
      return truthOf(statement.otherwise, look);
    }
    case 'asks':
    case 'known': {
      const { key } = statement;
      const column = look.columns.get(key);
      const piece = look.choice.get(key);
      if (column === undefined || piece === undefined || (look.factsOnly && column.fact === undefined)) return 'open';
      const isGiven = piece < column.pieces;
      if (statement.is === 'known') return isGiven === statement.negated ? 'false' : 'true';
      if (!isGiven) return column.closed ? 'false' : 'open';
      const verdict = column.verdicts.get(statement.range)?.[piece];
      return verdict === yes ? 'true' : verdict === no ? 'false' : 'open';
    }
  }
}

const opposite: Readonly<Record<Truth, Truth>> = { true: 'false', false: 'true', open: 'open' };

/** A value for each plain fact that is given; none where one cannot be shown. */
function witnessOf(columns: ReadonlyMap<string, Column>, choice: Choice): ReadonlyMap<string, Value> | undefined {
  const found = new Map<string, Value>();
  for (const [key, { fact, pieces, example }] of columns) {
    const piece = choice.get(key) ?? 0;
    if (fact === undefined || piece >= pieces) continue;
    const value = example(piece);
    if (value === undefined) return undefined;
    found.set(fact, value);
  }
  return found;
}

function tooMany(count: number): NotDecided {
  return {
    notDecided: {
      en: `the conditions cut the inputs into ${count} combinations, more than are looked at.`,
      zh: `各条件将输入划分为 ${count} 种组合，超出可考察的数量。`,
    },
  };
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import { isUnreadable, type Unreadable } from '../host/host-messages.ts';
import type { Population, Row } from '../host/population.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import { factsNear, readFacts, type Facts } from '../value/facts.ts';
import { toOutcome } from '../value/outcome.ts';
import { answerTo } from './answer.ts';
import { compiled } from './evaluators.ts';
import type { Asked, Ready } from './question.ts';
import { wrongUse } from './refusals.ts';
import type { Refusal } from './verb.ts';

/** A column whose cells are read as a fact. */
export interface FactColumn {
  readonly fact: string;
  readonly header: string;
  readonly index: number;
}

interface Columns {
  readonly facts: readonly FactColumn[];
  /** About columns that are carried through though they look as if a fact was meant. */
  readonly doubts: readonly Texts[];
}

/** Which columns are facts, by name or alias. */
export function columnsOf(header: readonly string[], name: string, program: Program): Columns | Refusal {
  const facts: FactColumn[] = [];
  const doubts: Texts[] = [];
  for (const [index, written] of header.entries()) {
    if (header.indexOf(written) < index && written !== '') return twice(name, written, written);
    // Whatever the value is: the reader says whose it would be.
    const [fact] = Object.keys(readFacts(program, { [written]: '?' }).values);
    const other = facts.find((column) => column.fact === fact);
    if (other !== undefined) return twice(name, other.header, written);
    if (fact !== undefined) facts.push({ fact, header: written, index });
    else if (!Object.hasOwn(program.decisions, written))
      doubts.push(...doubtOf(written, factsNear(written, program.facts)));
  }
  if (facts.length > 0) return { facts, doubts };
  return wrongUse(
    `No column of ${name} is a fact: ${header.join(', ')}. The first line must name facts, separated by commas.`,
    `${name} 没有任何一列是事实：${header.join('、')}。首行须为事实名称，以逗号分隔。`,
  );
}

function twice(name: string, one: string, other: string): Refusal {
  return wrongUse(
    `Two columns of ${name} mean the same: “${one}” and “${other}”. Keep one of them.`,
    `${name} 有两列含义相同：“${one}”与“${other}”。请只保留一列。`,
  );
}

function doubtOf(written: string, near: readonly string[]): readonly Texts[] {
  const [first] = near;
  if (first === undefined) return [];
  return [
    {
      en: `The column “${written}” is no fact and is only carried along. Did you mean “${first}”?`,
      zh: `列“${written}”不是事实，仅照原样保留。是不是“${first}”？`,
    },
  ];
}

/** A row with what came of each decision asked. */
export interface AnsweredRow {
  readonly row: Row;
  /** Whom or what the row is about, where the mapping names a key column. */
  readonly key?: string;
  /** The handbook at the row's day, by which it was answered. */
  readonly ready: Ready;
  readonly facts: Facts;
  /** One for each decision asked, in that order. */
  readonly outcomes: readonly Outcome[];
}

/** Asks the same decisions about every row, in order. What stops the reading comes last. */
export async function* askRows(
  { rows }: Population,
  columns: readonly FactColumn[],
  asked: readonly Asked[],
  ready: Ready,
  sourceOnly: boolean,
): AsyncGenerator<AnsweredRow | Unreadable, void, undefined> {
  const { program } = ready;
  for await (const row of rows) {
    if (isUnreadable(row)) {
      yield row;
      return;
    }
    const { problem } = row;
    const read = problem === undefined ? columns : [];
    // An empty cell says nothing.
    const given = read.map(({ fact, index }) => [fact, row.cells[index] || null] as const);
    const facts = readFacts(program, Object.fromEntries(given));
    const outcomes = asked.map((one) =>
      problem === undefined
        ? answerTo(one, facts, ready, { sourceOnly, evaluator: compiled })
        : toOutcome(program, one.decision, { status: 'error', code: 'population/cells', message: problem }),
    );
    yield { row, ready, facts, outcomes };
  }
}

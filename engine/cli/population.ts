import { resolve } from 'node:path';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { pseudonymsBy } from '../host/pseudonyms.ts';
import { textOf } from '../tables/cell.ts';
import { rawIn } from '../tables/mapping/in-unit.ts';
import { blocksOf, type Row } from '../tables/table.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Stretch } from '../review/diff/states.ts';
import { sharingOf } from '../review/effect/about.ts';
import { newTrial, type Trial } from '../review/effect/population.ts';
import type { EffectSection } from '../review/effect/section.ts';
import { unknownDecision } from '../value/failures.ts';
import { openRows, type OpenRows } from './answer-rows.ts';
import { givenIn, problemOf, readGiven, withinOf } from '../tables/given.ts';
import { populationErrors, type PopulationErrors } from './population-errors.ts';
import { allAsked, refusedText, type Ready } from './question.ts';
import { wrongUse } from './refusals.ts';
import { keyIn, nameColumnOf, whoIn } from '../tables/row-keys.ts';
import { isRefusal, type Call, type OptionRow, type Refusal } from './verb.ts';

/** The effect, not yet held against any gate. */
type PopulationEffect = Omit<EffectSection, 'gates' | 'without'>;

export const populationOptions: readonly OptionRow[] = [
  {
    flags: '--population <file>',
    says: {
      en: 'a table to try both sides on, read as by “bylaw run”: how many outcomes change, and by how much; on the day of --at, else today, or where the change does not hold today on its first day to come',
      zh: '用于试算两方的表格（读法同 bylaw run）：多少结果改变、改变多少；按 --at 的日期，未指明则按今天，变更今天无效时按其将来生效的首日',
    },
  },
  {
    flags: '--by <column>',
    says: { en: 'tell gains and losses by a column of the population', zh: '按人群表的某一列分列增减' },
  },
  {
    flags: '--id <column>',
    says: {
      en: "the column that says whom a row is about, for the largest changes (else the mapping's key)",
      zh: '标明每行是谁的列，用于列出最大变化（默认为映射中的 key）',
    },
  },
  {
    flags: '--key <column>',
    says: {
      en: "the column that tells rows apart (else the mapping's key): rows that share a key are left out",
      zh: '区分各行的列（默认为映射中的 key）：键相同的各行不计入',
    },
  },
  {
    flags: '--pseudonymous <keyfile>',
    says: {
      en: 'print pseudonyms in place of the identifiers: HMAC-SHA-256 under the key in this file',
      zh: '以假名代替标识：用此文件中的密钥作 HMAC-SHA-256',
    },
  },
];

/**
 * Tries the two sides of a stretch on the table of `--population`, row by row. What decisions that somebody named (`isNamed`)
 * lack is said beforehand.
 */
export async function tryPopulation(
  call: Call,
  stretch: Stretch,
  isNamed: boolean,
  decisionsFor: (given: ReadonlySet<string>) => readonly string[],
): Promise<{ readonly effect: PopulationEffect; readonly failed: boolean } | Refusal> {
  const { before, after } = stretch;
  const { population = '', by, sourceOnly = false } = call.options;
  const merged: Program = {
    ...after.program,
    facts: { ...before.program.facts, ...after.program.facts },
    decisions: { ...before.program.decisions, ...after.program.decisions },
  };
  const ready: Ready = {
    loaded: { dir: '', handbook: after.handbook, files: new Map(), leftOut: [] },
    moment: { at: after.day, isToday: false },
    program: merged,
  };
  const rows = await openRows({ ...call, options: { ...call.options, in: population } }, ready);
  if (isRefusal(rows)) return rows;
  const places = await placesOf(call, rows);
  if (isRefusal(places)) return places;
  const { columns, joined } = rows.reading;
  const given = new Set([...columns.map(({ fact }) => fact), ...joined.flatMap(({ facts }) => facts)]);
  const decisions = decisionsFor(given);
  const head = { file: rows.table.name, before: before.day, after: after.day, ...(by === undefined ? {} : { by }) };
  if (decisions.length === 0) return { effect: { ...head, unread: 0, effects: [] }, failed: false };
  const asked = allAsked(decisions, merged);
  if (isRefusal(asked)) return asked;
  const unknown = asked.find(({ decision }) => !Object.hasOwn(merged.decisions, decision));
  if (unknown !== undefined) return { exit: 2, says: unknownDecision(unknown.decision, merged).message };
  const wrong: { side: 'before' | 'after'; outcome: Outcome }[] = [];
  const trial = newTrial<Row>(
    { before: before.program, after: after.program },
    asked.map(({ decision, on }) => ({
      decision,
      sourceOnly,
      ...(on === undefined ? {} : { on }),
      ...sharingOf(decision, stretch, given, rows.reading),
    })),
    columns.map(({ fact }) => fact),
    (side, outcome) => wrong.push({ side, outcome }),
  );
  const errors = populationErrors(call, rows, [before, after], isNamed ? asked : []);
  const poured = await pour(rows, trial, places.groupOf, errors, wrong, [before.program, after.program]);
  if (isRefusal(poured)) return poured;
  const effects = trial.effects(places.whoOf);
  const failed = errors.finish(effects);
  return { effect: { ...head, unread: errors.unread(), effects }, failed };
}

/** Where it stands whom a row is about, and to which group it belongs. */
interface Places {
  readonly whoOf: (row: Row, shared: string | undefined) => string | undefined;
  readonly groupOf: (row: Row) => string | undefined;
}

async function placesOf(call: Call, { table, reading }: OpenRows): Promise<Places | Refusal> {
  const { by, id, pseudonymous } = call.options;
  const [byAt, idAt] = [placeIn(table, '--by', by), placeIn(table, '--id', id)];
  if (isRefusal(byAt)) return byAt;
  if (isRefusal(idAt)) return idAt;
  const at = idAt ?? reading.personIndex ?? reading.keyIndex;
  const hide =
    pseudonymous === undefined ? undefined : await pseudonymsBy(resolve(call.io.cwd, pseudonymous), pseudonymous);
  if (isUnreadable(hide)) return refusedText(hide);
  if (hide !== undefined && at === undefined)
    return wrongUse('Name the column whose entries become pseudonyms: --id COLUMN.', '请用 --id 指明以假名代替的列。');
  const nameAt = nameColumnOf(table.header, at);
  return {
    whoOf: (row, shared) => {
      if (hide === undefined) return shared ?? whoIn(row, at, nameAt);
      const who = shared ?? (at === undefined ? '' : keyIn(row, at));
      return who === '' ? undefined : hide(who);
    },
    groupOf: (row) => (byAt === undefined ? undefined : textOf(row.cells[byAt] ?? '').trim()),
  };
}

function placeIn(
  { header, name }: OpenRows['table'],
  option: string,
  wanted: string | undefined,
): number | undefined | Refusal {
  if (wanted === undefined) return undefined;
  const at = header.indexOf(wanted);
  if (at >= 0) return at;
  const near = didYouMean(suggest(wanted, header));
  return wrongUse(
    `${name} has no column “${wanted}” for ${option}.${near.en}`,
    `${name} 没有 ${option} 所指的列“${wanted}”。${near.zh}`,
  );
}

async function pour(
  { table, reading }: OpenRows,
  trial: Trial<Row>,
  groupOf: Places['groupOf'],
  errors: PopulationErrors,
  wrong: { side: 'before' | 'after'; outcome: Outcome }[],
  [old, now]: readonly [Program, Program],
): Promise<Refusal | undefined> {
  const { columns, joined, keyIndex } = reading;
  const isPlain = trial.takesTexts && joined.length === 0;
  const ask = (row: Row): void => {
    const key = keyIndex === undefined ? undefined : keyIn(row, keyIndex);
    for (const one of joined) one.claim(key ?? '');
    errors.see(row);
    const problem = problemOf(row, reading);
    if (problem !== undefined) {
      errors.unreadable(row, problem);
      return;
    }
    const about = { line: row.line, group: groupOf(row), source: row, within: withinOf(row, reading) };
    const texts = isPlain ? textsOf(row, columns) : undefined;
    if (texts === undefined) {
      const given = givenIn(row, reading, key);
      const facts = { before: readKnown(given, old), after: readKnown(given, now) };
      trial.addFacts({ ...about, facts });
      if (wrong.length > 0) errors.wrong(row, wrong, facts);
    } else {
      trial.addTexts({ ...about, texts });
      if (wrong.length > 0)
        errors.wrong(row, wrong, { before: trial.factsOf(texts, 'before'), after: trial.factsOf(texts, 'after') });
    }
    wrong.length = 0;
  };
  for await (const block of blocksOf(table)) {
    for (const row of block) {
      if (isUnreadable(row)) return refusedText(row);
      ask(row);
    }
  }
  return undefined;
}

/** The row as text; undefined where a cell has a type of its own, as in workbooks. */
function textsOf({ cells }: Row, columns: OpenRows['reading']['columns']): readonly string[] | undefined {
  const texts: string[] = [];
  for (const { index, unit } of columns) {
    const cell = cells[index] ?? '';
    if (typeof cell !== 'string') return undefined;
    const raw = unit === undefined ? cell : rawIn(cell, unit);
    if (raw !== null && typeof raw !== 'string') return undefined;
    texts.push(raw ?? '');
  }
  return texts;
}

/** A side reads the facts that it knows. */
function readKnown({ given, unfit }: ReturnType<typeof givenIn>, program: Program): ReturnType<typeof readGiven> {
  const known = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(program.facts, name)));
  return readGiven({ given: known(given), unfit: known(unfit) }, program);
}

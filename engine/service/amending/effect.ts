import type { Texts } from '../../diagnostic/diagnostic.ts';
import { rootsOf, readersOfRoots } from '../../review/diff/roots.ts';
import { onDay, stretchesOf, type Stretch } from '../../review/diff/states.ts';
import { sharingOf } from '../../review/effect/about.ts';
import { affectedDecisions, holdsOn, nearest } from '../../review/effect/affected.ts';
import type { Effect } from '../../review/effect/effect.ts';
import { gateWords, holdAgainst } from '../../review/effect/gates.ts';
import { effectSentences } from '../../review/effect/render.ts';
import { unchangedWords } from '../../review/effect/unchanged.ts';
import { newTrial } from '../../review/effect/population.ts';
import { givenIn, problemOf, readGiven, withinOf, type Given } from '../../tables/given.ts';
import { keyIn, nameColumnOf, whoIn } from '../../tables/row-keys.ts';
import type { Row } from '../../tables/table.ts';
import { isUnreadable } from '../../tables/unreadable.ts';
import type { Program } from '../../ir/program.ts';
import type { Facts } from '../../value/facts.ts';
import type { Workspace } from '../workspace.ts';
import { openPopulation, type PopulationTexts } from './open-population.ts';

/** The table on which the manifest has changes tried, and the mapping of its columns, below the handbook's folder. */
export function namedPopulation({ handbook }: Workspace): { readonly file: string; readonly map?: string } | undefined {
  const named = handbook.manifest?.review?.population;
  return named === undefined ? undefined : { file: named.file, ...(named.map === undefined ? {} : { map: named.map }) };
}

/** What a change comes to for the rows of a table. */
export interface EffectInWords {
  readonly file: string;
  /** The day on which both sides were asked. */
  readonly day: string;
  /** Rows that could not be asked about. */
  readonly unread: number;
  /** The column of the manifest by which gains and losses are told. */
  readonly by?: string;
  /** Rows that were left out, since there are more than are tried while somebody waits. */
  readonly leftOut: number;
  /** Of decisions that some row has a value of. */
  readonly effects: readonly (Effect & { readonly says: readonly Texts[] })[];
  /** Decisions of which no row comes out differently, a sentence for each. */
  readonly unchanged: readonly Texts[];
  readonly gates: readonly { readonly says: Texts; readonly failed: boolean }[];
  /** Why it was not tried. */
  readonly untried?: Texts;
}

// A second or so; the command line tries tables of any size.
const mostRows = 5_000;

/** Tries the handbook as it is saved and as it is now on a table; undefined where nothing that it tells of comes out differently. */
export async function effectOf(
  saved: Workspace,
  now: Workspace,
  population: PopulationTexts,
  today: string,
): Promise<EffectInWords | undefined> {
  const file = population.table.path;
  const stretch = differingNear(saved, now, today);
  if (stretch === undefined) return undefined;
  const { before, after } = stretch;
  const nothing = { file, day: after.day, unread: 0, leftOut: 0, effects: [], unchanged: [], gates: [] };
  const merged: Program = {
    ...after.program,
    facts: { ...before.program.facts, ...after.program.facts },
    decisions: { ...before.program.decisions, ...after.program.decisions },
  };
  const open = await openPopulation(population, merged);
  if (isUnreadable(open)) return { ...nothing, untried: open.unreadable };
  const { rows, reading, header } = open;
  const named = now.handbook.manifest?.review?.population;
  const [by, id] = named?.file === file ? [named.by, named.id] : [];
  const at = (column: string | undefined): number | undefined =>
    column !== undefined && header.includes(column) ? header.indexOf(column) : undefined;
  const [byIndex, idIndex] = [at(by), at(id) ?? reading.keyIndex];
  const given = new Set([...reading.columns.map(({ fact }) => fact), ...reading.joined.flatMap(({ facts }) => facts)]);
  const decisions = affectedDecisions(changedDecisions(stretch), stretch, given);
  if (decisions.length === 0) return undefined;
  const trial = newTrial<Row>(
    { before: before.program, after: after.program },
    decisions.map((decision) => ({ decision, sourceOnly: false, ...sharingOf(decision, stretch, given, reading) })),
    reading.columns.map(({ fact }) => fact),
  );
  let unread = 0;
  for (const row of rows.slice(0, mostRows)) {
    if (problemOf(row, reading) !== undefined) {
      unread += 1;
      continue;
    }
    const key = reading.keyIndex === undefined ? undefined : keyIn(row, reading.keyIndex);
    const facts = givenIn(row, reading, key);
    const read = { before: knownTo(before.program, facts), after: knownTo(after.program, facts) };
    const group = byIndex === undefined ? undefined : keyIn(row, byIndex);
    trial.addFacts({ line: row.line, source: row, facts: read, group, within: withinOf(row, reading) });
  }
  const nameIndex = nameColumnOf(header, idIndex);
  const tried = trial.effects((row, shared) => shared ?? whoIn(row, idIndex, nameIndex));
  const effects = tried.filter((effect) => effect.before.determined + effect.after.determined + effect.changed > 0);
  const gates = [
    ...new Map(
      [...now.handbook.gates, ...saved.handbook.gates].map((gate) => [`${gate.measure} ${gate.text}`, gate]),
    ).values(),
  ];
  return {
    ...nothing,
    unread,
    ...(by === undefined || byIndex === undefined ? {} : { by }),
    leftOut: Math.max(0, rows.length - mostRows),
    effects: effects.map((effect) => ({ ...effect, says: effectSentences(effect) })),
    unchanged: tried.filter(({ changed }) => changed === 0).map(unchangedWords),
    gates: holdAgainst(gates, effects, after.program).map((gate) => ({ says: gateWords(gate), failed: gate.failed })),
  };
}

/** Today where the two say anything differently today, else the first such days to come, else the last ones gone by. */
function differingNear(saved: Workspace, now: Workspace, today: string): Stretch | undefined {
  const stretches = stretchesOf({ name: 'saved', handbook: saved.handbook }, { name: 'now', handbook: now.handbook });
  const found = nearest(
    stretches.filter((stretch) => rootsOf(stretch).size > 0),
    today,
  );
  return found !== undefined && holdsOn(found, today) ? onDay(found, today) : found;
}

/** Those that differ, and those that read them. */
function changedDecisions(stretch: Stretch): readonly string[] {
  const roots = rootsOf(stretch);
  return [...roots, ...readersOfRoots(stretch, roots).keys()].flatMap((key) =>
    key.startsWith('decision ') ? [key.slice('decision '.length)] : [],
  );
}

/** A side reads the facts that it knows. */
function knownTo(program: Program, { given, unfit }: Given): Facts {
  const known = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(program.facts, name)));
  return readGiven({ given: known(given), unfit: known(unfit) }, program);
}

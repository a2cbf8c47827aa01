import type { Texts } from '../../diagnostic/diagnostic.ts';
import { rootsOf, readersOfRoots } from '../../review/diff/roots.ts';
import { stretchesOf, type Stretch } from '../../review/diff/states.ts';
import { affectedDecisions } from '../../review/effect/affected.ts';
import type { Effect } from '../../review/effect/effect.ts';
import { gateWords, holdAgainst } from '../../review/effect/gates.ts';
import { effectSentences } from '../../review/effect/render.ts';
import { newTrial } from '../../review/effect/population.ts';
import { givenIn, problemOf, readGiven, type Given } from '../../tables/given.ts';
import { keyIn } from '../../tables/row-keys.ts';
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
  /** The day on which both sides were asked: the first on which they differ. */
  readonly day: string;
  /** Rows that could not be asked about. */
  readonly unread: number;
  /** The column of the manifest by which gains and losses are told. */
  readonly by?: string;
  /** Rows that were left out, since there are more than are tried while somebody waits. */
  readonly leftOut: number;
  /** Of decisions that some row has a value of. */
  readonly effects: readonly (Effect & { readonly says: readonly Texts[] })[];
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
): Promise<EffectInWords | undefined> {
  const file = population.table.path;
  const stretch = firstDiffering(saved, now);
  if (stretch === undefined) return undefined;
  const { before, after } = stretch;
  const nothing = { file, day: after.day, unread: 0, leftOut: 0, effects: [], gates: [] };
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
    decisions.map((decision) => ({ decision, sourceOnly: false })),
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
    trial.addFacts({ line: row.line, source: row, facts: read, group });
  }
  const effects = trial
    .effects((row) => (idIndex === undefined ? undefined : keyIn(row, idIndex)))
    .filter((effect) => effect.before.determined + effect.after.determined + effect.changed > 0);
  if (effects.length === 0) return undefined;
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
    gates: holdAgainst(gates, effects, after.program).map((gate) => ({ says: gateWords(gate), failed: gate.failed })),
  };
}

/** The first days on which the two say anything differently. */
function firstDiffering(saved: Workspace, now: Workspace): Stretch | undefined {
  const stretches = stretchesOf({ name: 'saved', handbook: saved.handbook }, { name: 'now', handbook: now.handbook });
  return stretches.find((stretch) => rootsOf(stretch).size > 0);
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

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Decision } from '../../ir/program.ts';
import { partsOf } from '../../ir/parts.ts';
import { interpretationsIn } from '../../ledger/interpretations.ts';
import { readsOf } from '../../ir/reads.ts';
import type { Handbook } from '../../program/handbook.ts';
import { unitsInChinese } from '../../review/where/in-chinese.ts';
import { remembered } from '../../source/remembered.ts';
import type { Span } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';
import { holdsBy } from './deciding.ts';
import { restingOn, type OtherReading } from './readings.ts';
import { postsFor } from './who-decides.ts';

/** All that a person needs to decide an interpretation. */
export interface Standing {
  readonly clauses: readonly ClauseText[];
  /** Decisions with a place that rests on it. */
  readonly decisions: readonly NamedPlace[];
  /** Decisions that read one of those, directly or through others. */
  readonly following: readonly NamedPlace[];
  readonly readings: readonly OtherReading[];
  readonly marks: readonly Span[];
  /** The other reading can be taken here. */
  readonly canSwap: boolean;
  readonly posts: readonly { readonly id: string; readonly title?: Texts }[];
  /** The policy holds already: another reading means a new version. */
  readonly holds: boolean;
  /** The day from which the edition in which it stands is known. */
  readonly published?: string;
}

/** What a register says of a clause; nothing where none has it. */
interface ClauseText {
  readonly id: string;
  readonly title?: Texts;
  readonly span?: Span;
  /** As the source writes them, with Chinese units in Chinese. */
  readonly figures: readonly Texts[];
  /** What of it is unclear. */
  readonly issues: readonly Texts[];
}

interface NamedPlace {
  readonly name: string;
  readonly title: Texts;
  readonly span: Span;
}

/** What an interpretation is about and what rests on it; undefined when it is gone. */
export function standingOf(workspace: Workspace, id: string, today: string): Standing | undefined {
  const { handbook } = workspace;
  const entry = interpretationsIn(handbook).find((one) => one.id === id);
  if (entry === undefined) return undefined;
  const { readings, marks, canSwap } = restingOn(workspace, id);
  const decisions = newestDecisions(handbook);
  const place = (name: string): readonly NamedPlace[] => {
    const one = decisions.get(name);
    return one === undefined ? [] : [{ name, title: one.title, span: one.origin }];
  };
  return {
    clauses: entry.interpretation.clauses.map((clause) => clauseText(handbook, clause)),
    decisions: entry.decisions.flatMap(place),
    following: followersOf(entry.decisions, handbook).flatMap(place),
    readings,
    marks,
    canSwap: canSwap && readings.every(({ span }) => span.file === entry.interpretation.origin.file),
    posts: postsFor(entry, handbook),
    holds: holdsBy(workspace, entry.policy, today),
    ...(entry.published === undefined ? {} : { published: entry.published }),
  };
}

function clauseText({ sources, units }: Handbook, id: string): ClauseText {
  for (const { value } of sources.registers) {
    const clause = value.clauses.find((one) => one.id.text === id);
    if (clause === undefined) continue;
    const inChinese = unitsInChinese(units);
    const figures = (clause.figures ?? []).map(({ value: one }) => {
      const figure = one.form === 'plain' ? one.value : one.value.figure;
      return inChinese({ en: figure, zh: figure });
    });
    const issues = (clause.issues ?? []).map(({ says }) => says);
    return { id, title: clause.title, span: clause.id.span, figures, issues };
  }
  return { id, figures: [], issues: [] };
}

function newestDecisions({ versions }: Handbook): ReadonlyMap<string, Decision> {
  return new Map(
    [...versions.values()].flatMap(([newest]) => (newest?.decisions ?? []).map((one) => [one.name, one] as const)),
  );
}

/** Name → names of what reads it, directly or through a computed fact. */
const readersOf = remembered((handbook: Handbook): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const note = (name: string, by: string): void => {
    const known = found.get(name) ?? new Set();
    found.set(name, known.add(by));
  };
  for (const [name, decision] of newestDecisions(handbook)) {
    for (const read of readsOf(partsOf(decision))) note(`${read.is} ${read.name}`, `decision ${name}`);
  }
  for (const [name, { orFrom }] of Object.entries(handbook.facts)) {
    if (orFrom !== undefined) for (const read of readsOf([orFrom])) note(`${read.is} ${read.name}`, `fact ${name}`);
  }
  return found;
});

/** Decisions that people can ask and that read one of these, directly or through others. */
function followersOf(names: readonly string[], handbook: Handbook): readonly string[] {
  const readers = readersOf(handbook);
  const decisions = newestDecisions(handbook);
  const seen = new Set(names.map((name) => `decision ${name}`));
  const waiting = [...seen];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const reader of readers.get(key) ?? []) {
      if (seen.has(reader)) continue;
      seen.add(reader);
      waiting.push(reader);
    }
  }
  const own = new Set(names);
  return [...seen].flatMap((key) => {
    const name = key.replace('decision ', '');
    return own.has(name) || decisions.get(name)?.hidden !== false ? [] : [name];
  });
}

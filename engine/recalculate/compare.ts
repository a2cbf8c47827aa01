import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Facts } from '../value/facts.ts';
import { recalculate, type OldSide, type Question, type Recalculated } from './recalculate.ts';

/** A person in a table, by key. */
export interface Keyed {
  readonly key: string;
  readonly name?: string;
}

/** A row of the earlier result: the inputs that it carries, and what it says of each decision (undefined: no value). */
export interface OldRow extends Keyed {
  readonly facts: Facts;
  readonly filed: readonly (string | undefined)[];
}

/** A row answered now. One with problems is compared with nothing. */
export interface NewRow extends Keyed {
  readonly program: Program;
  readonly facts: Facts;
  readonly outcomes: readonly Outcome[];
  readonly problems: readonly Texts[];
}

/** A person of both tables, or of one of them. */
export type Compared = Keyed &
  (
    | { readonly is: 'both'; readonly decisions: readonly Recalculated[] }
    | { readonly is: 'only-old'; readonly filed: OldRow['filed'] }
    | { readonly is: 'only-new'; readonly outcomes: readonly Outcome[] }
    | { readonly is: 'error'; readonly problems: readonly Texts[] }
  );

/** The rules of the earlier result, and whether its inputs are all its own. */
type Before = Pick<OldSide, 'program' | 'isOwn'>;

/** Everybody of the two tables: those of the new one in its order, then those who are only in the old one. Keys are unique in the old one. */
export function compareRows(
  questions: readonly Question[],
  old: readonly OldRow[],
  now: readonly NewRow[],
  before: Before,
): readonly Compared[] {
  const oldByKey = new Map(old.map((row) => [row.key, row]));
  const times = new Map<string, number>();
  for (const { key } of now) times.set(key, (times.get(key) ?? 0) + 1);
  const here = now.map((row): Compared => {
    const { key, name, outcomes, problems } = row;
    const who: Keyed = { key, ...(name === undefined ? {} : { name }) };
    const found = (times.get(key) ?? 0) > 1 ? [...problems, severalTimes] : problems;
    if (found.length > 0) return { ...who, is: 'error', problems: found };
    const was = oldByKey.get(key);
    if (was === undefined) return { ...who, is: 'only-new', outcomes };
    const decisions = questions.map((question, i) => {
      const outcome = outcomes[i];
      if (outcome === undefined) throw new Error(`${question.decision} was not asked`);
      const old = { ...before, facts: was.facts };
      return recalculate(question, was.filed[i], old, { program: row.program, facts: row.facts }, outcome);
    });
    return { ...who, is: 'both', decisions };
  });
  const gone = old.filter(({ key }) => !times.has(key));
  return [...here, ...gone.map(({ facts: _, ...who }): Compared => ({ ...who, is: 'only-old' }))];
}

const severalTimes: Texts = {
  en: 'The key stands in several rows, so it is not known which one is meant.',
  zh: '该标识出现在多行，无法确定以哪一行为准。',
};

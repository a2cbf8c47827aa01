import type { Row } from './rows.ts';

// What the policy of the comparison is asked about, apart from the engine, so that a contender loads no more than it needs.

export const facts = ['sales', 'target', 's1', 's2', 's3', 's4'] as const;
/** A row as facts by their names. */
export const factsOf = (row: Row): Readonly<Record<string, string>> =>
  Object.fromEntries(facts.map((fact, i) => [fact, row[i] ?? '']));

export const decisions = ['commission.amount', 'kpi.score', 'band.grade'] as const;

/** The day whose rules are asked. */
export const at = '2026-10-31';

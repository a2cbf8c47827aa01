import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';

/** The clauses that a source has, read sentence by sentence by others: what the registers are compared with. */
const inventory = process.env['BYLAW_INVENTORY'] ?? new URL('../../../shared/handbook/', import.meta.url).pathname;
const registers = new URL('../../policies/sources/', import.meta.url);

interface Clause {
  readonly id?: string;
  readonly form: string;
  readonly topic: string;
  readonly issues?: readonly unknown[];
}

/** Clauses with one issue more than the inventory has, and why. */
const oneMore: Readonly<Record<string, 'two questions of one line' | 'its boundary is unstated'>> = {
  'O-2.5.3': 'two questions of one line',
  'O-2.6.1b': 'two questions of one line',
  'O-2.A1.1.1b': 'two questions of one line',
  'O-2.A2.2': 'its boundary is unstated',
  'O-4.4.1.2b': 'its boundary is unstated',
  'O-4.4.2.1c': 'its boundary is unstated',
  'K-3.2.3': 'its boundary is unstated',
  'K-5.2.3.2': 'its boundary is unstated',
};

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const told = ({ id = '', form, topic, issues = [] }: Clause, more = 0): string =>
  `${id} ${form} ${topic} ${String(issues.length + more)}`;

for (const source of ['O', 'K', 'D', 'T']) {
  const path = `${inventory}/${source}.yaml`;
  test.skipIf(!existsSync(path))(
    `${source}: ids, forms, topics, order and number of issues are those of the inventory (skipped where BYLAW_INVENTORY or ../shared/handbook is not there)`,
    () => {
      const { clauses } = read(new URL(`${source}.yaml`, registers).pathname) as {
        readonly clauses: readonly Clause[];
      };
      const expected = (read(path) as readonly Clause[]).filter(({ id }) => id !== undefined);
      expect(clauses.map((clause) => told(clause))).toEqual(
        expected.map((clause) => told(clause, clause.id !== undefined && clause.id in oneMore ? 1 : 0)),
      );
    },
  );
}

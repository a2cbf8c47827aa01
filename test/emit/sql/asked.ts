import { afterAll, beforeAll, expect } from 'vitest';
import type { Agreement } from './agree.ts';
import type { Database } from './databases/database.ts';
import { summary, tooLarge } from './handbook.ts';

/** Databases for the tests of a file, closed behind them; they are there once a test begins. */
export function databasesOf(open: () => Promise<readonly Database[]>): () => readonly Database[] {
  let databases: readonly Database[] = [];
  beforeAll(async () => {
    databases = await open();
  });
  afterAll(async () => {
    for (const database of databases) await database.close();
  });
  return () => databases;
}

/** Every database said the same as the engine, and was asked often enough. */
export function agreed(found: readonly Agreement[], least: number): void {
  console.log(found.map(summary).join('\n'));
  for (const { differences } of found) expect(differences.join('\n\n')).toBe('');
  for (const { answers } of found) expect(answers).toBeGreaterThan(least);
}

/** The same of the company's handbook, each decision with so many rows, and hardly a row left to the engine. */
export function agreedOnHandbook(found: readonly Agreement[], least: number, rows: number): void {
  agreed(found, least);
  for (const one of found) {
    expect(Math.min(...one.said.values())).toBeGreaterThanOrEqual(rows);
    expect(tooLarge(one)).toBeLessThan(0.02);
  }
}

import { session } from '../../evaluate/evaluate.ts';
import { interpretationsIn } from '../../ledger/interpretations.ts';
import { link } from '../../program/link.ts';
import { readFacts } from '../../value/facts.ts';
import { cellsFrom } from '../form/clipboard.ts';
import type { FileText, Workspace } from '../workspace.ts';

/** How many rows of a table of people or orders rest on an interpretation. */
export interface Touched {
  readonly path: string;
  readonly rows: number;
  readonly touched: number;
  /** Rows beyond these were not looked at. */
  readonly of: number;
}

/** More would be waited for. */
const mostRows = 500;

/**
 * Works out what rests on an interpretation for each row of the tables whose columns are facts, and counts the rows whose outcomes
 * say that they rest on it. Tables that need a mapping are left out.
 */
export function touchedBy(
  { handbook }: Workspace,
  id: string,
  tables: readonly FileText[],
  at: string,
): readonly Touched[] {
  const decisions = interpretationsIn(handbook).find((one) => one.id === id)?.decisions ?? [];
  const program = link(handbook, { at });
  const asked = decisions.filter((name) => program.decisions[name]?.takes.length === 0);
  if (asked.length === 0) return [];
  return tables.flatMap(({ path, text }) => {
    const [header = [], ...rows] = cellsFrom(text.replace(/^\uFEFF/, ''));
    const names = header.map((name) => name.trim());
    if (!names.some((name) => Object.hasOwn(handbook.facts, name))) return [];
    const looked = rows.slice(0, mostRows);
    const outcomes = looked.map((row) => {
      const given = names.flatMap((name, at): [string, string][] => {
        const cell = row[at]?.trim() ?? '';
        return cell === '' || !Object.hasOwn(handbook.facts, name) ? [] : [[name, cell]];
      });
      const questions = session(program, readFacts(program, Object.fromEntries(given)));
      return asked.map((name) => questions.outcome(name));
    });
    // A table that does not give what the decisions need says nothing about them.
    if (!outcomes.some((row) => row.some(({ status }) => status === 'determined'))) return [];
    const touched = outcomes.filter((row) => row.some(({ flags }) => flags.includes(id))).length;
    return [{ path, rows: looked.length, touched, of: rows.length }];
  });
}
